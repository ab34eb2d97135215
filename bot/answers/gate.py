"""Whether a line of the brief answers a question: the best line, and the odds that it does."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.answers.coverage import Asking, Features
from bot.answers.features import features
from bot.answers.reading import Floats
from bot.answers.weights import Weights
from bot.core.roles import Audience, Passage
from bot.ports import Ranker

LOWEST = -1e9
"""The score of a line that may not be seen."""
WIDEST_LEAD = 3.0
"""A lead on the next line beyond this says no more."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The line that answers best, with the probability (0..1) that it answers at all."""

    passage: Passage
    probability: float
    answers: bool


def judged(asking: Asking, audience: Audience, ranker: Ranker, weights: Weights) -> Judged | None:
    """The best line this audience may see, or None where there is none."""
    seen = seen_by(asking, audience)
    if not seen.any():
        return None
    best, probability = picked(features(asking, ranker, weights), seen, weights)
    line = asking.reading.lines[best]
    return Judged(line.passage, probability, probability >= weights.threshold)


def seen_by(asking: Asking, audience: Audience) -> NDArray[np.bool_]:
    """Which lines an audience may see."""
    return np.array(
        [
            audience is Audience.TEAM or line.passage.audience is Audience.CANDIDATE
            for line in asking.reading.lines
        ],
        dtype=np.bool_,
    )


def picked(known: Features, seen: NDArray[np.bool_], weights: Weights) -> tuple[int, float]:
    """The place of the best line among those seen, and the probability that it answers."""
    scores = np.where(seen, weights.choice.scores(known, len(seen)), LOWEST)
    best = int(np.argmax(scores))
    odds = float(weights.gate.scores(of_line(known, scores, best), 1)[0])
    return best, round(1 / (1 + math.exp(-odds)), 6)


def of_line(known: Features, scores: Floats, at: int) -> Features:
    """What the gate weighs of one line: its features, its score, and its lead on the next one."""
    second = float(np.delete(scores, at).max(initial=LOWEST))
    own = {name: values[at : at + 1] for name, values in known.items()}
    own["choice"] = scores[at : at + 1]
    own["lead"] = np.array([min(float(scores[at]) - second, WIDEST_LEAD)])
    return own
