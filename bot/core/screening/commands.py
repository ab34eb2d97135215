"""What a candidate can do in a screening, as values for `decide`."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.ratings import Rating
from bot.core.screening.resume import ResumeKept


@dataclass(frozen=True, slots=True)
class Consent:
    """Yes to the notice, in these words."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class WaiveNotice:
    """Give up the rest of the notice, in these words, after `sentence` was shown."""

    at: datetime
    words: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ChooseAnotherWay:
    """Do not go on here: a person takes over, in another way."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """A question that is still to be asked, and how an answer to another one shows it."""

    question: str
    rating: Rating


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to whatever is asked now. `rating` is of `whole_answer`; None for a gate.

    `also` names the later questions that the same words may answer.
    """

    at: datetime
    text: str
    rating: Rating | None
    also: tuple[Overlap, ...] = ()


@dataclass(frozen=True, slots=True)
class Reuse:
    """Let what was said before stand as the answer to what is asked now."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave out what is asked now."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Correct:
    """Replace the answer to a question that was asked before."""

    at: datetime
    question: str
    text: str
    rating: Rating


@dataclass(frozen=True, slots=True)
class CorrectGate:
    """Replace the answer to a gate that was asked before."""

    at: datetime
    gate: str
    text: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop for now."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on."""

    at: datetime


@dataclass(frozen=True, slots=True)
class NoReminders:
    """Do not remind me."""

    at: datetime


@dataclass(frozen=True, slots=True)
class AskPerson:
    """Ask for a person, in these words."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Leave the screening for good."""

    at: datetime


@dataclass(frozen=True, slots=True)
class KeepResume:
    """Put a résumé with the answers, as it was read and shown."""

    at: datetime
    resume: ResumeKept


@dataclass(frozen=True, slots=True)
class TakeBackResume:
    """Take the résumé back."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Finish:
    """Send the reviewed answers; `summary` is the fit summary they make, as canonical JSON."""

    at: datetime
    summary: str = ""


Here = WaiveNotice | Consent | Answer | Reuse | Skip | Finish
"""What depends on where the screening stands."""
Correction = Correct | CorrectGate
AboutResume = KeepResume | TakeBackResume
Anywhere = Pause | Resume | NoReminders | ChooseAnotherWay | Withdraw
Command = Here | Correction | Anywhere | AboutResume | AskPerson
