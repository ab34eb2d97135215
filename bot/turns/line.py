"""A lane is one line over all programs on a database: who was written down first goes first."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

from bot.core.errors import Unavailable
from bot.turns.lanes import Lanes
from bot.turns.trouble import where

LONGEST_SECONDS = 1200.0
"""How long work waits for what is before it: longer than sending is tried again. An order that can
no longer be kept is better broken than a chat left without an answer."""
TAKEN_SECONDS = 10.0
"""How long somebody waits who looks at a page meanwhile."""
_FIRST, _MOST = 0.01, 0.5
"""Seconds between two looks; they double."""
_log = logging.getLogger(__name__)


class Locks(Protocol):
    """Locks by name over all programs; what one holds is let go when it ends, however it ends."""

    def take(self, name: str) -> bool:
        """Hold a name's lock; False where another program does. Raises Unavailable."""
        ...

    def drop(self, name: str) -> None:
        """Let go of it."""
        ...


class NoLocks:
    """For a program that is alone on its database."""

    def take(self, name: str) -> bool:
        """Nobody else could hold it."""
        del name
        return True

    def drop(self, name: str) -> None:
        """Nothing was held."""


class Written(Protocol):
    """The journal: what was written down in which order."""

    def before(self, lane: str, name: str) -> frozenset[str]:
        """The unfinished work of a lane, of all programs, written down before this piece."""
        ...


class Line:
    """One turn at a time in each lane, whichever program has it.

    The journal gives the order, a lock keeps apart what came in the same moment. Who waits for
    another program has no hand of this one's.
    """

    def __init__(self, lanes: Lanes, written: Written, locks: Locks) -> None:
        self._lanes = lanes
        self._written = written
        self._locks = locks

    @contextmanager
    def turn(self, lane: str, name: str) -> Iterator[None]:
        """Wait for the turn of work that was written down; raises Stopped."""
        with self._lanes.turn(lane, name):
            until, wait = time.monotonic() + LONGEST_SECONDS, _FIRST
            while (earlier := self._before(lane, name)) is None or earlier:
                if time.monotonic() > until:
                    _log.error("%s goes before others of its chat that do not end", name)
                    break
                # What another program left and this one took up may stand behind it here.
                if not (earlier and self._lanes.let_pass(lane, name, earlier)):
                    self._lanes.pause(wait)
                    wait = min(2 * wait, _MOST)
            with self._alone(lane, LONGEST_SECONDS):
                yield

    @contextmanager
    def taken(self, lane: str, name: str) -> Iterator[None]:
        """Wait for the turn of what is not written down; raises Stopped."""
        with self._lanes.turn(lane, name), self._alone(lane, TAKEN_SECONDS):
            yield

    def _before(self, lane: str, name: str) -> frozenset[str] | None:
        """None where it cannot be known now, since the database is away."""
        try:
            return self._written.before(lane, name)
        except Exception as error:
            _log.warning("the order of %s is looked up again: %s", name, where(error))
            return None

    @contextmanager
    def _alone(self, lane: str, seconds: float) -> Iterator[None]:
        until, wait = time.monotonic() + seconds, _FIRST
        while not (held := self._hold(lane)) and time.monotonic() < until:
            self._lanes.pause(wait)
            wait = min(2 * wait, _MOST)
        try:
            yield
        finally:
            if held:
                with suppress(Unavailable):
                    self._locks.drop(lane)

    def _hold(self, lane: str) -> bool:
        try:
            return self._locks.take(lane)
        except Unavailable:
            return False
