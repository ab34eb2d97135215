"""A screening: one candidate through one kit, as the sum of its events.

`evolve` is pure; events hold all that a replay needs, ratings included, so a replay calls nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from bot.core.ratings import Rating
from bot.core.screening.events import (
    Answered,
    Consented,
    Corrected,
    Covered,
    Decided,
    DelayTold,
    Event,
    Expired,
    Finished,
    GateAnswered,
    Invited,
    Paused,
    PersonAsked,
    Probed,
    PutOnHold,
    Reminded,
    Resumed,
    Skipped,
    Unreminded,
    Withdrawn,
)
from bot.core.screening.notice_events import (
    AnotherWayArranged,
    AnotherWayAsked,
    AroundNotice,
    BeginTold,
    NoticeGiven,
    NoticeWaived,
)
from bot.core.screening.resume import ResumeEvent, ResumeKept, ResumeTakenBack
from bot.core.screening.team_events import (
    Beside,
    CandidateTold,
    DecisionUndone,
    MoreAnswered,
    MoreAsked,
    NoteKept,
    Overridden,
    RatedBlind,
    Revealed,
)


class Stage(StrEnum):
    """Where a screening stands."""

    NOTICE = "notice"
    TALKING = "talking"
    FINISHED = "finished"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    ANOTHER_WAY = "another way"


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
    one probe was used up, `awaiting` those whose probe still waits for its answer, and `covered`
    what earlier answers offer to questions that are still to be asked. `resume` is what the
    candidate handed in beside the answers, if anything. `decision` is the team's last one, None
    where it was taken back; `told` is what the candidate was told of it. `more` is the one question
    that the team asked after the end and that waits for its answer. `notice` was given before
    anything is asked, and nothing is before `begins_at`; `arranged` is what the team noted for
    somebody who chose another way.
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
    unreminded: bool = False
    decision: Decided | PutOnHold | None = None
    told: CandidateTold | None = None
    more: MoreAsked | None = None
    notice: NoticeGiven | None = None
    begins_at: datetime | None = None
    arranged: AnotherWayArranged | None = None
    gates: dict[str, GateAnswered] = field(default_factory=dict)
    given: dict[str, tuple[Given, ...]] = field(default_factory=dict)
    probed: frozenset[str] = frozenset()
    awaiting: frozenset[str] = frozenset()
    covered: dict[str, Covered] = field(default_factory=dict)
    resume: ResumeKept | None = None
    invited_at: datetime | None = None
    consented_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether the candidate can still say something in it."""
        return self.stage in (Stage.NOTICE, Stage.TALKING)

    def waits(self, at: datetime) -> bool:
        """Whether it waits at this time for its notice to be over."""
        begins = self.begins_at
        return self.stage is Stage.NOTICE and begins is not None and at < begins

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
    if isinstance(event, AroundNotice):
        return _around_notice(after, event)
    match event:
        case Invited():
            return _opened(after, event)
        case GateAnswered() | Covered():
            return _taken(after, event)
        case Answered() | Corrected() | Skipped() | Probed():
            return _with_answer(after, event)
        case Consented() | Finished() | Withdrawn() | Expired():
            return _staged(after, event)
        case (
            Reminded()
            | Unreminded()
            | DelayTold()
            | Decided()
            | PutOnHold()
            | PersonAsked()
            | Paused()
            | Resumed()
            | ResumeKept()
            | ResumeTakenBack()
        ):
            return _noted(after, event)
        case (
            DecisionUndone()
            | CandidateTold()
            | MoreAsked()
            | MoreAnswered()
            | Overridden()
            | RatedBlind()
            | NoteKept()
            | Revealed()
        ):
            return _beside(after, event)
        case _:
            assert_never(event)


_Noted = (
    Reminded
    | Unreminded
    | DelayTold
    | Decided
    | PutOnHold
    | PersonAsked
    | Paused
    | Resumed
    | ResumeEvent
)


def _noted(after: Screening, event: _Noted) -> Screening:
    """What moves the screening nowhere; that somebody was written to is told by the log alone."""
    match event:
        case Paused() | Resumed():
            return replace(after, paused=isinstance(event, Paused))
        case PersonAsked():
            return replace(after, person_asked=True)
        case Unreminded():
            return replace(after, unreminded=True)
        case ResumeKept() | ResumeTakenBack():
            return replace(after, resume=event if isinstance(event, ResumeKept) else None)
        case Decided() | PutOnHold():
            return replace(after, decision=event, told=None)
        case Reminded() | DelayTold():
            return after
        case _:
            assert_never(event)


def _beside(after: Screening, event: Beside) -> Screening:
    """What comes after the end; levels, notes and who saw the name are told by the log alone."""
    match event:
        case DecisionUndone():
            return replace(after, decision=None, told=None)
        case CandidateTold():
            return replace(after, told=event)
        case MoreAsked():
            return replace(after, more=event)
        case MoreAnswered():
            return replace(after, more=None)
        case Overridden() | RatedBlind() | NoteKept() | Revealed():
            return after
        case _:
            assert_never(event)


def _around_notice(after: Screening, event: AroundNotice) -> Screening:
    match event:
        case NoticeGiven():
            return replace(after, notice=event, begins_at=event.begins_at)
        case NoticeWaived(at):
            return replace(after, begins_at=at)
        case BeginTold():
            return after
        case AnotherWayAsked(at):
            return replace(after, stage=Stage.ANOTHER_WAY, ended_at=at)
        case AnotherWayArranged():
            return replace(after, arranged=event)
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


def _taken(after: Screening, event: GateAnswered | Covered) -> Screening:
    if isinstance(event, GateAnswered):
        return replace(after, gates={**after.gates, event.gate: event})
    return replace(after, covered={**after.covered, event.question: event})


def _staged(after: Screening, event: Consented | Finished | Withdrawn | Expired) -> Screening:
    match event:
        case Consented(at):
            return replace(after, stage=Stage.TALKING, consented_at=at)
        case Finished(at):
            return replace(after, stage=Stage.FINISHED, ended_at=at)
        case Withdrawn(at):
            return replace(after, stage=Stage.WITHDRAWN, ended_at=at)
        case Expired(at):
            return replace(after, stage=Stage.EXPIRED, ended_at=at)
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
        after,
        given={**after.given, question: now},
        awaiting=after.awaiting - {question},
        covered=_still_covered(after, event),
    )


def _still_covered(after: Screening, event: Answered | Corrected | Skipped) -> dict[str, Covered]:
    """What is still on offer: not to a question that now has an answer, nor corrected words."""
    corrected = event.question if isinstance(event, Corrected) else None
    return {
        question: covered
        for question, covered in after.covered.items()
        if question != event.question and covered.source != corrected
    }
