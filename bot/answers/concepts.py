"""What people call the same thing, from `concepts.txt`: which concepts a text speaks of, and where.

Other names for the very same thing are in `terms`; these are for what is said in other words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from bot.answers.terms import stem

RELATED = 0.6
"""How surely a word that only tells of a concept stands for it; one that means it counts 1."""
SHARED = 0.4
"""A word that stands in n concepts counts for 1 / n ** 0.4 in each."""
NESTED = 0.7
"""What a word counts that is part of a longer one of ours: "pay" in "sick pay"."""

_TOKEN = re.compile(r"[a-zà-ÿ0-9]+(?:[.'][a-zà-ÿ0-9]+)*[+#]*")

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word or phrase of a text, at `start` to `end` in its tokens, and what it may stand for."""

    start: int
    end: int
    concepts: Mapping[int, float]
    """How surely it stands for each concept, in 0..1."""


def tokens(text: str) -> list[str]:
    """The words of a text in lower case; what is joined by a hyphen or a slash is taken apart."""
    return _TOKEN.findall(text.casefold().replace("’", "'"))


def spoken(stemmed: list[str]) -> list[Spoken]:
    """Every word or phrase of ours in a text's stems, also those within longer ones."""
    return [one for start in range(len(stemmed)) for one in _from(stemmed, start)]


def longest(every: list[Spoken]) -> list[Spoken]:
    """Those that are not part of a longer one: "sick pay" and not "pay"."""
    return [one for one in every if not _within(one, every)]


def concepts_of(text: str) -> dict[int, float]:
    """How surely a text speaks of each concept that it speaks of, in 0..1."""
    every = spoken([stem(token) for token in tokens(text)])
    found: dict[int, float] = {}
    for one in every:
        part = NESTED if _within(one, every) else 1.0
        for concept, sure in one.concepts.items():
            found[concept] = max(found.get(concept, 0.0), sure * part)
    return found


def _within(one: Spoken, every: list[Spoken]) -> bool:
    return any(
        other.start <= one.start and one.end <= other.end and other is not one
        for other in every
        if other.end - other.start > one.end - one.start
    )


def _from(stemmed: list[str], start: int) -> Iterator[Spoken]:
    for phrase, concepts in _phrases().get(stemmed[start], ()):
        end = start + len(phrase)
        if tuple(stemmed[start:end]) == phrase:
            yield Spoken(start, end, concepts)


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[Stems, Mapping[int, float]]]]:
    """The phrases that begin with each stem, with what each may stand for."""
    sure: dict[Stems, dict[int, float]] = {}
    for concept, line in enumerate(_lines()):
        same, _, related = line.partition(" | ")
        for listed, tier in ((same, 1.0), (related, RELATED)):
            for word in filter(None, listed.split(", ")):
                meant = sure.setdefault(tuple(map(stem, tokens(word))), {})
                meant[concept] = max(meant.get(concept, 0.0), tier)
    found: dict[str, list[tuple[Stems, Mapping[int, float]]]] = {}
    for phrase, meant in sure.items():
        share = len(meant) ** -SHARED
        found.setdefault(phrase[0], []).append((phrase, {c: t * share for c, t in meant.items()}))
    return found


def _lines() -> list[str]:
    text = (files("bot.answers") / "concepts.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
