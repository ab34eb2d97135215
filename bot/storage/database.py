"""A database as the storage uses it: short reads, short writes, and its errors in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.core.errors import LostRace, RolecallError
from bot.storage.errors import StorageBusy, StorageUnavailable

BEGIN = "rolecall_begin"
"""The execution option that says how SQLite begins a transaction."""

_SOMEBODY_FIRST = "Somebody else wrote first."
# The driver gives no code for what went wrong while connecting, only the server's own language.
_AWAY = (
    "server cannot be reached, or does not let us in",
    "Check that it runs, and the user, password and database in its address.",
)
_FULL = ("has no space left on its disk", "Free some space; nothing that was kept is lost.")
_DAMAGED = ("file is damaged or is not a database", "Restore it from a backup.")
_READ_ONLY = ("cannot be written", "Let this program's user write the file and its folder.")
_CLOSED = ("cannot be opened", "Check that its folder exists and that this user may use it.")

_BY_SQLITE_CODE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: ("cannot be read or written on its disk", "Check the disk."),
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _CLOSED,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
_BY_SQLSTATE = {
    "25006": ("takes no writes: the server is read-only", "Give the address of the main server."),
    "42501": ("refuses this user", "Grant its user the right to create and change tables."),
    "53100": _FULL,
    "53300": ("server has no connection left", "Try again in a moment, or allow it more."),
}
_LOST_SQLSTATES = {"23505", "40001", "40P01"}
_BUSY_SQLITE_CODES = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@dataclass(frozen=True, slots=True)
class Database:
    """An open database. Threads may share it; no lock is held between two uses.

    Its ways in raise StorageUnavailable.
    """

    engine: Engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that reads.

        On a server each statement is its own transaction, which saves two round trips and loses
        nothing: there, each sees what was committed before it in a longer one too.
        """
        with translated(), self._each_alone() as connection:
            yield connection

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """A connection that keeps each statement by itself; for what may be kept twice."""
        if self.engine.dialect.name == "postgresql":
            with translated(), self._each_alone() as connection:
                yield connection
        else:
            with self.writing() as connection:
                yield connection

    @contextmanager
    def _each_alone(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            if self.engine.dialect.name == "postgresql":
                connection.execution_options(isolation_level="AUTOCOMMIT")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in one transaction: all of it is kept, or nothing where an error passes.

        Raises LostRace where somebody else wrote the same first.
        """
        # SQLite: a writer takes its lock at once; two that read first could both fail to write.
        with translated(), self.engine.connect() as connection:
            connection.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
            with connection.begin():
                yield connection

    @contextmanager
    def caring(self) -> Iterator[Connection]:
        """A connection to SQLite outside any transaction, for care of the file itself."""
        with translated(), self.engine.connect() as connection:
            connection.execution_options(**{BEGIN: ""})
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


@contextmanager
def translated() -> Iterator[None]:
    """Turn the database's errors into ours; a mistake in a statement stays as it is."""
    try:
        yield
    except DBAPIError as error:
        ours = _ours(error)
        if ours is None:
            raise
        raise ours from error
    except PoolTimeout as error:
        raise StorageBusy from error


def _ours(error: DBAPIError) -> RolecallError | None:
    origin = error.orig
    if isinstance(origin, sqlite3.Error):
        return _of_sqlite(origin)
    state = getattr(origin, "sqlstate", None)
    if state in _LOST_SQLSTATES:
        return LostRace(_SOMEBODY_FIRST)
    if state == "55P03":
        return StorageBusy()
    if state in _BY_SQLSTATE:
        return StorageUnavailable(*_BY_SQLSTATE[state])
    away = error.connection_invalidated or (state or "08000")[:2] in ("08", "57")
    return StorageUnavailable(*_AWAY) if away and _is_operational(error) else None


def _of_sqlite(origin: sqlite3.Error) -> RolecallError | None:
    code = getattr(origin, "sqlite_errorcode", 0)
    if code in (sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE):
        return LostRace(_SOMEBODY_FIRST)
    if code & 0xFF in _BUSY_SQLITE_CODES:
        return StorageBusy()
    known = _BY_SQLITE_CODE.get(code & 0xFF)
    return StorageUnavailable(*known) if known else None


def _is_operational(error: DBAPIError) -> bool:
    return type(error).__name__ in ("OperationalError", "InterfaceError")
