"""Where the journal is kept: beside the product's own database, and set up like it."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.core.errors import RolecallError

_FILE = "sqlite:///"
_PATIENCE_SECONDS = 10
_WAITS = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class NoPlace(RolecallError):
    """The journal of turns cannot be kept there; `why` says for what reason."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"Turns cannot be made durable: {why}.")
        self.why = why
        self.remedy = remedy


def beside(url: str) -> str:
    """The journal's database for a product's database.

    For SQLite a file of its own (`rolecall.db` gets `rolecall.turns.db`), so that the two never
    wait for each other's writes; for PostgreSQL the same database, where DBOS has a schema of its
    own. Raises NoPlace for a database in memory, which no crash would survive.
    """
    if not url.startswith("sqlite"):
        return url
    name, _, options = url.removeprefix(_FILE).partition("?")
    if not url.startswith(_FILE) or name in ("", ":memory:"):
        raise NoPlace("a database in memory is lost with the program", "Give a file or a server.")
    file = Path(name)
    turns = file.with_name(f"{file.stem}.turns{file.suffix}")
    return f"{_FILE}{turns}" + (f"?{options}" if options else "")


def file_of(url: str) -> Path | None:
    """The journal's file; None on a server."""
    if not url.startswith(_FILE):
        return None
    return Path(url.removeprefix(_FILE).partition("?")[0])


def prepare(url: str) -> None:
    """Make a file that only this user may read, where readers and a writer work side by side.

    Raises NoPlace.
    """
    file = file_of(url)
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        _log_ahead(file)
    except (OSError, sqlite3.Error) as error:
        raise NoPlace(
            f"file {file} cannot be used ({error})", "Check its folder, disk and rights."
        ) from error


def engine_options(url: str) -> dict[str, Any]:
    """What the journal's connections need.

    In a file, words that are deleted are overwritten. A server's connection is not asked before
    each use whether it still works: DBOS tries again what met a dead one. What was used last is
    used next, so that few connections have their caches full.
    """
    if file_of(url) is None:
        return {"pool_use_lifo": True, "pool_pre_ping": False}
    return {"pool_use_lifo": True, "connect_args": {"factory": _Connection}}


class _Connection(sqlite3.Connection):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.execute("PRAGMA secure_delete = ON")


def _log_ahead(file: Path) -> None:
    """SQLite does not wait by itself while another program changes the journal's mode."""
    until = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            with closing(sqlite3.connect(file)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in _WAITS or time.monotonic() > until:
                raise
            time.sleep(0.02)
