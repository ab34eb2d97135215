"""The trained numbers of the rater, read from data/weights.json on first use."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ACTS = (
    "own",
    "usual",
    "team",
    "others",
    "claim",
    "plan",
    "learning",
    "denial",
    "question",
    "order",
    "none",
    "case",
    "result",
    "off",
    "repeats",
    "private",
)
"""What a sentence can be; the last five go with one of the others."""
STAGES = ("evidence", "work", "case", "result")
"""The steps from one level to the next."""
KNOWN = ("listed", "unlisted", "listed, alone", "unlisted, alone")
"""Whether a criterion's topic is listed, and whether the role's other criteria are known."""
HUNDREDTHS = 100
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shapes:
    """Weights of sentence shapes: a row in hundredths, shape (shapes, acts), by shape."""

    row: Mapping[str, int]
    weights: NDArray[np.int64]

    def total(self, shapes: frozenset[str]) -> NDArray[np.int64]:
        """The sum of the weights of those shapes that are known."""
        rows = [self.row[shape] for shape in shapes if shape in self.row]
        total: NDArray[np.int64] = self.weights[rows].sum(axis=0)
        return total


@dataclass(frozen=True, slots=True)
class Line:
    """A linear score over named features: their weights and the bias."""

    weights: Numbers
    bias: float

    def chance(self, values: Numbers) -> float:
        """The logistic of the score, rounded so that it is the same everywhere."""
        score = np.array([self.weights @ values + self.bias])
        return round(float(logistic(score)[0]), 6)


@dataclass(frozen=True, slots=True)
class Weights:
    """All trained numbers. `work` and `claims` say what is about a criterion, by what is known.

    `meaning` has shape (384, acts), `place` (3, acts): first, last and only sentence.
    """

    made_from: str
    bias: Numbers
    meaning: Numbers
    place: Numbers
    here: Shapes
    before: Shapes
    after: Shapes
    work: Mapping[str, Line]
    claims: Mapping[str, Line]
    stages: tuple[Line, ...]


def logistic(score: Numbers) -> Numbers:
    """The logistic function, safe for large scores."""
    chance: Numbers = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
    return chance


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """The weights that come with the package."""
    return weights_from(json.loads((files("bot.raters") / "data" / "weights.json").read_text()))


def weights_in(file: Path) -> Weights:
    """The weights of a file, as training wrote it."""
    return weights_from(json.loads(file.read_text("utf-8")))


def weights_from(data: Mapping[str, Any]) -> Weights:
    """The weights of a file's content."""
    return Weights(
        made_from=data["made_from"],
        bias=_hundredths(data["bias"]),
        meaning=_hundredths(data["meaning"]),
        place=_hundredths(data["place"]),
        here=_shapes(data["here"]),
        before=_shapes(data["before"]),
        after=_shapes(data["after"]),
        work={known: _line(line) for known, line in data["work"].items()},
        claims={known: _line(line) for known, line in data["claims"].items()},
        stages=tuple(_line(data["stages"][stage]) for stage in STAGES),
    )


def _hundredths(values: Sequence[Any]) -> Numbers:
    return np.array(values, dtype=np.float64) / HUNDREDTHS


def _shapes(data: Mapping[str, Mapping[str, int]]) -> Shapes:
    weights = np.zeros((len(data), len(ACTS)), dtype=np.int64)
    for row, by_act in enumerate(data.values()):
        for act, weight in by_act.items():
            weights[row, ACTS.index(act)] = weight
    return Shapes({shape: row for row, shape in enumerate(data)}, weights)


def _line(data: Mapping[str, Any]) -> Line:
    return Line(np.array(list(data["weights"].values()), dtype=np.float64), float(data["bias"]))
