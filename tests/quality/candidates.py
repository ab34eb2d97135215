"""`python -m tests.quality candidates`: questions about what a candidate said, found and not found.

Half of the screenings were looked at while the rule and its threshold were chosen; the others were
not. All candidates are invented.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from bot.answers.heard import heard
from bot.answers.listening import listened
from bot.core.roles import Criterion, CriterionKind
from bot.core.team.record import Spoken
from bot.core.text.contact import veiled
from bot.ports import Ranker

HERE = Path(__file__).parent / "candidates"
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Row:
    """One question, all that was said, and words that a quote must hold; None for no quote."""

    question: str
    said: tuple[Spoken, ...]
    quote: str | None


@dataclass(frozen=True, slots=True)
class Screened:
    """An invented screening and the questions about it."""

    name: str
    half: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """A question that was asked, and the quotes that came."""

    row: Row
    quotes: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the words stand in a quote; whether nothing came where nothing was said."""
        if self.row.quote is None:
            return not self.quotes
        return any(self.row.quote in quote for quote in self.quotes)


def screenings() -> Iterator[Screened]:
    """The screenings, by file name."""
    for file in sorted(HERE.glob("*.yaml")):
        told = yaml.safe_load(file.read_text("utf-8"))
        said = tuple(_spoken(number, one) for number, one in enumerate(told["answers"], 1))
        rows = tuple(Row(text, said, quote) for text, quote in told["questions"])
        yield Screened(file.stem, told["half"], rows)


def _spoken(number: int, one: dict[str, str]) -> Spoken:
    text = one["criterion"]
    criterion = Criterion(f"c{number}", CriterionKind.ESSENTIAL, text, "Required", number)
    return Spoken(f"q{number}", f"What have you done with {text}?", one["answer"], NOON, criterion)


def ask(row: Row, ranker: Ranker) -> Done:
    """One question, asked."""
    ready = listened(row.said, ranker, veiled)
    found = heard(row.question, row.said, ready, ranker)
    return Done(row, tuple(one.quote for one in found))


def report(done: Sequence[Done]) -> dict[str, Any]:
    """How many were asked, and the share that went right of those said and not said."""
    said = [one for one in done if one.row.quote is not None]
    unsaid = [one for one in done if one.row.quote is None]
    return {
        "asked": len(done),
        "said": len(said),
        "found": _share(said),
        "unsaid": len(unsaid),
        "refused": _share(unsaid),
    }


def _share(done: Sequence[Done]) -> float | None:
    return round(sum(one.right for one in done) / len(done), 3) if done else None
