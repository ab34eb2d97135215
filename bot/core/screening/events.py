"""What can happen in a screening, by people or by the clock.

Events hold all a replay needs, ratings included.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.ratings import Rating
from bot.core.screening.notice_events import AroundNotice
from bot.core.screening.resume import ResumeEvent
from bot.core.screening.team_events import Beside


class GateOutcome(StrEnum):
    """What became of a gate."""

    PASS = "pass"  # noqa: S105 - a gate is passed; nothing secret
    UNKNOWN = "unknown"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Invited:
    """A screening was opened. `pseudonym` is how the team sees the candidate."""

    at: datetime
    role: str
    kit_version: str
    brief_version: str
    pseudonym: str
    trial: bool


@dataclass(frozen=True, slots=True)
class Consented:
    """The candidate read the notice and said yes, in these words."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class GateAnswered:
    """A gate was answered, in these words."""

    at: datetime
    gate: str
    words: str
    outcome: GateOutcome


@dataclass(frozen=True, slots=True)
class Answered:
    """A question was answered. `answer` is all said so far, probe included; `rating` is of that."""

    at: datetime
    question: str
    answer: str
    rating: Rating


@dataclass(frozen=True, slots=True)
class Probed:
    """The one prepared probe of a question was asked."""

    at: datetime
    question: str
    probe: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """The candidate chose not to answer a question (or its probe, where it has an answer)."""

    at: datetime
    question: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """The candidate changed an answer. The earlier one stays in the log."""

    at: datetime
    question: str
    answer: str
    rating: Rating


@dataclass(frozen=True, slots=True)
class Covered:
    """What was said to `source` may answer `question` too: offered there, never taken unasked.

    `answer` is the whole answer to `source`, `rating` how it shows the criterion of `question`.
    """

    at: datetime
    question: str
    source: str
    answer: str
    rating: Rating


@dataclass(frozen=True, slots=True)
class Paused:
    """The candidate wants to come back later."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Resumed:
    """The candidate came back."""

    at: datetime


@dataclass(frozen=True, slots=True)
class PersonAsked:
    """The candidate asked for a person, in these words."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The candidate reviewed the answers and sent them.

    `summary` is the fit summary as it was sent, as canonical JSON ("" in logs from before it was
    kept), so that a replay can be held against it.
    """

    at: datetime
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The candidate withdrew (or did not consent)."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Reminded:
    """The candidate was silent and was reminded, for the `times`-th time (from 1)."""

    at: datetime
    times: int


@dataclass(frozen=True, slots=True)
class Unreminded:
    """No more reminders are sent: the candidate said so, or was in distress."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Expired:
    """The screening was closed: it was not finished, or not begun, in time."""

    at: datetime


@dataclass(frozen=True, slots=True)
class DelayTold:
    """The candidate was told that the team takes longer than it should."""

    at: datetime


class Verdict(StrEnum):
    """What a person of the team decided."""

    ADVANCE = "advance"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Decided:
    """A person of the team decided, for this reason; `by` is their id, `name` what it reads as."""

    at: datetime
    verdict: Verdict
    reason: str
    by: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class PutOnHold:
    """A person of the team put the decision off, for this reason."""

    at: datetime
    reason: str
    by: str
    name: str = ""


Event = (
    Invited
    | Consented
    | GateAnswered
    | Answered
    | Probed
    | Skipped
    | Corrected
    | Covered
    | Paused
    | Resumed
    | PersonAsked
    | Finished
    | Withdrawn
    | Reminded
    | Unreminded
    | Expired
    | DelayTold
    | Decided
    | PutOnHold
    | AroundNotice
    | ResumeEvent
    | Beside
)
