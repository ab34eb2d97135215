"""An invented world for the turns' tests: a small bot that keeps what it is told in a real log."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from bot.briefs.reading import read_brief
from bot.core.errors import LostRace
from bot.core.kits.kit import make_kit
from bot.core.messages import Block, Incoming, Post, Reply, Text
from bot.core.plain import plain
from bot.core.roles import Audience
from bot.core.screening.events import (
    Consented,
    Invited,
)
from bot.ports import Append, Open
from bot.ports.delivery import Address
from bot.storage.store import Store, open_store
from bot.turns.answering import Handler
from bot.turns.durable import DurableTurns
from bot.turns.parts import Parts, Settings

Begin = Callable[..., DurableTurns]
"""Starts turns."""
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ROLE = "lighthouse-keeper"
BRIEF = """# Lighthouse Keeper

## Required
- Two winters of keeping a light in working order
"""
ADDRESS = {"channel": "D-invented", "thread": "1.5"}


on_sqlite = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
"""For what does not touch the database's kind."""


def opened(url: str) -> Store:
    """The store at this URL."""
    return open_store(url, read_brief)


def said(message: str, text: str = "hello", conversation: str = "c-1") -> Incoming:
    """One message."""
    return Incoming(message, conversation, "U-invented", Audience.TEAM, text, NOON)


class LogBook:
    """A bot that writes each message into the log of its conversation's screening.

    It answers "heard TEXT"; a text that begins with "post" is posted too, "fail" fails.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.handled: list[str] = []
        self.before: Callable[[Incoming], None] = lambda incoming: None

    def handle(self, incoming: Incoming) -> Reply:
        """The reply; the same id gets the same one."""
        for _ in range(5):
            known = self._store.inbox.reply_to(incoming.id)
            if known is not None:
                return known
            self.before(incoming)
            try:
                return self._write(incoming)
            except LostRace:
                continue
        raise LostRace("The log was always longer.")

    def _write(self, incoming: Incoming) -> Reply:
        if incoming.text.startswith("fail"):
            raise KeyError(incoming.text)
        log = f"log-{incoming.conversation}"
        length = len(self._store.screenings.events(log))
        if not length:
            self._open(log)
            length = 1
        reply = Reply((Text(f"heard {incoming.text}"),), self._posts(incoming))
        event = Consented(incoming.at, incoming.text)
        self._store.inbox.commit(incoming, reply, (Append(log, length, (event,)),))
        self.handled.append(incoming.id)
        return reply

    def _posts(self, incoming: Incoming) -> tuple[Post, ...]:
        if not incoming.text.startswith("post"):
            return ()
        blocks = (Text(f"posted {incoming.text}"),)
        log = f"log-{incoming.conversation}"
        return (Post(f"{incoming.id}-post", ROLE, log, NOON, blocks),)

    def _open(self, log: str) -> None:
        kit = make_kit(read_brief(ROLE, "invented.md", BRIEF))
        invited = Invited(NOON, ROLE, kit.version, kit.brief_version, "Candidate 7F3", False)
        change = Open(log, invited, "Ottoline Invented-Quibble", f"token-{log}", NOON, kit)
        self._store.inbox.commit(said(f"open {log}", "", f"opening {log}"), Reply(()), (change,))


def logged(store: Store, conversation: str = "c-1") -> list[str]:
    """What the log of a conversation holds, in order."""
    events = store.screenings.events(f"log-{conversation}")
    return [event.words for event in events if isinstance(event, Consented)]


class Recorder:
    """A sender that remembers; it first raises what it was given, error by error."""

    def __init__(self, *troubles: Exception) -> None:
        self._troubles = list(troubles)
        self._lock = threading.Lock()
        self.tries: list[str] = []
        self.sent: list[tuple[Address, str, str]] = []

    @property
    def words(self) -> list[str]:
        """What was sent, in order."""
        return [words for _, _, words in self.sent]

    def send(self, address: Address, key: str, blocks: tuple[Block, ...]) -> tuple[Address, ...]:
        """Send, or fail."""
        with self._lock:
            self._fail(key)
            self.sent.append((dict(address), key, plain(blocks)))
            return ({**address, "number": str(len(self.sent) - 1)},)

    def replace(self, standing: Address, key: str, blocks: tuple[Block, ...]) -> None:
        """Replace, or fail."""
        with self._lock:
            self._fail(key)
            number = int(standing["number"])
            address, sent, _ = self.sent[number]
            self.sent[number] = (address, sent, plain(blocks))

    def fail(self, *troubles: Exception) -> None:
        """Raise these next, error by error."""
        with self._lock:
            self._troubles += troubles

    def _fail(self, key: str) -> None:
        self.tries.append(key)
        if self._troubles:
            raise self._troubles.pop(0)


@contextmanager
def talking(url: str, store: Store, bot: Handler, sender: Recorder) -> Iterator[DurableTurns]:
    """Turns of a bot on a store; what it says in “chat” goes to the sender, posts go nowhere."""
    ways = {"chat": sender}
    parts = Parts(bot, store.inbox, store.outbox, store.standings, ways, lambda role: ())
    turns = DurableTurns(parts, Settings(url))
    turns.start()
    yield turns
    turns.stop()


def soon(true: Callable[[], bool], seconds: float = 10) -> None:
    """Wait until something is true; fails where it does not become so."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it did not come true"
        time.sleep(0.01)
