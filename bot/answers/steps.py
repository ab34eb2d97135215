"""How one question was answered: by which way, and with what, as values."""

from dataclasses import dataclass
from enum import StrEnum

from bot.answers.case import Case
from bot.answers.gate import Judged
from bot.core.answering.answers import Answer


class Route(StrEnum):
    """Which of the ways through answering settled a question, in the order they are tried."""

    ASIDE = "small talk, or an order to the bot"
    TEAM = "asks for what is for the hiring team"
    TITLE = "the role's title"
    LIST = "a list"
    YEARS = "years of experience"
    PAY = "pay figures"
    NAME = "a named thing that the brief does not hold"
    REQUIREMENTS = "requirement check"
    LINES = "the lines were weighed"


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a message with its answer.

    `best` is the line that the gate judged, where the question's form settled nothing; None also
    where this audience may see no line at all.
    """

    case: Case
    route: Route
    answer: Answer
    best: Judged | None = None
