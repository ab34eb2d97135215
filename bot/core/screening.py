"""A screening: one candidate through one kit, as the sum of its events.

`evolve` is pure; events hold all that a replay needs, ratings included, so a replay calls nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from bot.core.ratings import Rating


class Stage(StrEnum):
    """Where a screening stands."""

    NOTICE = "notice"
    TALKING = "talking"
    FINISHED = "finished"
    WITHDRAWN = "withdrawn"


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
    """The candidate reviewed the answers and sent them."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The candidate withdrew (or did not consent)."""

    at: datetime


Event = (
    Invited
    | Consented
    | GateAnswered
    | Answered
    | Probed
    | Skipped
    | Corrected
    | Paused
    | Resumed
    | PersonAsked
    | Finished
    | Withdrawn
)


@dataclass(frozen=True, slots=True)
class Given:
    """What a candidate gave to one question: the answer ("" where skipped) and its rating."""

    answer: str
    rating: Rating | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Screening:
    """The state after some events.

    `number` counts them. `given` holds every version of every answer, `probed` the questions whose
    one probe was used up, `awaiting` those whose probe still waits for its answer.
    """

    id: str
    number: int = 0
    role: str = ""
    kit_version: str = ""
    brief_version: str = ""
    pseudonym: str = ""
    trial: bool = False
    stage: Stage = Stage.NOTICE
    paused: bool = False
    person_asked: bool = False
    gates: dict[str, GateAnswered] = field(default_factory=dict)
    given: dict[str, tuple[Given, ...]] = field(default_factory=dict)
    probed: frozenset[str] = frozenset()
    awaiting: frozenset[str] = frozenset()
    invited_at: datetime | None = None
    consented_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether the candidate can still say something in it."""
        return self.stage not in (Stage.FINISHED, Stage.WITHDRAWN)

    def latest(self, question: str) -> Given | None:
        """The answer that counts for a question: the last one given."""
        versions = self.given.get(question, ())
        return versions[-1] if versions else None


def replayed(identity: str, events: Iterable[Event]) -> Screening:
    """The screening that these events, in order, make."""
    screening = Screening(identity)
    for event in events:
        screening = evolve(screening, event)
    return screening


def evolve(screening: Screening, event: Event) -> Screening:
    """The screening after one more event."""
    after = replace(screening, number=screening.number + 1)
    match event:
        case Invited():
            return _opened(after, event)
        case GateAnswered():
            return replace(after, gates={**after.gates, event.gate: event})
        case Answered() | Corrected() | Skipped() | Probed():
            return _with_answer(after, event)
        case Paused() | Resumed():
            return replace(after, paused=isinstance(event, Paused))
        case PersonAsked():
            return replace(after, person_asked=True)
        case Consented() | Finished() | Withdrawn():
            return _staged(after, event)
        case _:
            assert_never(event)


def _opened(after: Screening, event: Invited) -> Screening:
    return replace(
        after,
        role=event.role,
        kit_version=event.kit_version,
        brief_version=event.brief_version,
        pseudonym=event.pseudonym,
        trial=event.trial,
        invited_at=event.at,
    )


def _staged(after: Screening, event: Consented | Finished | Withdrawn) -> Screening:
    match event:
        case Consented(at):
            return replace(after, stage=Stage.TALKING, consented_at=at)
        case Finished(at):
            return replace(after, stage=Stage.FINISHED, ended_at=at)
        case Withdrawn(at):
            return replace(after, stage=Stage.WITHDRAWN, ended_at=at)
        case _:
            assert_never(event)


def _with_answer(after: Screening, event: Answered | Corrected | Skipped | Probed) -> Screening:
    question = event.question
    earlier = after.given.get(question, ())
    match event:
        case Answered() | Corrected():
            now = (*earlier, Given(event.answer, event.rating, event.at))
        case Probed():
            return replace(
                after, probed=after.probed | {question}, awaiting=after.awaiting | {question}
            )
        case Skipped():
            # Skipping the probe keeps what was answered before it.
            now = earlier or (Given("", None, event.at),)
        case _:
            assert_never(event)
    return replace(
        after, given={**after.given, question: now}, awaiting=after.awaiting - {question}
    )
