"""How much work a journal's file holds that was not finished, without opening the journal."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.turns import place
from bot.turns.journal import UNFINISHED

_THERE = "SELECT 1 FROM sqlite_master WHERE name = 'workflow_status'"
_BY_STATUS = "SELECT status, count(*) FROM workflow_status GROUP BY status"


def unfinished(url: str) -> int:
    """The turns and deliveries of a product's SQLite database at `url` that still wait.

    0 where none ever ran. Raises NoPlace where the file cannot be read.
    """
    file = place.file_of(place.beside(url))
    return _counted(file) if file is not None and file.exists() else 0


def _counted(file: Path) -> int:
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as journal:
            if not journal.execute(_THERE).fetchone():
                return 0
            return sum(
                count for status, count in journal.execute(_BY_STATUS) if status in UNFINISHED
            )
    except sqlite3.Error as error:
        raise place.NoPlace(f"file {file} cannot be read ({error})", "Check the file.") from error
