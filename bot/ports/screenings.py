"""The screenings: their logs, what the clock sees of them, and what is held or remembered."""

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from bot.core.clock.due import Course
from bot.core.messages import Origin
from bot.core.screening.events import Event
from bot.core.screening.screening import Screening


@dataclass(frozen=True, slots=True)
class Entry:
    """A screening as the team's list shows it, without the candidate's name."""

    id: str
    role: str
    pseudonym: str
    trial: bool
    opened_at: datetime


class Screenings(Protocol):
    """The logs of the screenings."""

    def events(self, screening: str) -> tuple[Event, ...]:
        """The log in order, its hash chain checked; empty where there is no such screening.

        Raises BrokenLog where an event was altered.
        """
        ...

    def state(self, screening: str) -> Screening:
        """The screening as its log makes it; `number` is 0 where there is none.

        What it costs does not grow with the log. Raises BrokenLog where it does not hold together.
        """
        ...

    def entries(self, role: str = "", newest: int = 0) -> tuple[Entry, ...]:
        """The screenings of a role (of all roles with ""), oldest first.

        With `newest`, only that many of the newest: there can be a hundred thousand.
        """
        ...

    def named(self, names: Collection[str]) -> tuple[Entry, ...]:
        """The screenings with one of these ids, pseudonyms or codes (“7F3”), oldest first.

        Several roles can have the same code.
        """
        ...

    def by_token(self, token: str, at: datetime) -> str | None:
        """The screening this invitation opens: begun in time, it opens as long as it is kept."""
        ...


@dataclass(frozen=True, slots=True)
class Reach:
    """The chat a candidate wrote in last; `origin` is None where it cannot be written to first."""

    conversation: str
    origin: Origin | None


class Agenda(Protocol):
    """The screenings as the clock sees them, and what was done by it."""

    def open(self) -> tuple[Course, ...]:
        """Those that go on, oldest first."""
        ...

    def ended(self, before: datetime | None = None) -> tuple[Course, ...]:
        """Those that wait for a decision, and those that were over before a moment, oldest first.

        An erased one is in neither list.
        """
        ...

    def roles(self) -> frozenset[str]:
        """The roles that have screenings, also those that were taken out."""
        ...

    def reach(self, screening: str) -> Reach | None:
        """Where its candidate wrote last; None where they never did."""
        ...


@dataclass(frozen=True, slots=True)
class Hold:
    """Keeps a screening out of retention: why, who said so, and when."""

    screening: str
    reason: str
    by: str
    at: datetime


class Holds(Protocol):
    """The legal holds."""

    def all(self) -> tuple[Hold, ...]:
        """Those that are in force, oldest first."""
        ...

    def put(self, hold: Hold) -> bool:
        """Hold a screening; False where it is held already or there is none."""
        ...

    def release(self, screening: str, by: str, at: datetime) -> bool:
        """Let retention go on with it; False where it is not held."""
        ...


_Made = TypeVar("_Made")


class Recall(Protocol):
    """Keeps in memory what takes long to make of a screening, and never on a disk."""

    def __call__(self, screening: str, of: Hashable, work: Callable[[], _Made]) -> _Made:
        """What `work` makes of `of`, made once while that stays the same, until it is erased."""
        ...


def anew(screening: str, of: Hashable, work: Callable[[], _Made]) -> _Made:
    """Where nothing is kept in memory."""
    del screening, of
    return work()
