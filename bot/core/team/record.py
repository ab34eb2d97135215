"""What was said in a screening, question by question, with the rating of each answer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from bot.core.kits.kit import Kit
from bot.core.ratings import Rating
from bot.core.roles import Criterion
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
    GateOutcome,
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
    BeginTold,
    NoticeGiven,
    NoticeWaived,
)
from bot.core.screening.resume import ResumeKept, ResumeTakenBack
from bot.core.screening.team_events import (
    CandidateTold,
    DecisionUndone,
    MoreAnswered,
    MoreAsked,
    NoteKept,
    Overridden,
    RatedBlind,
    Revealed,
)
from bot.core.wording import record as words


@dataclass(frozen=True, slots=True)
class Spoken:
    """One question, and what the candidate said to it.

    `id` is its place on the record page. `answer` is the whole answer that counts, "" where the
    question was skipped; from `follow_up_at` on, in code points, it answers `follow_up`. `earlier`
    are the answers it replaced. `criterion` and `rating` are None for a gate, `outcome` is for
    gates alone.
    """

    id: str
    asked: str
    answer: str
    at: datetime
    criterion: Criterion | None = None
    rating: Rating | None = None
    outcome: GateOutcome | None = None
    follow_up: str = ""
    follow_up_at: int = 0
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened between the questions, in words for the team."""

    at: datetime
    words: str


Entry = Spoken | Moment


def record(kit: Kit, events: Iterable[Event]) -> tuple[Entry, ...]:
    """The log as people read it, in the order in which things came up.

    What the candidate asked about the role is not in the log, and so not in here.
    """
    entries: dict[str, Entry] = {}
    for number, event in enumerate(events):
        moment = words.moment(event)
        if moment:
            entries[f"moment-{number}"] = Moment(event.at, moment)
            continue
        spoken = _spoken(kit, entries, event)
        if spoken:
            entries[spoken.id] = spoken
    return tuple(entries.values())


def spoken_in(entries: Iterable[Entry]) -> tuple[Spoken, ...]:
    """The questions and answers alone."""
    return tuple(entry for entry in entries if isinstance(entry, Spoken))


def _spoken(kit: Kit, entries: dict[str, Entry], event: Event) -> Spoken | None:
    match event:
        case GateAnswered():
            return _at_gate(kit, entries, event)
        case Answered() | Corrected() | Skipped() | Probed():
            return _at_question(kit, entries, event)
        case (
            Invited()
            | Consented()
            | Covered()
            | Paused()
            | Resumed()
            | PersonAsked()
            | Finished()
            | Withdrawn()
            | Reminded()
            | Unreminded()
            | Expired()
            | DelayTold()
            | ResumeKept()
            | ResumeTakenBack()
            | Decided()
            | PutOnHold()
            | DecisionUndone()
            | CandidateTold()
            | MoreAsked()
            | MoreAnswered()
            | Overridden()
            | RatedBlind()
            | NoteKept()
            | NoticeGiven()
            | NoticeWaived()
            | BeginTold()
            | AnotherWayAsked()
            | AnotherWayArranged()
            | Revealed()
        ):
            return None
        case _:
            assert_never(event)


def _at_gate(kit: Kit, entries: dict[str, Entry], event: GateAnswered) -> Spoken:
    asked = next((gate.text for gate in kit.gates if gate.id == event.gate), event.gate)
    fresh = Spoken(f"gate-{event.gate}", asked, event.words, event.at, outcome=event.outcome)
    before = entries.get(fresh.id)
    if isinstance(before, Spoken):
        return replace(fresh, earlier=(*before.earlier, before.answer))
    return fresh


def _at_question(
    kit: Kit, entries: dict[str, Entry], event: Answered | Corrected | Skipped | Probed
) -> Spoken:
    known = entries.get(event.question)
    before = known if isinstance(known, Spoken) else _fresh(kit, event)
    match event:
        case Probed():
            return replace(before, follow_up=event.probe, follow_up_at=len(before.answer))
        case Skipped():
            return before
        case Answered() if before.follow_up and event.answer.startswith(before.answer):
            return replace(before, answer=event.answer, rating=event.rating, at=event.at)
        case Answered() | Corrected():
            replaced = (*before.earlier, before.answer) if before.answer else before.earlier
            changed = replace(before, follow_up="", follow_up_at=0, earlier=replaced)
            return replace(changed, answer=event.answer, rating=event.rating, at=event.at)
        case _:
            assert_never(event)


def _fresh(kit: Kit, event: Answered | Corrected | Skipped | Probed) -> Spoken:
    for question in kit.questions:
        if question.id == event.question:
            return Spoken(question.id, question.text, "", event.at, question.criterion)
    return Spoken(event.question, event.question, "", event.at)
