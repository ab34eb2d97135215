"""Locks by name that programs on one database share; what one holds is let go when it ends.

The lock tells the others who is alive, without clocks: it is gone with the program, however that
ended. On PostgreSQL it is an advisory lock of a session (a connection pooler has to keep sessions
apart), beside a SQLite file a lock on a file (all programs run on one machine).
"""

import errno
import fcntl
import os
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Protocol
from zlib import crc32

from sqlalchemy import Connection, Engine, text

from bot.storage.database import translated
from bot.storage.errors import StorageUnavailable

_SEATS, _LANES = 1_380_928_332, 1_380_928_333
"""Arbitrary numbers that keep our advisory locks apart from those of others, and of each other."""


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


class ByteLocks:
    """A lock for each name on a byte of one file: for names without number.

    Within one program a name can be taken twice.
    """

    def __init__(self, file: Path) -> None:
        self._opened = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def take(self, name: str) -> bool:
        """Hold a name's lock; False where another program does."""
        try:
            fcntl.lockf(self._opened, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, crc32(name.encode()))
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EAGAIN):
                return False
            raise
        return True

    def drop(self, name: str) -> None:
        """Let go of it."""
        fcntl.lockf(self._opened, fcntl.LOCK_UN, 1, crc32(name.encode()))

    def kept(self) -> bool:
        """Whether what was taken is still held: a file's lock is."""
        return True

    def close(self) -> None:
        """Let go of all."""
        os.close(self._opened)


class ServerLocks:
    """An advisory lock for each name, all held by one connection that is ours alone."""

    def __init__(self, engine: Engine, space: int) -> None:
        self._engine = engine
        self._space = space
        self._one_at_a_time = Lock()
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
        values = {"space": self._space, "key": crc32(name.encode()) - 2**31} if name else {}
        with self._one_at_a_time:
            try:
                with translated():
                    return bool(self._open().execute(text(statement), values).scalar())
            except BaseException:
                # Before anybody else opens the next one, which would be closed in its place.
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


def seat_locks(engine: Engine) -> Locks:
    """The locks of programs' names; raises StorageUnavailable for a database in memory."""
    if engine.dialect.name == "postgresql":
        return ServerLocks(engine, _SEATS)
    return FileLocks(_file(engine))


def lane_locks(engine: Engine) -> Locks:
    """The locks of lanes of work; raises StorageUnavailable for a database in memory."""
    if engine.dialect.name == "postgresql":
        return ServerLocks(engine, _LANES)
    file = _file(engine)
    return ByteLocks(file.with_name(f"{file.name}.lanes.lock"))


def _file(engine: Engine) -> Path:
    if engine.url.database in (None, "", ":memory:"):
        raise StorageUnavailable("is in memory, and lost with the program", "Give it a file.")
    return Path(str(engine.url.database))
