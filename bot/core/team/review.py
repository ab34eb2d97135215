"""What the team added to a screening after its end, read from its log: beside the summary."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.core.screening.events import Decided, Event, PutOnHold
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

Step = Decided | PutOnHold | DecisionUndone


@dataclass(frozen=True, slots=True)
class OneMore:
    """One question after the end; `answer` is None while it waits and has "" where skipped."""

    asked: MoreAsked
    answer: MoreAnswered | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """All of it, each in the order in which it happened.

    `steps` are decisions and what took them back; `told` is what the candidate was told since the
    last of them.
    """

    steps: tuple[Step, ...] = ()
    told: CandidateTold | None = None
    more: tuple[OneMore, ...] = ()
    overrides: tuple[Overridden, ...] = ()
    blind: tuple[RatedBlind, ...] = ()
    notes: tuple[NoteKept, ...] = ()
    reveals: tuple[Revealed, ...] = ()

    @property
    def decision(self) -> Decided | PutOnHold | None:
        """The decision that stands."""
        last = self.steps[-1] if self.steps else None
        return None if isinstance(last, DecisionUndone) else last

    def override(self, criterion: str) -> Overridden | None:
        """What a person changed the level of a criterion to last."""
        theirs = [one for one in self.overrides if one.criterion == criterion]
        return theirs[-1] if theirs else None

    def rated_by(self, person: str) -> RatedBlind | None:
        """What this person found before they saw the bot's levels."""
        return next((one for one in self.blind if one.by == person), None)


NOTHING_ADDED = Review()
"""What the team added to a screening that it has not touched."""


def review(events: Iterable[Event]) -> Review:
    """What the team added, from a screening's log."""
    found = Review()
    for event in events:
        found = _with(found, event)
    return found


def _with(found: Review, event: Event) -> Review:
    match event:
        case Decided() | PutOnHold() | DecisionUndone():
            return replace(found, steps=(*found.steps, event), told=None)
        case CandidateTold():
            return replace(found, told=event)
        case MoreAsked():
            return replace(found, more=(*found.more, OneMore(event)))
        case MoreAnswered() if found.more:
            answered = replace(found.more[-1], answer=event)
            return replace(found, more=(*found.more[:-1], answered))
        case _:
            return _marked(found, event)


def _marked(found: Review, event: Event) -> Review:
    match event:
        case Overridden():
            return replace(found, overrides=(*found.overrides, event))
        case RatedBlind():
            return replace(found, blind=(*found.blind, event))
        case NoteKept():
            return replace(found, notes=(*found.notes, event))
        case Revealed():
            return replace(found, reveals=(*found.reveals, event))
        case _:
            return found
