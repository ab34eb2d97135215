"""What people add to a screening after its end, beside the summary that the bot made of it."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.ratings import Level


@dataclass(frozen=True, slots=True)
class DecisionUndone:
    """A person of the team took the standing decision back: nothing is decided from then on."""

    at: datetime
    reason: str
    by: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class CandidateTold:
    """The candidate was told the team's decision, in words that this person approved."""

    at: datetime
    words: str
    by: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class MoreAsked:
    """A person of the team asked the candidate one more question after the screening."""

    at: datetime
    question: str
    by: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class MoreAnswered:
    """The candidate answered that question; "" where they chose not to. It is not rated."""

    at: datetime
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Overridden:
    """A person set another level for a criterion (by its id). The bot's own rating stays."""

    at: datetime
    criterion: str
    level: Level
    reason: str
    by: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class OwnLevel:
    """The level that a person found for a criterion (by its id)."""

    criterion: str
    level: Level


@dataclass(frozen=True, slots=True)
class RatedBlind:
    """A person rated the evidence before the bot's levels were shown to them."""

    at: datetime
    levels: tuple[OwnLevel, ...]
    by: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class NoteKept:
    """What a person of the team said about a candidate, kept for the record.

    `by` and `name` are whose words they are; `marked_by` and `marker` are who marked somebody
    else's words, "" where the author did.
    """

    at: datetime
    text: str
    by: str
    name: str = ""
    marked_by: str = ""
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Revealed:
    """A person of the team was shown the candidate's name and contact data, for this reason."""

    at: datetime
    reason: str
    by: str
    name: str = ""


Beside = (
    DecisionUndone
    | CandidateTold
    | MoreAsked
    | MoreAnswered
    | Overridden
    | RatedBlind
    | NoteKept
    | Revealed
)
"""What comes after the end, beside the summary that the bot made."""
