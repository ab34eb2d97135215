"""What is learned for answering, from `weights.json`: slots of questions and lines, and the gate.

`make train` writes that file from the taxonomy and the questions in the repository.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.answers.slots import LISTS

Floats = NDArray[np.float64]

# Slots that are about the work or the requirements: nearly every brief has lines for them.
GENERAL = ("work", "tool_required", "stack", "market", "years")
DECIMALS = 6
"""Results are rounded to so many places, so that they are the same on every machine."""


@dataclass(frozen=True, eq=False)
class Classifier:
    """Multinomial logistic regression: rows of classes over the encoder's dimensions."""

    rows: Floats
    bias: Floats

    def probabilities(self, vectors: NDArray[np.float32]) -> Floats:
        """Shape (vectors, classes); each row sums to 1."""
        scores = vectors.astype(np.float64) @ self.rows.T + self.bias
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        found: Floats = np.round(scores / scores.sum(axis=1, keepdims=True), DECIMALS)
        return found


@dataclass(frozen=True, eq=False)
class Linear:
    """A weighted sum of named features."""

    bias: float
    weights: Mapping[str, float]

    def scores(self, features: Mapping[str, Floats], count: int) -> Floats:
        """One score for each of `count` lines; a feature that is not given is 0."""
        given = [name for name in self.weights if name in features]
        if not given:
            return np.full(count, round(self.bias, DECIMALS))
        table = np.array([features[name] for name in given])
        column = np.array([self.weights[name] for name in given])[:, None]
        # Summed by numpy itself, in this order: BLAS gives other last bits on other machines.
        total: Floats = np.add.reduce(column * table, axis=0) + self.bias
        return np.round(total, DECIMALS)

    def score(self, features: Mapping[str, float]) -> float:
        """The score of one line; a feature that is not given is 0."""
        every = (weight * features.get(name, 0.0) for name, weight in self.weights.items())
        return round(sum(every) + self.bias, DECIMALS)


@dataclass(frozen=True, eq=False)
class Weights:
    """All that is learned. `slots` are the ids in the order of the classifiers' classes.

    `choice` scores how well a line answers beside the others; `gate` gives the log-odds that the
    best line answers at all, and `threshold` the probability from which it is taken.
    """

    slots: tuple[str, ...]
    question: Classifier
    line: Classifier
    choice: Linear
    gate: Linear
    threshold: float

    @cached_property
    def general(self) -> list[int]:
        """The places of the slots that nearly every brief has lines for."""
        return [
            at for at, slot in enumerate(self.slots) if slot in GENERAL or slot.startswith(LISTS)
        ]

    def question_slots(self, vector: NDArray[np.float32]) -> Floats:
        """The probability of each slot for one question's vector, shape (slots,)."""
        found: Floats = self.question.probabilities(vector[None])[0]
        return found

    def line_slots(self, rows: NDArray[np.float32]) -> Floats:
        """The probability of each slot for each line, shape (lines, slots)."""
        return self.line.probabilities(rows)


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights this program came with."""
    return parsed(json.loads((files("bot.answers") / "weights.json").read_text(encoding="utf-8")))


def parsed(raw: Mapping[str, Any]) -> Weights:
    """Weights from the JSON object of the file."""
    return Weights(
        tuple(raw["question slots"]["rows"]),
        _classifier(raw["question slots"]),
        _classifier(raw["line slots"]),
        _linear(raw["choice"]),
        _linear(raw["gate"]),
        raw["threshold"],
    )


def _classifier(raw: Mapping[str, Any]) -> Classifier:
    # Whole numbers in units of `unit`, the bias first: short, and the same everywhere.
    rows: Sequence[Sequence[int]] = list(raw["rows"].values())
    every = np.array(rows, dtype=np.float64) * raw["unit"]
    return Classifier(every[:, 1:], every[:, 0])


def _linear(raw: Mapping[str, float]) -> Linear:
    return Linear(raw["bias"], {name: value for name, value in raw.items() if name != "bias"})
