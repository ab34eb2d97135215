"""Folders made once from the encoder's weights: each is there complete, or not at all."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from retrieval.adapters.weights import SHA256

MANIFEST = "manifest.json"
"""Says which weights a folder was made from, and how long its files are, in bytes."""


def is_complete(folder: Path, names: Sequence[str]) -> bool:
    """Whether the files of these names are there, whole and made from the expected weights."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        sizes = _sizes(folder, names)
    except (OSError, ValueError):
        return False
    return bool(manifest.get("weights") == SHA256 and manifest.get("sizes") == sizes)


@contextmanager
def completed(folder: Path, names: Sequence[str]) -> Iterator[Path]:
    """A fresh folder to write these files into; it takes the place of `folder` at the end.

    Where writing fails, everything is as it was before. Raises OSError if it cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".export-") as work:
        fresh = Path(work) / "fresh"
        fresh.mkdir()
        yield fresh
        manifest = {"weights": SHA256, "sizes": _sizes(fresh, names)}
        (fresh / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
        if folder.exists():
            folder.rename(Path(work) / "old")
        fresh.rename(folder)


def _sizes(folder: Path, names: Sequence[str]) -> dict[str, int]:
    return {name: (folder / name).stat().st_size for name in names}
