"""Fits the rater's numbers to labelled answers: the same answers always give the same numbers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression

from bot.raters.levels import FEATURES, level_features
from bot.raters.reading import Reading, chances, places
from bot.raters.relevance import Encode
from bot.raters.shape import shape
from bot.raters.weights import ACTS, HUNDREDTHS, STAGES, Numbers, Weights, weights_from
from tests.training.encoding import Encoded
from tests.training.lines import line
from tests.training.relevance_numbers import fit_relevance

MEANING_SCALE = 4.0
NEIGHBOUR_SCALE = 0.5
LEAST_WEIGHT = 0.08
"""A shape's weight below this is left out of the file."""
ACT_PENALTY, STAGE_PENALTY = 0.15, 0.2
"""Inverse strengths of the L2 penalty."""
INNER_FOLDS = 4


def fit(
    rows: Sequence[Encoded], beside: Sequence[Encoded], encode: Encode, made_from: str
) -> dict[str, Any]:
    """The content of a weights file. `beside` are texts that only sentences are learned from.

    The steps and the relevance are fitted to chances that come from models which did not see the
    answer's trade, as they will not have seen the answers to come.
    """
    acts = fit_acts([*rows, *beside])
    readings = _held_out_readings(rows, beside)
    return {
        "made_from": made_from,
        **acts,
        **fit_relevance(rows, readings, encode),
        "stages": _fit_stages(rows, readings),
    }


def fit_acts(rows: Sequence[Encoded]) -> dict[str, Any]:
    """The weights of the sentence model."""
    shapes = [[shape(text) for text in one.row.text.neutral] for one in rows]
    here = _vocabulary(rows, shapes, least=6, trades=3)
    near = _vocabulary(rows, shapes, least=25, trades=5)
    inputs = sparse.hstack(
        [
            sparse.csr_matrix(np.concatenate([places(len(one)) for one in shapes])),
            sparse.csr_matrix(np.concatenate([one.vectors for one in rows]) * MEANING_SCALE),
            _matrix((said for one in shapes for said in one), here),
            _matrix((said for one in shapes for said in [_NOTHING, *one[:-1]]), near)
            * NEIGHBOUR_SCALE,
            _matrix((said for one in shapes for said in [*one[1:], _NOTHING]), near)
            * NEIGHBOUR_SCALE,
        ]
    ).tocsr()
    labels = [acts for one in rows for acts in one.row.acts]
    models = [_model(inputs, np.array([act in one for one in labels])) for act in ACTS]
    return _acts_data(np.array([m.coef_[0] for m in models]).T, models, here, near)


_NOTHING: frozenset[str] = frozenset()


def _model(inputs: Any, labels: NDArray[np.bool_]) -> Any:
    model = LogisticRegression(C=ACT_PENALTY, solver="liblinear", random_state=0)
    return model.fit(inputs, labels)


def _acts_data(
    weights: Numbers, models: Sequence[Any], here: Sequence[str], near: Sequence[str]
) -> dict[str, Any]:
    place, rest = weights[:3], weights[3:]
    meaning, rest = rest[:384] * MEANING_SCALE, rest[384:]
    own, rest = rest[: len(here)], rest[len(here) :] * NEIGHBOUR_SCALE
    return {
        "bias": _hundredths(np.array([model.intercept_[0] for model in models])),
        "place": _hundredths(place),
        "meaning": _hundredths(meaning),
        "here": _by_shape(here, own),
        "before": _by_shape(near, rest[: len(near)]),
        "after": _by_shape(near, rest[len(near) :]),
    }


def _hundredths(values: Numbers) -> list[Any]:
    found: list[Any] = np.rint(values * HUNDREDTHS).astype(int).tolist()
    return found


def _by_shape(shapes: Sequence[str], weights: Numbers) -> dict[str, dict[str, int]]:
    found = {}
    for said, row in zip(shapes, weights, strict=True):
        kept = {
            act: round(weight * HUNDREDTHS)
            for act, weight in zip(ACTS, row.tolist(), strict=True)
            if abs(weight) >= LEAST_WEIGHT
        }
        if kept:
            found[said] = kept
    return found


def _vocabulary(
    rows: Sequence[Encoded],
    shapes: Sequence[Sequence[frozenset[str]]],
    *,
    least: int,
    trades: int,
) -> list[str]:
    """The shapes that occur often enough, and in enough trades not to be one trade's own."""
    counts: Counter[str] = Counter()
    seen_in: defaultdict[str, set[str]] = defaultdict(set)
    for one, said in zip(rows, shapes, strict=True):
        for each in said:
            counts.update(each)
            for name in each:
                seen_in[name].add(one.row.trade)
    return sorted(
        name for name, count in counts.items() if count >= least and len(seen_in[name]) >= trades
    )


def _matrix(said: Iterable[frozenset[str]], vocabulary: Sequence[str]) -> Any:
    column = {name: number for number, name in enumerate(vocabulary)}
    rows = [sorted(column[name] for name in one if name in column) for one in said]
    starts = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.array([number for row in rows for number in row], dtype=np.int32)
    return sparse.csr_matrix(
        (np.ones(len(columns)), columns, starts), shape=(len(rows), len(vocabulary))
    )


def _held_out_readings(rows: Sequence[Encoded], beside: Sequence[Encoded]) -> list[Reading]:
    trades = sorted({one.row.trade for one in rows})
    fold = {trade: number % INNER_FOLDS for number, trade in enumerate(trades)}
    weights = [
        acts_only(fit_acts([*(one for one in rows if fold[one.row.trade] != number), *beside]))
        for number in range(min(INNER_FOLDS, len(trades)))
    ]
    return [reading_of(one, weights[fold[one.row.trade]]) for one in rows]


def acts_only(data: dict[str, Any]) -> Weights:
    """Weights that can read sentences, and nothing else."""
    stages = {stage: {"weights": {}, "bias": 0} for stage in STAGES}
    return weights_from({"made_from": "", **data, "work": {}, "claims": {}, "stages": stages})


def reading_of(one: Encoded, weights: Weights) -> Reading:
    """The answer as the weights read it."""
    return Reading(one.row.text, one.vectors, chances(one.row.text.neutral, one.vectors, weights))


def _fit_stages(rows: Sequence[Encoded], readings: Sequence[Reading]) -> dict[str, Any]:
    """One line for each step, fitted to the answers that reached the step before it."""
    values = np.array([level_features(reading) for reading in readings])
    gold = np.array([int(one.row.gold) for one in rows])
    on_topic = np.array([not one.row.is_other_topic for one in rows])
    return {
        stage: line(values[reached], gold[reached] > number, FEATURES, STAGE_PENALTY)
        for number, stage in enumerate(STAGES)
        for reached in [on_topic if number == 0 else gold >= number]
    }
