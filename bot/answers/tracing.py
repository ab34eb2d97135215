"""Why a question got its answer: the lines that were considered, and what spoke for each.

The numbers are those of the answer itself: the same features, weights and gate, read out line by
line. Only lines that the asker may see are told.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from bot.answers.features import features
from bot.answers.gate import of_line, probability
from bot.answers.steps import Step
from bot.answers.weights import Weights, weights
from bot.core.roles import Passage
from bot.ports import Ranker

LINES = 3
"""How many of the best lines are told."""
REASONS = 4
"""How many reasons for a line are told, and how many against it."""
LEAST_SAID = 0.05
"""What changes the log-odds by less than this is not worth telling."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """One named feature, and by how much it moved the log-odds that a line answers."""

    feature: str
    by: float


@dataclass(frozen=True, slots=True)
class Considered:
    """One line that was considered.

    `rank` counts from 1; `score` is how well it answers beside the others, `chance` (0..1) is the
    gate's: the probability that it answers at all. `spoke_for` and `spoke_against` begin with the
    strongest.
    """

    passage: Passage
    rank: int
    score: float
    chance: float
    spoke_for: tuple[Spoke, ...]
    spoke_against: tuple[Spoke, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """One question, how it was settled, and the lines considered, best first.

    `weighed` is False where the question's form settled it: then the lines' chances are what the
    gate would have said. From the chance `taken_from` on a line is the answer.
    """

    step: Step
    weighed: bool
    taken_from: float
    considered: tuple[Considered, ...]


def traced(step: Step, ranker: Ranker, also: Collection[str] = ()) -> Trace:
    """How a step came about: the best lines, and those with an id in `also`, best first."""
    learned, asking = weights(), step.case.asking
    considered: tuple[Considered, ...] = ()
    if asking.reading.lines:
        known = features(asking, ranker, learned)
        scores = learned.choice.scores(known.lines, len(asking.reading.lines))
        order = [int(at) for at in np.argsort(-scores, kind="stable")]
        lines = [asking.reading.lines[at].passage for at in order]
        considered = tuple(
            _considered(line, rank, of_line(known, scores, at), learned)
            for rank, (at, line) in enumerate(zip(order, lines, strict=True), 1)
            if rank <= LINES or line.id in also
        )
    return Trace(step, step.best is not None, learned.threshold, considered)


def _considered(
    passage: Passage, rank: int, own: Mapping[str, float], learned: Weights
) -> Considered:
    moved = [
        Spoke(name, round(weight * own.get(name, 0.0), 3))
        for name, weight in learned.gate.weights.items()
    ]
    spoke_for = sorted((one for one in moved if one.by >= LEAST_SAID), key=lambda one: -one.by)
    against = sorted((one for one in moved if one.by <= -LEAST_SAID), key=lambda one: one.by)
    return Considered(
        passage,
        rank,
        own["choice"],
        probability(learned.gate.score(own)),
        tuple(spoke_for[:REASONS]),
        tuple(against[:REASONS]),
    )
