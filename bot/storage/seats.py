"""Seats: each program that shares a database has a name of its own, held by a lock."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from bot.core.errors import RolecallError
from bot.storage.errors import StorageUnavailable
from bot.storage.locks import Locks

MOST = 64
"""How many programs find a name by themselves."""
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
