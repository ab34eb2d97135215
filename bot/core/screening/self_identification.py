"""What candidates may tell about themselves after the end: voluntary, and kept apart from all else.

Nothing of it is in a screening's log. What is kept names neither the person nor the screening: a
keyed hash stands for it, so that the decision that people made later can be counted with it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Category:
    """One question about the person, and the answers there are to choose from."""

    id: str
    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """What is asked about the person, and what for, as an administrator wrote it."""

    why: str = ""
    categories: tuple[Category, ...] = ()


NOTHING_ASKED = Questionnaire()


@dataclass(frozen=True, slots=True)
class Questionnaires:
    """Who is asked: the candidates of these roles, or of all of them with `*`."""

    asked: Questionnaire = NOTHING_ASKED
    roles: frozenset[str] = frozenset()

    def of(self, role: str) -> Questionnaire:
        """What candidates for a role are asked."""
        return self.asked if self.roles & {role, "*"} else NOTHING_ASKED


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody told, as it is kept: `mark` is a keyed hash, `quarter` is as in `2027-Q1`."""

    mark: str
    role: str
    quarter: str
    category: str
    answer: str


@dataclass(frozen=True, slots=True)
class KeepApart:
    """Keep this apart, in the place of an earlier answer, and no word of the message it came in."""

    told: Told


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Delete what was told under this mark (about one category alone), and keep no word."""

    mark: str
    category: str = ""


@dataclass(frozen=True, slots=True)
class KeepNoWord:
    """Keep no word of this message."""


SetApart = KeepApart | TakeBack | KeepNoWord


def name_of(screening: str) -> str:
    """What the keyed hash of a screening's answers is made of."""
    return f"self-identification of {screening}"


def quarter(on: date) -> str:
    """The quarter of a year that a day is in: `2027-Q1`."""
    return f"{on.year}-Q{(on.month + 2) // 3}"


def chosen(category: Category, text: str) -> str | None:
    """The answer that a message picks by its number (from 1) or its words; None for none."""
    said = " ".join(text.split()).strip(" .!").casefold()
    if re.fullmatch(r"[0-9]{1,2}", said):
        number = int(said)
        return category.answers[number - 1] if 0 < number <= len(category.answers) else None
    named: Mapping[str, str] = {answer.casefold(): answer for answer in category.answers}
    return named.get(said)
