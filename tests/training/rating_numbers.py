"""Fits the rater's numbers to labelled answers: the same answers always give the same numbers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression

from bot.raters.levels import FEATURES, RELEVANCE_FEATURES, level_features, relevance_features
from bot.raters.reading import Reading, chances, places
from bot.raters.relevance import OF_TOPICS, Encode, Vectors, subject
from bot.raters.shape import shape
from bot.raters.weights import ACTS, HUNDREDTHS, STAGES, Numbers, Weights, weights_from
from tests.quality.rated_answers import RatedAnswer

MEANING_SCALE = 4.0
NEIGHBOUR_SCALE = 0.5
LEAST_WEIGHT = 0.08
"""A shape's weight below this is left out of the file."""
ACT_PENALTY, STAGE_PENALTY, RELEVANCE_PENALTY = 0.15, 0.2, 0.1
"""Inverse strengths of the L2 penalty."""
INNER_FOLDS = 4
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Encoded:
    """An answer with the vectors of its sentences, shape (n, 384)."""

    row: RatedAnswer
    vectors: Vectors


def encoded(rows: Sequence[RatedAnswer], encode: Encode) -> list[Encoded]:
    """The answers that have a sentence to read, each sentence encoded once."""
    return [Encoded(row, encode(row.text.neutral)) for row in rows if row.text.neutral]


def fit(rows: Sequence[Encoded], encode: Encode, made_from: str) -> dict[str, Any]:
    """The content of a weights file.

    The steps and the relevance are fitted to chances that come from models which did not see the
    answer's trade, as they will not have seen the answers to come.
    """
    acts = fit_acts(rows)
    readings = _held_out_readings(rows)
    return {
        "made_from": made_from,
        **acts,
        **_fit_relevance(rows, readings, encode),
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


def _held_out_readings(rows: Sequence[Encoded]) -> list[Reading]:
    trades = sorted({one.row.trade for one in rows})
    fold = {trade: number % INNER_FOLDS for number, trade in enumerate(trades)}
    weights = [
        acts_only(fit_acts([one for one in rows if fold[one.row.trade] != number]))
        for number in range(min(INNER_FOLDS, len(trades)))
    ]
    return [reading_of(one, weights[fold[one.row.trade]]) for one in rows]


def acts_only(data: dict[str, Any]) -> Weights:
    """Weights that can read sentences, and nothing else."""
    none = {"weights": {}, "bias": 0}
    stages = dict.fromkeys(STAGES, none)
    return weights_from(
        {"made_from": "", **data, "relevance": none, "relevance_unlisted": none, "stages": stages}
    )


def reading_of(one: Encoded, weights: Weights) -> Reading:
    """The answer as the weights read it."""
    return Reading(one.row.text, one.vectors, chances(one.row.text.neutral, one.vectors, weights))


def _fit_relevance(
    rows: Sequence[Encoded], readings: Sequence[Reading], encode: Encode
) -> dict[str, Any]:
    subjects = {text: subject(text, encode) for text in sorted({r.row.criterion for r in rows})}
    values = np.array(
        [
            relevance_features(subjects[one.row.criterion], reading)
            for one, reading in zip(rows, readings, strict=True)
        ]
    )
    shown = np.array([one.row.gold >= 2 for one in rows])
    other = np.array(
        [
            one.row.gold == 0 and _tells_of_work(reading)
            for one, reading in zip(rows, readings, strict=True)
        ]
    )
    chosen = shown | other
    unlisted = values.copy()
    unlisted[:, OF_TOPICS] = 0
    return {
        name: _line(seen[chosen], shown[chosen], RELEVANCE_FEATURES, RELEVANCE_PENALTY)
        for name, seen in (("relevance", values), ("relevance_unlisted", unlisted))
    }


def _tells_of_work(reading: Reading) -> bool:
    return bool(max(reading.of(act).max() for act in ("own", "usual", "team")) > 0.4)


def _fit_stages(rows: Sequence[Encoded], readings: Sequence[Reading]) -> dict[str, Any]:
    """One line for each step, fitted to the answers that reached the step before it."""
    values = np.array([level_features(reading) for reading in readings])
    gold = np.array([int(one.row.gold) for one in rows])
    on_topic = np.array([not one.row.is_other_topic for one in rows])
    return {
        stage: _line(values[reached], gold[reached] > number, FEATURES, STAGE_PENALTY)
        for number, stage in enumerate(STAGES)
        for reached in [on_topic if number == 0 else gold >= number]
    }


def _line(
    values: Numbers, labels: NDArray[np.bool_], names: Sequence[str], penalty: float
) -> dict[str, Any]:
    """A logistic line over values of unit spread, written for the values as they are."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-6
    model = LogisticRegression(C=penalty, solver="liblinear", random_state=0, intercept_scaling=10)
    model.fit((values - mean) / spread, labels)
    weights = np.round(model.coef_[0] / spread, DIGITS)
    bias = float(model.intercept_[0] - (model.coef_[0] * mean / spread).sum())
    return {
        "bias": round(bias, DIGITS),
        "weights": dict(zip(names, weights.tolist(), strict=True)),
    }
