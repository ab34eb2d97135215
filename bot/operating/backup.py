"""A backup of the embedded deployment as one file, and a deployment from it.

In it are the two databases: what is kept, and the journal of turns that were not finished. Not in
it are the vectors, which are made again from the briefs, nor the program's secret: with a copy of
the database alone, nobody can open an invitation.

The journal is copied first. A message that was acknowledged before the backup began is then in one
of the two; one that was finished between the copies is in both, and is known as finished.
"""

import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

from bot.core.errors import RolecallError
from bot.storage import copies
from bot.storage.store import Store
from bot.turns import place

FORM = 1
"""The form of the file; another one is refused."""
MANIFEST = "backup.json"
DATABASE, JOURNAL = "rolecall.db", "rolecall.turns.db"


class NotBackedUp(RolecallError):
    """A backup was not made, or not restored; nothing was changed."""

    def __init__(self, said: str, remedy: str) -> None:
        super().__init__(said)
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Checked:
    """How many screenings there are, and whose logs do not hold together."""

    screenings: int
    broken: tuple[str, ...]


def back_up(database: str, file: Path) -> int:
    """Write a backup of the database at this URL to a file that is not there; its bytes.

    Raises NotBackedUp, StorageUnavailable.
    """
    source = _source(database)
    if file.exists():
        raise NotBackedUp(f"{file} is there already.", "Name a file that is not there yet.")
    with _aside(file) as folder:
        _copy(place.file_of(place.beside(database)), folder / JOURNAL)
        _copy(source, folder / DATABASE)
        names = [name for name in (JOURNAL, DATABASE) if (folder / name).exists()]
        told = {"form": FORM, "at": datetime.now(UTC).isoformat(timespec="seconds")}
        hashes = {name: _hash(folder / name) for name in names}
        (folder / MANIFEST).write_text(json.dumps({**told, "sha256": hashes}, indent=2), "utf-8")
        packed = folder / "packed"
        packed.touch(mode=0o600)
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in (MANIFEST, *names):
                archive.write(folder / name, name)
        # Within one file system and all at once: nobody ever finds half a backup.
        os.rename(packed, file)
    return file.stat().st_size


def restore(file: Path, database: str) -> None:
    """Put a backup where no database is. Raises NotBackedUp, StorageUnavailable."""
    target = _source(database)
    journal = place.file_of(place.beside(database))
    assert journal is not None
    for there in (target, journal):
        if there.exists():
            raise NotBackedUp(
                f"{there} is there already; nothing was changed.",
                "Restore into an empty ROLECALL_HOME, or move what is there away first.",
            )
    with _aside(target) as folder:
        names = _unpacked(file, folder)
        for name in names:
            copies.check(folder / name)
        # The product's own last: without it, the next start makes an empty one beside nothing.
        if JOURNAL in names:
            os.rename(folder / JOURNAL, journal)
        os.rename(folder / DATABASE, target)


def checked(store: Store) -> Checked:
    """Read every log, with its hash chain."""
    broken = []
    entries = store.screenings.entries()
    for entry in entries:
        try:
            store.screenings.events(entry.id)
        except RolecallError:
            broken.append(entry.id)
    return Checked(len(entries), tuple(broken))


def _source(database: str) -> Path:
    file = place.file_of(database)
    if file is None:
        raise NotBackedUp(
            "The database is on a server.", "Use pg_dump and pg_restore: docs/operate.md says how."
        )
    return file


def _copy(source: Path | None, target: Path) -> None:
    """A program that never ran has no journal."""
    if source is not None and source.exists():
        copies.copy(source, target)
    elif target.name == DATABASE:
        raise NotBackedUp(f"There is no database at {source}.", "Check ROLECALL_HOME.")


@contextmanager
def _aside(file: Path) -> Iterator[Path]:
    """A folder of this user alone beside a file, gone at the end."""
    try:
        file.absolute().parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".rolecall-", dir=file.absolute().parent))
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise NotBackedUp(f"{file.parent} cannot be written: {why}.", "Choose another.") from None
    try:
        yield folder
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise NotBackedUp(f"{file} could not be written: {why}.", "Check the disk.") from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unpacked(file: Path, folder: Path) -> list[str]:
    """The databases in a backup, each as it was written; raises NotBackedUp for anything else."""
    try:
        with zipfile.ZipFile(file) as archive:
            told: dict[str, Any] = json.loads(archive.read(MANIFEST))
            hashes = _hashes(told)
            for name in hashes:
                with archive.open(name) as packed, _private(folder / name).open("wb") as unpacked:
                    shutil.copyfileobj(packed, unpacked)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        raise NotBackedUp(
            f"{file} cannot be read as a backup.", "Name a file that `rolecall backup` wrote."
        ) from None
    for name, expected in hashes.items():
        if _hash(folder / name) != expected:
            raise NotBackedUp(f"{name} in {file} was altered.", "Use another backup.")
    return list(hashes)


def _hashes(told: dict[str, Any]) -> dict[str, str]:
    if told["form"] != FORM:
        raise NotBackedUp("The backup has a newer form.", "Update Rolecall. Nothing was changed.")
    hashes: dict[str, str] = told["sha256"]
    if DATABASE not in hashes or not set(hashes) <= {DATABASE, JOURNAL}:
        raise ValueError(sorted(hashes))
    return hashes


def _private(file: Path) -> Path:
    file.touch(mode=0o600)
    return file


def _hash(file: Path) -> str:
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()
