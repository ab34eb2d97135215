"""Whether a line of the brief answers a question: the best line or two, and the odds of it."""

import math
from dataclasses import dataclass

import numpy as np

from bot.answers.coverage import Asking, Known
from bot.answers.features import features
from bot.answers.reading import Floats
from bot.answers.wanted import UNNAMED
from bot.answers.weights import Weights
from bot.core.roles import Passage
from bot.ports import Ranker

NEARLY_AS_GOOD = 1.0
"""With a lead below this the next line is told, too."""
WIDEST_LEAD = 3.0
"""A lead on the next line beyond this says no more."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The line that answers best, with the probability (0..1) that it answers at all.

    `beside` is the next best where it is nearly as good: then the chance is that of the two.
    """

    passage: Passage
    beside: Passage | None
    probability: float
    answers: bool


def judged(asking: Asking, ranker: Ranker, weights: Weights) -> Judged | None:
    """The best line of the reading, or None where it has none."""
    if not asking.reading.lines:
        return None
    places, chance = picked(features(asking, ranker, weights), weights)
    best, *others = (asking.reading.lines[at].passage for at in places)
    return Judged(best, others[0] if others else None, chance, chance >= weights.threshold)


def _only_speaks(known: Known, places: tuple[int, ...]) -> bool:
    """Whether the lines speak of whom is asked for and name nobody: that is sure, not likely."""
    unnamed = known.lines.get(UNNAMED)
    return unnamed is not None and all(unnamed[at] for at in places)


def picked(known: Known, weights: Weights) -> tuple[tuple[int, ...], float]:
    """The places of the best line or two, and the probability that they answer."""
    scores = weights.choice.scores(known.lines, len(known.lines["cosine"]))
    places = best_of(scores)
    if _only_speaks(known, places):
        return places, 0.0
    return places, probability(weights.gate.score(of_line(known, scores, places[0])))


def best_of(scores: Floats) -> tuple[int, ...]:
    """The place of the best line, and that of the next where it is nearly as good."""
    best = int(np.argmax(scores))
    others = np.delete(scores, best)
    if not others.size or float(scores[best] - others.max()) >= NEARLY_AS_GOOD:
        return (best,)
    after = int(np.argmax(others))
    return best, after + (after >= best)


def probability(odds: float) -> float:
    """The chance (0..1) that log-odds stand for."""
    return round(1 / (1 + math.exp(-odds)), 6)


def of_line(known: Known, scores: Floats, at: int) -> dict[str, float]:
    """What the gate weighs of one line: its features, its score, and its lead on the next one."""
    own = {name: float(values[at]) for name, values in known.lines.items()}
    others = np.delete(scores, at)
    lead = float(scores[at] - others.max()) if others.size else WIDEST_LEAD
    return {
        **known.question,
        **own,
        "choice": float(scores[at]),
        "lead": min(lead, WIDEST_LEAD),
        "another line is nearly as good": float(abs(lead) < NEARLY_AS_GOOD),
    }
