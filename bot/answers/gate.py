"""Whether a line of the brief answers a question: the best line, and the odds that it does."""

import math
from dataclasses import dataclass

import numpy as np

from bot.answers.coverage import Asking, Known
from bot.answers.features import features
from bot.answers.reading import Floats
from bot.answers.weights import Weights
from bot.core.roles import Passage
from bot.ports import Ranker

WIDEST_LEAD = 3.0
"""A lead on the next line beyond this says no more."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The line that answers best, with the probability (0..1) that it answers at all."""

    passage: Passage
    probability: float
    answers: bool


def judged(asking: Asking, ranker: Ranker, weights: Weights) -> Judged | None:
    """The best line of the reading, or None where it has none."""
    if not asking.reading.lines:
        return None
    best, probability = picked(features(asking, ranker, weights), weights)
    line = asking.reading.lines[best]
    return Judged(line.passage, probability, probability >= weights.threshold)


def picked(known: Known, weights: Weights) -> tuple[int, float]:
    """The place of the best line, and the probability that it answers."""
    scores = weights.choice.scores(known.lines, len(known.lines["cosine"]))
    best = int(np.argmax(scores))
    return best, probability(weights.gate.score(of_line(known, scores, best)))


def probability(odds: float) -> float:
    """The chance (0..1) that log-odds stand for."""
    return round(1 / (1 + math.exp(-odds)), 6)


def of_line(known: Known, scores: Floats, at: int) -> dict[str, float]:
    """What the gate weighs of one line: its features, its score, and its lead on the next one."""
    own = {name: float(values[at]) for name, values in known.lines.items()}
    others = np.delete(scores, at)
    lead = float(scores[at] - others.max()) if others.size else WIDEST_LEAD
    return {**known.question, **own, "choice": float(scores[at]), "lead": min(lead, WIDEST_LEAD)}
