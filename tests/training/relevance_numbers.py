"""Fits what tells whether an answer is about a criterion: for work that is told, and for claims."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.raters.bare import names_nothing
from bot.raters.levels import RELEVANCE_FEATURES, relevance_features
from bot.raters.reading import Reading
from bot.raters.relevance import OF_OTHERS, OF_TOPICS, Encode, Subject, rivals, subject
from bot.raters.weights import KNOWN, Numbers
from tests.training.encoding import Encoded
from tests.training.lines import line

PENALTY = 0.1
"""The inverse strength of the L2 penalty."""
TOPICS_OF_OTHERS = ("topics nearer than others'", "topics of the others")


def fit_relevance(
    rows: Sequence[Encoded], readings: Sequence[Reading], encode: Encode
) -> dict[str, Any]:
    """The lines that say what is about a criterion: for work that is told, and for claims.

    Work is told apart from stories about something else, claims from the same words held against
    the criteria that they were not said about.
    """
    subjects = {text: subject(text, encode) for text in sorted({r.row.criterion for r in rows})}
    roles = _roles(rows, subjects)
    told, shown, claims, meant = [], [], [], []
    for one, reading in zip(rows, readings, strict=True):
        about, role = subjects[one.row.criterion], roles[one.row.trade]
        if one.row.gold >= 2 or (one.row.is_other_topic and _tells_of_work(reading)):
            told.append(_against(about, role, reading))
            shown.append(one.row.gold >= 2)
        elif one.row.gold == 1 and not names_nothing(one.row.text.neutral):
            elsewhere = roles[_next(one.row.trade, roles)]
            claims += [_against(asked, role, reading) for asked in role]
            claims += [_against(asked, elsewhere, reading) for asked in elsewhere]
            meant += [asked is about for asked in (*role, *elsewhere)]
    return {
        "work": _by_known(np.array(told), np.array(shown), None),
        "claims": _by_known(np.array(claims), np.array(meant), "balanced"),
    }


def _roles(rows: Sequence[Encoded], subjects: dict[str, Subject]) -> dict[str, tuple[Subject, ...]]:
    """The criteria of each trade."""
    asked: defaultdict[str, dict[str, Subject]] = defaultdict(dict)
    for one in rows:
        asked[one.row.trade][one.row.criterion] = subjects[one.row.criterion]
    return {trade: tuple(of.values()) for trade, of in sorted(asked.items())}


def _next(trade: str, roles: dict[str, tuple[Subject, ...]]) -> str:
    """Another trade, the same for the same trades."""
    names = list(roles)
    return names[(names.index(trade) + 1) % len(names)]


def _against(about: Subject, role: Sequence[Subject], reading: Reading) -> Numbers:
    others = rivals(about, [one for one in role if one is not about])
    return relevance_features(about, others, reading)


def _by_known(
    values: Numbers, labels: NDArray[np.bool_], balance: str | None
) -> dict[str, dict[str, Any]]:
    """A line for each of `KNOWN`, fitted with what is not known left at zero."""
    lines = {}
    for known in KNOWN:
        seen = values.copy()
        if known.startswith("unlisted"):
            seen[:, OF_TOPICS] = 0
            seen[:, [RELEVANCE_FEATURES.index(name) for name in TOPICS_OF_OTHERS]] = 0
        if known.endswith("alone"):
            seen[:, OF_OTHERS] = 0
        lines[known] = line(seen, labels, RELEVANCE_FEATURES, PENALTY, balance)
    return lines


def _tells_of_work(reading: Reading) -> bool:
    return bool(max(reading.of(act).max() for act in ("own", "usual", "team")) > 0.4)
