"""How much of what a question speaks of each line speaks of, in whatever words."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bot.answers.concepts import Spoken, longest, spoken, tokens
from bot.answers.coverage import Asking, Words
from bot.answers.reading import Floats
from bot.answers.terms import content_words, stem

MEANT = 0.5
"""From here a line is taken to speak of what the question speaks of."""
SURELY = 0.6
"""The surest that a concept alone can make it, beside 1 for the word itself."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a question speaks of, unit by unit; shapes (lines, units) and (units,)."""

    units: tuple[str, ...]
    strength: Floats
    """How surely each line speaks of each unit, in 0..1: by its word, by a concept, by likeness."""
    concepts: Floats
    """The same by concepts alone."""
    tells: Floats
    """How telling each unit is: one that few lines speak of tells most."""

    @staticmethod
    def of(asking: Asking, words: Words) -> "Meant":
        """What the question speaks of, compared with each line."""
        said = tokens(asking.asked.text)
        content = {stem(word): at for at, word in enumerate(words.own)}
        phrases = [one for one in longest(spoken(said)) if _says_something(one, said, content)]
        taken = {at for one in phrases for at in range(one.start, one.end)}
        rest = [
            (token, content[stem(token)])
            for at, token in enumerate(said)
            if at not in taken and stem(token) in content
        ]
        columns, by_concept, names = [], [], []
        for one in phrases:
            held = _by_concepts(asking, one.concepts)
            own = [content[s] for s in map(stem, said[one.start : one.end]) if s in content]
            alike = words.whole[:, own].mean(axis=1) if own else np.zeros_like(held)
            columns.append(np.maximum(held, alike))
            by_concept.append(held)
            names.append(" ".join(said[one.start : one.end]))
        for token, at in rest:
            columns.append(words.whole[:, at])
            by_concept.append(np.zeros(len(words.whole)))
            names.append(token)
        count = len(asking.reading.lines)
        strength = np.stack(columns, axis=1) if columns else np.zeros((count, 0))
        concept = np.stack(by_concept, axis=1) if columns else np.zeros((count, 0))
        speak = (strength >= MEANT).sum(axis=0)
        tells = np.log1p(count / np.maximum(speak, 1))
        return Meant(tuple(names), strength, concept, tells)


def _says_something(one: Spoken, said: list[str], content: Mapping[str, int]) -> bool:
    """Whether it is a phrase of several words, or a word that questions are not built with."""
    return one.end - one.start > 1 or stem(said[one.start]) in content


def _by_concepts(asking: Asking, concepts: Mapping[int, float]) -> Floats:
    held = np.zeros(len(asking.reading.lines))
    for concept, sure in concepts.items():
        rows, strengths = asking.reading.speaking_of(concept)
        held[rows] = np.maximum(held[rows], sure * strengths)
    return held


def meaning(meant: Meant, count: int) -> dict[str, Floats]:
    """The named numbers, shape (lines,) each."""
    if not meant.units:
        return {name: np.zeros(count) for name in NAMES}
    s, tells = meant.strength, meant.tells
    total = max(float(tells.sum()), 1e-9)
    share = s @ tells / total
    by_concepts = meant.concepts @ tells / total
    lowest = np.sort(s, axis=1)
    every = (s >= MEANT).all(axis=1)
    spoken_of = s.max(axis=0) >= MEANT
    within = s @ (tells * spoken_of) / max(float((tells * spoken_of).sum()), 1e-9)
    values = (
        share,
        share.max(initial=0.0) - share,
        within,
        by_concepts,
        by_concepts.max(initial=0.0) - by_concepts,
        lowest[:, 0],
        lowest[:, :2].mean(axis=1),
        every.astype(float),
        every.astype(float) * float(every.sum() == 1),
        np.full(count, float((~spoken_of).mean())),
        np.full(count, min(len(meant.units), 5) / 5),
    )
    return {name: np.round(value, 6) for name, value in zip(NAMES, values, strict=True)}


NAMES = (
    "meant",
    "meant, below the best",
    "meant of what any line means",
    "meant by concepts",
    "meant by concepts, below the best",
    "least meant",
    "two least meant",
    "everything meant",
    "alone in meaning everything",
    "meant by no line",
    "things meant",
)
