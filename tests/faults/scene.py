"""One deployment to be broken: a platform, a database, and programs, each in its place."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.briefs.reading import read_brief
from bot.storage.store import open_store
from tests.loopback import running
from tests.postgresql import Restartable, database, programs, restartable
from tests.served.counting import INVITE, Count, counted
from tests.served.load import Orders
from tests.served.platform import Platform
from tests.served.programs import Program, prepared, settings

AT_ONCE_CHATS = 8


@dataclass
class Scene:
    """`server` is the PostgreSQL server that holds the database, where one does."""

    home: Path
    url: str
    platform: Platform
    settings: dict[str, str]
    server: Restartable | None

    def program(self, name: str = "one", **more: str) -> Program:
        """A program; beside SQLite all of them share the home."""
        home = self.home if self.server is None else self.home / name
        return Program(home, {**self.settings, **more})

    def orders(self, *bots: Program, first: int, count: int, rate: float, seconds: float) -> Orders:
        """A load of invitations."""
        there = tuple(bot.address for bot in bots)
        return Orders(there, first, count, rate, seconds, INVITE, AT_ONCE_CHATS)

    def count(self, events: Iterable[str]) -> Count:
        """What became of these events, once all replies are there or nothing more comes."""
        known = set(events)
        settled(lambda: len(known - self.answered()), 60)
        store = open_store(self.url, read_brief)
        try:
            return counted(store, self.platform, known)
        finally:
            store.close()

    def answered(self) -> set[str]:
        """The events whose reply was sent."""
        return {key.removeprefix("slack:").removesuffix("#0") for key in self.platform.sent_keys()}


def settled(left: Callable[[], int], seconds: float) -> None:
    """Wait until nothing is left; at most so long after it last became less."""
    least, until = left(), time.monotonic() + seconds
    while least and time.monotonic() < until:
        time.sleep(0.1)
        now = left()
        if now < least:
            least, until = now, time.monotonic() + seconds


def kinds() -> tuple[str, ...]:
    """The kinds of database there are on this machine."""
    return ("sqlite", "postgresql") if programs() else ("sqlite",)


@contextmanager
def scene(kind: str, **more: str) -> Iterator[Scene]:
    """A scene on a fresh database of this kind, with a role that people can be invited to."""
    home, platform = Path(tempfile.mkdtemp(prefix="rolecall-faults-")), Platform()
    try:
        with running(platform.app()) as address, _database(kind, home) as (url, server):
            prepared(url)
            given = settings(address, DATABASE_URL=url, **more)
            yield Scene(home, url, platform, given, server)
    finally:
        shutil.rmtree(home)


@contextmanager
def _database(kind: str, home: Path) -> Iterator[tuple[str, Restartable | None]]:
    if kind == "sqlite":
        yield f"sqlite:///{home / 'rolecall.db'}", None
        return
    folder = programs()
    assert folder, "no PostgreSQL server is installed in /usr/lib/postgresql"
    with restartable(folder) as server:
        yield database(server.url, "rolecall"), server
