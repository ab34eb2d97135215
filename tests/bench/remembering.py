"""An encoder that encodes each text once: for measuring what is found, not how long it takes."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.ports import Encoder

Rows = NDArray[np.float32]


class Remembering:
    """An `Encoder` over texts that were encoded beforehand."""

    def __init__(self, encoder: Encoder, texts: Sequence[str], cache: Path | None = None) -> None:
        """Encodes the texts, or takes them from the folder `cache`, if there is one."""
        self.name, self.dimensions = encoder.name, encoder.dimensions
        self._encoder = encoder
        unique = list(dict.fromkeys(texts))
        self._kept: dict[str, Rows] = dict(zip(unique, _rows(encoder, unique, cache), strict=True))

    def encode(self, texts: Sequence[str]) -> Rows:
        """Rows of unit length, shape (len(texts), dimensions)."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return np.stack([self._row(text) for text in texts])

    def _row(self, text: str) -> Rows:
        if text not in self._kept:
            (self._kept[text],) = self._encoder.encode([text])
        return self._kept[text]


def _rows(encoder: Encoder, texts: Sequence[str], cache: Path | None) -> Rows:
    if cache is None:
        return encoder.encode(texts)
    digest = hashlib.sha256("\0".join([encoder.name, *texts]).encode()).hexdigest()[:16]
    kept = cache / f"vectors-{digest}.npy"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        np.save(kept, encoder.encode(texts))
    rows: Rows = np.load(kept)
    return rows
