"""A logistic line over named features, as the weights file holds it."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bot.raters.weights import Numbers

DIGITS = 4


def line(
    values: Numbers,
    labels: NDArray[np.bool_],
    names: Sequence[str],
    penalty: float,
    balance: str | None = None,
) -> dict[str, Any]:
    """A logistic line over values of unit spread, written for the values as they are."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-6
    model = LogisticRegression(
        C=penalty, solver="liblinear", random_state=0, intercept_scaling=10, class_weight=balance
    )
    model.fit((values - mean) / spread, labels)
    weights = np.round(model.coef_[0] / spread, DIGITS)
    bias = float(model.intercept_[0] - (model.coef_[0] * mean / spread).sum())
    return {
        "bias": round(bias, DIGITS),
        "weights": dict(zip(names, weights.tolist(), strict=True)),
    }
