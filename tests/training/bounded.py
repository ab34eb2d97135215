"""Logistic regression whose weights keep the sign that reason gives them.

A line that covers more of a question's words can never count less for it: with few questions and
many features that say nearly the same, free weights would sometimes say so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]

Floats = NDArray[np.float64]

_FOR = (
    "cosine",
    "rank score",
    "ranked first",
    "words covered",
    "words covered without heading",
    "least word covered",
    "two least words covered",
    "holds what is asked for",
    "slots agree",
    "fills the slot",
    "asks for a requirement, and is one",
    "head covered",
    "head least covered",
    "choice",
    "lead",
    "counts what is asked for",
    "label names what is asked",
    "label is what is asked",
    "meant",
    "meant of what any line means",
    "meant by concepts",
    "least meant",
    "two least meant",
    "everything meant",
    "alone in meaning everything",
)
_AGAINST = (
    "below the best cosine",
    "names not held",
    "unknown words not held",
    "numbers not held",
    "holds no",
    "holds not what is asked for",
    "special slot disagrees",
    "does not fill the slot by words",
    "no line fills it",
    "small talk",
    "order",
    "counts something else",
    "names nothing new",
    "no new figure",
    "only repeats what is asked",
    "tells no name of whom it speaks",
    "meant, below the best",
    "meant by concepts, below the best",
    "meant by no line",
)


FLAT = 1e-6
"""The share by which the loss still falls where the search ends: beyond it no rate changed."""


def bounds_of(name: str) -> tuple[float | None, float | None]:
    """The lowest and the highest weight that a feature may have."""
    if name.startswith(_AGAINST):
        return None, 0.0
    if name.startswith(_FOR):
        return 0.0, None
    return None, None


@dataclass(frozen=True)
class Fitted:
    """Bias and weights; `point` is where the search ended, from which another can begin."""

    bias: float
    weights: Floats
    point: Floats


def fitted(
    names: Sequence[str],
    table: Floats,
    right: NDArray[np.bool_],
    counts: Floats,
    c: float,
    start: Floats | None = None,
) -> Fitted:
    """Bias and weights for `table` (rows, names), with an L2 penalty of strength 1 / c.

    The penalty and the search (L-BFGS-B) work on features brought to mean 0 and deviation 1.
    """
    mean, deviation = table.mean(axis=0), table.std(axis=0)
    deviation[deviation == 0] = 1.0
    scaled = (table - mean) / deviation
    signs = np.where(right, 1.0, -1.0)

    def loss(point: Floats) -> tuple[float, Floats]:
        margins = signs * (scaled @ point[1:] + point[0])
        value = float((counts * np.logaddexp(0, -margins)).sum())
        pull = -signs * counts / (1 + np.exp(margins))
        slope = np.concatenate(([pull.sum()], scaled.T @ pull + point[1:] / c))
        return value + float(point[1:] @ point[1:]) / (2 * c), slope

    found = minimize(
        loss,
        np.zeros(len(names) + 1) if start is None else start,
        jac=True,
        method="L-BFGS-B",
        bounds=[(None, None), *(bounds_of(name) for name in names)],
        options={"maxiter": 150, "ftol": FLAT},
    )
    weights: Floats = found.x[1:] / deviation
    return Fitted(float(found.x[0] - (weights * mean).sum()), weights, found.x)
