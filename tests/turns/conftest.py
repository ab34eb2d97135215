"""Turns on a fresh database, on every database that is supported."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

import pytest

from bot.storage.store import Store
from bot.turns.durable import DurableTurns
from bot.turns.parts import Parts, Settings, never
from bot.turns.patience import Patience
from bot.turns.routing import Route, Routes
from tests.postgresql import database, server
from tests.turns.world import ROLE, Begin, LogBook, Recorder, opened

__all__ = ["server"]

_databases = count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a fresh database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'rolecall.db'}"
    return database(request.getfixturevalue("server"), f"turns_{next(_databases)}")


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A fresh store."""
    store = opened(url)
    yield store
    store.close()


@pytest.fixture
def bot(store: Store) -> LogBook:
    """A bot that writes a log."""
    return LogBook(store)


@pytest.fixture
def sender() -> Recorder:
    """Sends what has no trouble."""
    return Recorder()


QUICK = Patience(tries=4, first=0.01, longest=0.02, asked=0.05)


@pytest.fixture
def begin(url: str, store: Store, bot: LogBook, sender: Recorder) -> Iterator[Begin]:
    """Starts turns; they are stopped at the end, or when others are started."""
    begun: list[DurableTurns] = []

    def another(
        routes: Sequence[Route] = (),
        senders: dict[str, Recorder] | None = None,
        came_back: Callable[[], bool] = never,
    ) -> DurableTurns:
        if begun:
            begun[-1].stop()
        to: Routes = lambda role: tuple(routes) if role == ROLE else ()  # noqa: E731
        ways = senders or {"chat": sender}
        parts = Parts(
            bot, store.inbox, store.outbox, store.standings, ways, to, came_back=came_back
        )
        begun.append(DurableTurns(parts, Settings(url, patience=QUICK, every=0.1)))
        begun[-1].start()
        return begun[-1]

    yield another
    if begun:
        begun[-1].stop()
