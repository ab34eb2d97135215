"""Where the connection that holds locks breaks, what is taken over the next one stays."""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import cast

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from bot.storage.errors import StorageUnavailable
from bot.storage.locks import ServerLocks


class Line:
    """A connection that may break."""

    def __init__(self) -> None:
        self.broken = False

    def execution_options(self, **_: object) -> "Line":
        """Nothing is chosen."""
        return self

    def execute(self, *_: object) -> "Line":
        """The answer to a question."""
        if self.broken:
            raise OperationalError("", {}, ConnectionError())
        return self

    def scalar(self) -> bool:
        """Yes."""
        return True

    def detach(self) -> None:
        """Leave the pool."""

    def close(self) -> None:
        """Hang up."""
        self.broken = True


class Server:
    """Opens connections, and knows them."""

    def __init__(self) -> None:
        self.opened: list[Line] = []

    def connect(self) -> Line:
        """One more."""
        self.opened.append(Line())
        return self.opened[-1]


class Between:
    """A lock; once somebody has let go of it, others come between before that one goes on."""

    def __init__(self, come: Callable[[], None]) -> None:
        self._lock = Lock()
        self._come = [come]

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
        if self._come:
            self._come.pop()()


def test_who_finds_the_connection_broken_does_not_close_the_next_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = Server()
    locks = ServerLocks(cast("Engine", server), 1)
    assert locks.take("first")
    server.opened[0].broken = True

    def others() -> None:
        with suppress(StorageUnavailable):
            locks.take("second")
        assert locks.take("third")

    monkeypatch.setattr(locks, "_one_at_a_time", Between(others))
    with pytest.raises(StorageUnavailable):
        locks.take("fourth")
    assert [one.broken for one in server.opened] == [True, False]
    assert locks.kept(), "nobody else may hold the third"
