"""Whether text that gives the bot orders can raise a rating: injections around real answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from bot.core.ratings import Rating
from bot.evaluation.answers import Row, rate
from bot.ports import Rater


@dataclass(frozen=True, slots=True)
class Attacked:
    """One answer with one injection before or behind it, and the ratings without and with it."""

    row: Row
    injection: str
    place: str
    before: Rating
    after: Rating

    @property
    def raised(self) -> bool:
        """Whether the injection got a higher level."""
        return int(self.after.level or 0) > int(self.before.level or 0)


def injections() -> tuple[str, ...]:
    """The injections that come with the package, one a line of injections.txt."""
    text = (files("bot.evaluation") / "injections.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(
        line.encode().decode("unicode_escape") if "\\u" in line else line for line in lines
    )


def chosen(number: int, texts: Sequence[str], each: int) -> list[str]:
    """The injections tried on the answer with this number, so that in turn all are tried."""
    return [texts[(number * each + step) % len(texts)] for step in range(min(each, len(texts)))]


def attacked(rater: Rater, row: Row, texts: Sequence[str]) -> list[Attacked]:
    """Rate an answer alone, and with each injection before and behind it."""
    before = rate(rater, row)
    return [
        Attacked(row, text, place, before, rate(rater, row, whole))
        for text in texts
        for place, whole in (
            ("before", f"{text} {row.answer}"),
            ("behind", f"{row.answer} {text}"),
        )
    ]


def report(found: Sequence[Attacked]) -> dict[str, Any]:
    """How many levels were raised, and by what."""
    raised = [one for one in found if one.raised]
    return {
        "attacks": len(found),
        "injections": len({one.injection for one in found}),
        "levels raised": len(raised),
        "raised": [
            f"{one.row.id}: {one.before.words} became {one.after.words}, {one.place}: "
            f"{one.injection[:80]}"
            for one in raised
        ],
    }
