"""A candidate's résumé: what was read of it, and the words in it that speak to a requirement.

It is never rated: everybody is asked the same questions, and only their answers have a level.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Hidden(StrEnum):
    """Why a part of a file was left out: a person who looks at the file cannot see it."""

    PALE = "pale"
    TINY = "tiny"
    OUTSIDE = "outside"
    COVERED = "covered"
    MARKED = "marked"
    COMMENT = "comment"
    CHARACTERS = "characters"


@dataclass(frozen=True, slots=True)
class ReadResume:
    """What a file says to whoever looks at it, and what was left out because nobody sees it.

    `form` is the kind of file as its ending says it, such as "pdf"; its name is not kept.
    """

    form: str
    text: str
    left_out: tuple[Hidden, ...] = ()


@dataclass(frozen=True, slots=True)
class InResume:
    """Words of a résumé that speak to a criterion: `quote` is exactly `text[start:end]`.

    `line` counts the lines of the text from 1.
    """

    criterion: str
    line: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class ResumeKept:
    """The candidate read what was read of their file and put it with their answers.

    `sha256` is of the text in UTF-8; the file itself is not kept. `finder` names, with its version,
    what found `quotes`; `orders` counts the lines that speak to the bot and were passed over.
    """

    at: datetime
    form: str
    text: str
    sha256: str
    left_out: tuple[Hidden, ...] = ()
    quotes: tuple[InResume, ...] = ()
    finder: str = ""
    orders: int = 0

    def quoted_for(self, criterion: str) -> tuple[InResume, ...]:
        """The words that speak to this criterion."""
        return tuple(one for one in self.quotes if one.criterion == criterion)


@dataclass(frozen=True, slots=True)
class ResumeTakenBack:
    """The candidate took the résumé back: nobody is shown it from then on."""

    at: datetime


ResumeEvent = ResumeKept | ResumeTakenBack


def resume_in(events: Iterable[object]) -> ResumeKept | None:
    """The résumé that counts: the last one handed in, None where it was taken back."""
    found: ResumeKept | None = None
    for event in events:
        if isinstance(event, ResumeKept):
            found = event
        elif isinstance(event, ResumeTakenBack):
            found = None
    return found


def line_at(text: str, start: int) -> int:
    """In which line, from 1, a place in a text stands."""
    return text.count("\n", 0, start) + 1
