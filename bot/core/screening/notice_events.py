"""What can happen around the notice: it is given, waited for or given up; another way is chosen."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class NoticeGiven:
    """The candidate was told for the first time, `days` working days before anything is asked.

    Nothing is asked before `begins_at`: the start of the day `begins_on` (as in `2027-03-16`), as
    the policy counted when the notice was given. What was told stands, whatever the policy becomes.
    """

    at: datetime
    days: int
    begins_at: datetime
    begins_on: str


@dataclass(frozen=True, slots=True)
class NoticeWaived:
    """The candidate gave up the rest of the notice: they read `sentence` and said `words`."""

    at: datetime
    words: str
    sentence: str


@dataclass(frozen=True, slots=True)
class BeginTold:
    """The candidate was told that the notice is over and the screening can begin."""

    at: datetime


@dataclass(frozen=True, slots=True)
class AnotherWayAsked:
    """The candidate chose another way than this chat, in these words: a person takes over."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class AnotherWayArranged:
    """A person of the team noted what was arranged instead of the chat."""

    at: datetime
    what: str
    by: str
    name: str = ""


AroundNotice = NoticeGiven | NoticeWaived | BeginTold | AnotherWayAsked | AnotherWayArranged
