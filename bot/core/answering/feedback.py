"""What people think of answers, with how each answer came about and without who asked."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Trace:
    """How a question was answered: from which brief, by which way, with which lines of it.

    `lines` count from 1; what the team itself said has none. The question's words are not here.
    """

    role: str
    version: str
    route: str
    answered: bool
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KeepTrace:
    """Keep how a message was answered."""

    message: str
    trace: Trace
    at: datetime


@dataclass(frozen=True, slots=True)
class GiveFeedback:
    """Keep what somebody thinks of the answer to a message, in the place of what they thought.

    `asker` is a keyed hash: it tells two people apart and names nobody.
    """

    message: str
    asker: str
    good: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody thought of an answer, and how that came about."""

    trace: Trace
    good: bool
    at: datetime
