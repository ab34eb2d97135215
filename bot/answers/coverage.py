"""How much of a question the words of each line cover, as named numbers between 0 and 1."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bot.answers.kinds import asked_for
from bot.answers.reading import Floats, Reading
from bot.answers.terms import content_words, is_name, renamed_words
from bot.answers.understanding import Understood
from bot.ports import Ranker

EARLIER_WORDS = 0.6
"""How much a word of the question before counts in a follow-up."""
COVERED = 0.8
"""The likeness from which a name counts as held by a line."""


@dataclass(frozen=True, slots=True)
class Known:
    """Numbers of each line, shape (lines,) each, and numbers of the question."""

    lines: Mapping[str, Floats]
    question: Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Asking:
    """One question about a reading: what was understood and asked before."""

    reading: Reading
    asked: Understood
    earlier: str
    """The question before, where this one follows up on it, else ""."""
    compare: Callable[[], Floats]
    """Compares the question with each line, as `likeness` tells it."""

    @cached_property
    def likeness(self) -> Floats:
        """How near each line is to the question in meaning, -1..1, shape (lines,).

        The question is encoded for it, which costs more than all else: only where it is needed.
        """
        return self.compare()


@dataclass(frozen=True, slots=True)
class Words:
    """The question's content words, then those of the question before; shapes (lines, words)."""

    own: tuple[str, ...]
    weights: Floats
    alone: Floats
    whole: Floats
    heads: Floats
    names: tuple[int, ...]
    """The places of the own words that are written like names."""
    unknown: tuple[int, ...]
    """The places of the others that are no ordinary word."""

    @staticmethod
    def of(asking: Asking, ranker: Ranker) -> "Words":
        """The words of a question, compared with each line."""
        own = tuple(dict.fromkeys(w for w in asking.asked.words if not w[0].isdigit()))
        before = tuple(w for w in content_words(asking.earlier) if w not in own)
        heads = asked_for(asking.asked.text, frozenset(word.casefold() for word in own))
        every = (*own, *before, *heads)
        vectors = ranker.word_vectors(every)
        names = renamed_words(f"{asking.asked.text} {asking.earlier}")
        alone, whole = asking.reading.likeness(every, names, vectors)
        count = len(own) + len(before)
        weights = np.array([1.0] * len(own) + [EARLIER_WORDS] * len(before))
        named = tuple(at for at, word in enumerate(own) if is_name(word, asking.asked.text))
        unknown = tuple(at for at in range(len(own)) if at not in named and not vectors[at].any())
        return Words(
            own, weights, alone[:, :count], whole[:, :count], whole[:, count:], named, unknown
        )


def coverage(asking: Asking, words: Words) -> Known:
    """The share of the question's words that each line covers, and the least covered of them."""
    numbers = numbers_not_held(asking)
    if not words.weights.size:
        return Known({**dict.fromkeys(_SHARES, np.ones(len(asking.reading.lines))), **numbers}, {})
    total = words.weights.sum()
    own = max(1, len(words.own))
    best = words.whole.max(axis=0)
    lowest = np.sort(words.whole[:, :own], axis=1)
    lines = {
        "words covered": words.whole @ words.weights / total,
        "words covered without heading": words.alone @ words.weights / total,
        "least word covered": lowest[:, 0],
        "two least words covered": lowest[:, :2].mean(axis=1),
        **numbers,
    }
    for what, places in (("names", words.names), ("unknown words", words.unknown)):
        if places:
            lacking = (words.whole[:, places] < COVERED).sum(axis=1)
            lines[f"{what} not held"] = np.minimum(lacking, 2) / 2
    return Known(
        lines,
        {
            "words covered by the brief": float(best @ words.weights / total),
            "least word covered by the brief": float(best[:own].min()),
            "words": min(len(words.own), 6) / 6,
        },
    )


_SHARES = (
    "words covered",
    "words covered without heading",
    "least word covered",
    "two least words covered",
)


def numbers_not_held(asking: Asking) -> dict[str, Floats]:
    """How many of the question's numbers each line lacks: 0, 0.5 for one, 1 for more."""
    numbers = [n.strip(".,").replace(",", "") for n in re.findall(r"\d[\d.,]*", asking.asked.text)]
    if not numbers:
        return {}
    held = [
        f"{line.passage.section} {line.passage.text}".replace(",", "")
        for line in asking.reading.lines
    ]
    lacks = [min(sum(n not in text for n in numbers), 2) / 2 for text in held]
    return {"numbers not held": np.array(lacks)}
