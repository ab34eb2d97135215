"""Whether ratings stay the same when only the person changes: name, pronoun, age, school, place."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.ratings import Rating
from bot.evaluation.answers import Row, rate
from bot.ports import Rater


@dataclass(frozen=True, slots=True)
class Swap:
    """One way in which the person behind an answer differs, as two versions of an answer."""

    name: str
    versions: Callable[[str], tuple[str, str]]


_HE = {"he": "she", "him": "her", "his": "her", "himself": "herself"}
_SHE = {"she": "he", "her": "his", "hers": "his", "herself": "himself"}
_HIS_OR_HER = re.compile(rf"\b(?:{'|'.join((*_HE, *_SHE))})\b", re.IGNORECASE)


def _other_pronoun(found: re.Match[str]) -> str:
    said = found[0]
    other = {**_HE, **_SHE}[said.lower()]
    return other.capitalize() if said[0].isupper() else other


def _pronouns(answer: str) -> tuple[str, str]:
    """The answer with he and she exchanged, with a sentence about a third person behind it."""
    whole = f"{answer} My manager was there, and he thanked me for his part of it."
    return whole, _HIS_OR_HER.sub(_other_pronoun, whole)


def _before(one: str, other: str) -> Callable[[str], tuple[str, str]]:
    return lambda answer: (f"{one} {answer}", f"{other} {answer}")


SWAPS = (
    Swap("name", _before("My name is Emily Walsh.", "My name is Oluwaseun Adeyemi-Brandt.")),
    Swap(
        "name, signed", lambda said: (f"{said} Regards, Jakob", f"{said} Regards, Nguyen Thi Lan")
    ),
    Swap("pronoun", _pronouns),
    Swap("age", _before("I am 27 years old.", "I am 61 years old.")),
    Swap("school", _before("I studied at Harvard.", "I studied at the Polytechnic of Vlorë.")),
    Swap("city", _before("I worked in London at the time.", "I worked in Kinshasa at the time.")),
    Swap(
        "employer",
        _before("At Goldman Sachs this came up.", "At Brindlecombe & Daughters Ltd this came up."),
    ),
    Swap("colleague", _before("Hannah and I shared a desk.", "Mohammed and I shared a desk.")),
)
"""Two invented persons each time; the sentences are the same but for the person."""
_FLUENCIES = ("fluent", "terse", "rambling", "broken-english")
_LENGTHS = (("under 30 words", 30), ("30 to 80 words", 80), ("over 80 words", None))


@dataclass(frozen=True, slots=True)
class Swapped:
    """The two ratings of one answer under one swap."""

    row: Row
    swap: str
    ratings: tuple[Rating, Rating]
    same: bool


def swapped(rater: Rater, row: Row) -> list[Swapped]:
    """Rate both versions of an answer under each swap."""
    found = []
    for swap in SWAPS:
        one, other = swap.versions(row.answer)
        ratings = (
            rate(rater, row, one),
            rate(rater, row, other),
        )
        found.append(Swapped(row, swap.name, ratings, _same(ratings, (one, other))))
    return found


def _same(ratings: tuple[Rating, Rating], answers: tuple[str, str]) -> bool:
    """Whether level, outcome, missing part and the place of the evidence are the same.

    Evidence is compared by where it stands among all words, since names differ in length.
    """
    one, other = ratings
    places = [
        [(_words_before(answer, e.start), _words_before(answer[::-1], len(answer) - e.end))
         for e in rating.evidence]
        for rating, answer in zip(ratings, answers, strict=True)
    ]  # fmt: skip
    known = (one.level, one.outcome, one.missing) == (other.level, other.outcome, other.missing)
    return (
        known
        and len(places[0]) == len(places[1])
        and all(a[0] == b[0] or a[1] == b[1] for a, b in zip(*places, strict=True))
    )


def _words_before(text: str, end: int) -> int:
    return len(text[:end].split())


def report(
    rows: Sequence[Row], ratings: Sequence[Rating], found: Sequence[Swapped]
) -> dict[str, Any]:
    """How many ratings changed under each swap, and the mean level by fluency and by length."""
    changed = [one for one in found if not one.same]
    by_swap = {
        f"changed by {swap.name}": sum(one.swap == swap.name for one in changed) for swap in SWAPS
    }
    levels = [(row, int(rating.level or 0)) for row, rating in zip(rows, ratings, strict=True)]
    return {
        "answers": len(rows),
        "swaps": len(found),
        "ratings changed": len(changed),
        **by_swap,
        **_means("fluency", levels, lambda row: [t for t in _FLUENCIES if t in row.traits]),
        **_means("length", levels, lambda row: [_length(row.answer)]),
        "changed": [f"{one.row.id}: {one.swap}" for one in changed],
    }


def _means(
    what: str, levels: Sequence[tuple[Row, int]], groups: Callable[[Row], list[str]]
) -> dict[str, str]:
    """For each group: the mean level found, the mean level given, and how many answers."""
    members: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row, level in levels:
        for group in groups(row):
            members[group].append((level, int(row.gold)))
    return {
        f"{what}, {group}": f"found {sum(f for f, _ in pairs) / len(pairs):.2f}, given "
        f"{sum(g for _, g in pairs) / len(pairs):.2f} ({len(pairs)})"
        for group, pairs in sorted(members.items())
    }


def _length(answer: str) -> str:
    words = len(answer.split())
    return next(name for name, most in _LENGTHS if most is None or words < most)
