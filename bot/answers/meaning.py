"""How much of what a question speaks of each line speaks of, in whatever words."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bot.answers.concepts import Spoken, longest, spoken, tokens
from bot.answers.coverage import Asking, Known, Words
from bot.answers.reading import Floats
from bot.answers.terms import stem

MEANT = 0.5
"""From here a line is taken to speak of what the question speaks of."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a question speaks of, unit by unit: a phrase of ours, or another word of its own.

    `strength` says how surely each line speaks of each, in 0..1, by its word, a concept or
    likeness, and `concepts` by concepts alone: shape (lines, units). `tells` is how telling each
    unit is, shape (units,): one that few lines speak of tells most.
    """

    strength: Floats
    concepts: Floats
    tells: Floats

    @staticmethod
    def of(asking: Asking, words: Words) -> "Meant":
        """What the question speaks of, compared with each line."""
        said = [stem(token) for token in tokens(asking.asked.text)]
        content = {stem(word): at for at, word in enumerate(words.own)}
        phrases = [one for one in longest(spoken(said)) if _says_something(one, said, content)]
        taken = {at for one in phrases for at in range(one.start, one.end)}
        rest = [content[one] for at, one in enumerate(said) if at not in taken and one in content]
        count = len(asking.reading.lines)
        concepts = np.zeros((count, len(phrases) + len(rest)))
        strength = np.zeros_like(concepts)
        for at, one in enumerate(phrases):
            concepts[:, at] = _by_concepts(asking, one.concepts)
            own = [content[word] for word in said[one.start : one.end] if word in content]
            if own:
                strength[:, at] = words.whole[:, own].mean(axis=1)
        strength[:, len(phrases) :] = words.whole[:, rest]
        strength = np.maximum(strength, concepts)
        tells = np.log1p(count / np.maximum((strength >= MEANT).sum(axis=0), 1))
        return Meant(strength, concepts, tells)


def _says_something(one: Spoken, said: list[str], content: Mapping[str, int]) -> bool:
    """Whether it is a phrase of several words, or a word that questions are not built with."""
    return one.end - one.start > 1 or said[one.start] in content


def _by_concepts(asking: Asking, concepts: Mapping[int, float]) -> Floats:
    held = np.zeros(len(asking.reading.lines))
    for concept, sure in concepts.items():
        rows, strengths = asking.reading.speaking_of(concept)
        held[rows] = np.maximum(held[rows], sure * strengths)
    return held


def meant(asking: Asking, words: Words, form: str) -> Known:
    """The named numbers; `form` is how the question asks."""
    units = Meant.of(asking, words)
    if not units.tells.size:
        return Known({}, {})
    sure, tells = units.strength, units.tells
    total = float(tells.sum())
    share = sure @ tells / total
    by_concepts = units.concepts @ tells / total
    lowest = np.sort(sure, axis=1)
    every = (sure >= MEANT).all(axis=1).astype(np.float64)
    spoken_of = tells * (sure.max(axis=0) >= MEANT)
    lines = {
        "meant": share,
        "meant, below the best": share.max() - share,
        "meant of what any line means": sure @ spoken_of / max(float(spoken_of.sum()), 1e-9),
        "meant by concepts": by_concepts,
        "meant by concepts, below the best": by_concepts.max() - by_concepts,
        "least meant": lowest[:, 0],
        "two least meant": lowest[:, :2].mean(axis=1),
        "everything meant": every,
        f"least meant, asks {form}": lowest[:, 0] - 0.5,
    }
    if every.sum() == 1:
        lines["alone in meaning everything"] = every
    return Known(
        lines,
        {
            "meant by no line": float((spoken_of == 0).mean()),
            "things meant": min(len(tells), 5) / 5,
        },
    )
