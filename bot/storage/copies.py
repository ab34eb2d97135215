"""Copies of SQLite's files: whole and consistent, also while programs write to them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.storage.errors import StorageUnavailable

_PATIENCE_SECONDS = 30.0


def copy(source: Path, target: Path) -> None:
    """Copy a database as it is at one moment, by SQLite's online backup; `target` is made anew.

    All pages go in one step, within one read transaction: in the write-ahead mode that holds up no
    writer, and no write in between makes it begin again. Raises StorageUnavailable.
    """
    target.touch(mode=0o600, exist_ok=False)
    try:
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as there,
            closing(sqlite3.connect(target, timeout=_PATIENCE_SECONDS)) as here,
        ):
            there.backup(here)
    except sqlite3.Error as error:
        target.unlink(missing_ok=True)
        raise StorageUnavailable(
            f"file {source} could not be copied ({error})", "Check the file and the disk's room."
        ) from None


def check(file: Path) -> None:
    """Raises StorageUnavailable where a file is no whole database."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            found = [row[0] for row in opened.execute("PRAGMA integrity_check(1)")]
    except sqlite3.Error as error:
        found = [str(error)]
    if found != ["ok"]:
        raise StorageUnavailable(f"in {file.name} is damaged ({found[0]})", "Use another backup.")
