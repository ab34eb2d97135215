"""What a turn changes in the questions for the hiring team, and what each change was based on."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.answering.questions import Ask, TeamAnswer


@dataclass(frozen=True, slots=True)
class AskTeam:
    """Put a question to the team; where it has `others` asks already, this one joins them."""

    number: int
    role: str
    ask: Ask
    others: int = 0


@dataclass(frozen=True, slots=True)
class Publish:
    """Keep an answer; the question had `after` answers and `asks` people waiting until now."""

    number: int
    after: int
    asks: int
    answer: TeamAnswer


@dataclass(frozen=True, slots=True)
class Retract:
    """Withdraw a question's answer, or close a question that has none."""

    number: int
    after: int
    asks: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """What waited to be told in this chat is told with this reply."""

    posts: tuple[str, ...]
