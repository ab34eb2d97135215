"""Seats: each program that shares a database has a name of its own, held by a lock while it lives.

The lock tells the others who is alive, without clocks: it is gone with the program, however that
ended. On PostgreSQL it is an advisory lock of a session (a connection pooler has to keep sessions
apart), beside a SQLite file a lock on a file (all programs run on one machine).
"""

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol
from zlib import crc32

from sqlalchemy import Connection, Engine, text

from bot.core.errors import RolecallError
from bot.storage.database import translated
from bot.storage.errors import StorageUnavailable

MOST = 64
"""How many programs find a name by themselves."""
_SPACE = 1_380_928_332
"""An arbitrary number that keeps our advisory locks apart from those of others."""
_log = logging.getLogger(__name__)


class NameTaken(RolecallError):
    """Another program that is alive has this name on the same database."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Another program runs as “{name}” on the same database.")
        self.name = name
        self.remedy = (
            "Give each program its own ROLECALL_PROGRAM, or leave it out: then each finds a name."
        )


class NoSeat(RolecallError):
    """There are more programs on the database than find a name by themselves."""

    remedy = "Give each program its own ROLECALL_PROGRAM."

    def __init__(self) -> None:
        super().__init__(f"{MOST} programs run on this database already.")


class Locks(Protocol):
    """Locks by name. What is held is let go when the program ends, however it ends."""

    def take(self, name: str) -> bool:
        """Hold a name's lock; False where somebody else does. Raises StorageUnavailable."""
        ...

    def drop(self, name: str) -> None:
        """Let go of it."""
        ...

    def kept(self) -> bool:
        """Whether what was taken is still held."""
        ...

    def close(self) -> None:
        """Let go of all."""
        ...


class Seat:
    """This program's name among those on the database."""

    def __init__(self, locks: Locks, wanted: str = "") -> None:
        """Take the name that is wanted, or the first that is free. Raises NameTaken, NoSeat."""
        self._locks = locks
        try:
            self.name = self._taken(wanted)
        except BaseException:
            locks.close()
            raise

    def _taken(self, wanted: str) -> str:
        names = [wanted] if wanted else [f"rolecall-{number}" for number in range(1, MOST + 1)]
        for name in names:
            if self._locks.take(name):
                return name
        raise NameTaken(wanted) if wanted else NoSeat

    def keep(self) -> bool:
        """Hold the name again where the database's restart took it; False where it cannot be."""
        if self._locks.kept():
            return True
        try:
            held = self._locks.take(self.name)
        except StorageUnavailable:
            return False
        if not held:
            _log.error("another program has the name %s now; give each its own", self.name)
        return held

    @contextmanager
    def vacant(self, name: str) -> Iterator[bool]:
        """Whether nobody alive has this name; if so, nobody can take it meanwhile."""
        if name == self.name or not self._locks.take(name):
            yield False
            return
        try:
            yield True
        finally:
            self._locks.drop(name)

    def close(self) -> None:
        """Leave the seat."""
        self._locks.close()


class FileLocks:
    """A lock for each name on a file `FILE.NAME.lock` beside the database's file."""

    def __init__(self, beside: Path) -> None:
        self._beside = beside
        self._held: dict[str, int] = {}

    def take(self, name: str) -> bool:
        """Hold a name's lock; False where somebody else does."""
        opened = os.open(self._file(name), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(opened)
            return False
        self._held[name] = opened
        return True

    def drop(self, name: str) -> None:
        """Let go of it. The file stays: to delete one that another waits for would make two."""
        os.close(self._held.pop(name))

    def kept(self) -> bool:
        """Whether what was taken is still held: a file's lock is."""
        return True

    def close(self) -> None:
        """Let go of all."""
        for name in list(self._held):
            self.drop(name)

    def _file(self, name: str) -> Path:
        return self._beside.with_name(f"{self._beside.name}.{name}.lock")


class ServerLocks:
    """An advisory lock for each name, all held by one connection that is ours alone."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    def take(self, name: str) -> bool:
        """Hold a name's lock; False where somebody else does. Raises StorageUnavailable."""
        return self._asked("SELECT pg_try_advisory_lock(:space, :key)", name)

    def drop(self, name: str) -> None:
        """Let go of it; where the connection is gone, it is let go already."""
        with suppress(StorageUnavailable):
            self._asked("SELECT pg_advisory_unlock(:space, :key)", name)

    def kept(self) -> bool:
        """Whether the connection that holds what was taken is still there."""
        if self._connection is None:
            return False
        try:
            self._asked("SELECT true", "")
        except StorageUnavailable:
            return False
        return True

    def close(self) -> None:
        """Let go of all, before anything that follows."""
        if self._connection is not None:
            with suppress(StorageUnavailable):
                # Asked for: once a connection is closed, its server lets go when it finds the time.
                self._asked("SELECT pg_advisory_unlock_all()", "")
        self._part()

    def _part(self) -> None:
        """Close the connection, and do not give it back to the pool, which would keep its locks."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(Exception):
                connection.detach()
                connection.close()

    def _asked(self, statement: str, name: str) -> bool:
        values = {"space": _SPACE, "key": crc32(name.encode()) - 2**31} if name else {}
        try:
            with translated():
                return bool(self._open().execute(text(statement), values).scalar())
        except BaseException:
            self._part()
            raise

    def _open(self) -> Connection:
        if self._connection is None:
            connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            # So that a machine that vanished without a word is noticed within a minute.
            for setting in ("idle = 20", "interval = 10", "count = 3"):
                connection.execute(text(f"SET tcp_keepalives_{setting}"))
            self._connection = connection
        return self._connection


def locks_on(engine: Engine) -> Locks:
    """The locks of programs on this database; raises StorageUnavailable for one in memory."""
    if engine.dialect.name == "postgresql":
        return ServerLocks(engine)
    if engine.url.database in (None, "", ":memory:"):
        raise StorageUnavailable("is in memory, and lost with the program", "Give it a file.")
    return FileLocks(Path(str(engine.url.database)))
