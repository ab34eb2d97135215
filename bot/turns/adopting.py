"""Takes up what other programs on the same database left unfinished when they ended."""

import logging
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from bot.turns.journal import Journal

LOOK_SECONDS = 5.0
"""How often this is looked after."""
SEEN_TWICE_SECONDS = 4.0
"""How long a program has to be seen gone, so that one that lost its connection can come back."""
_log = logging.getLogger(__name__)


class Seat(Protocol):
    """This program's name among those on one database, and a way to see who else is alive."""

    @property
    def name(self) -> str:
        """The name that nobody else alive has."""
        ...

    def keep(self) -> bool:
        """Hold on to the name; False where that cannot be done now."""
        ...

    def vacant(self, name: str) -> AbstractContextManager[bool]:
        """Whether nobody alive has this name; if so, nobody can take it meanwhile."""
        ...


class Adopting:
    """Looks after the seat, and after what was left behind.

    What is taken up goes on as after a restart: with one effect, and what was sent is not sent
    again. Of several programs that look at once, the one that holds the name's lock does it.
    """

    def __init__(
        self, seat: Seat, journal: Journal, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._seat = seat
        self._journal = journal
        self._clock = clock
        self._looked = float("-inf")
        self._gone_since: dict[str, float] = {}

    def look(self) -> None:
        """Take up what was left behind by programs that were seen gone for a while."""
        if self._clock() - self._looked < LOOK_SECONDS:
            return
        self._looked = self._clock()
        if not self._seat.keep():
            return
        others = self._journal.executors() - {self._seat.name}
        for name in [known for known in self._gone_since if known not in others]:
            del self._gone_since[name]
        for name in sorted(others):
            self._look_after(name)

    def _look_after(self, name: str) -> None:
        with self._seat.vacant(name) as vacant:
            if not vacant:
                self._gone_since.pop(name, None)
                return
            since = self._gone_since.setdefault(name, self._clock())
            if self._clock() - since >= SEEN_TWICE_SECONDS:
                count = self._journal.take_over(name)
                _log.warning("%d unfinished turns of %s, which ended, go on here", count, name)
                del self._gone_since[name]
