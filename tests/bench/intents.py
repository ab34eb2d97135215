"""CLINC150: how well the sentence encoder's vectors tell intents apart, and what is none of them.

It measures the embeddings and the method, not the product, which reads a question by its own rules.
The rule is the paper's (Larson and others, 2019, "oos-threshold"): a logistic regression on the
15,000 questions in scope; below a threshold a question is out of scope; the threshold is the one
with the highest accuracy on the validation questions, out of scope counted as an intent.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.open import open_encoder
from tests.bench.options import Options
from tests.bench.remembering import Remembering
from tests.bench.tables import Line, Table, Unit

FILE = "clinc150/data_full.json"
TITLE = "CLINC150 routing: the embeddings with a logistic regression, not the product"
OUTSIDE = "oos"
BERT_INSIDE, BERT_OUTSIDE = 0.962, 0.523

Labels = NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class Guess:
    """The most likely intent of each question, and how likely it is, 0 to 1."""

    intents: Labels
    likely: NDArray[np.float64]

    def settled(self, threshold: float) -> Labels:
        """The intents, and "oos" where none is as likely as the threshold."""
        found: Labels = np.where(self.likely >= threshold, self.intents, OUTSIDE)
        return found


def tables(options: Options) -> list[Table]:
    """Recall in scope and out of scope."""
    file = options.file(FILE)
    if file is None:
        line = Line("in scope", Unit.PERCENT, None, note=options.absent(FILE))
        return [Table(TITLE, (line,))]
    data = json.loads(file.read_text("utf-8"))
    texts = [text for name in _USED for text, _ in data[name]]
    encoder = Remembering(open_encoder(), texts, options.cache)
    return [_table(*_recalls(data, encoder))]


_USED = ("train", "val", "oos_val", "test", "oos_test")


def _recalls(data: dict[str, list[tuple[str, str]]], encoder: Remembering) -> tuple[float, float]:
    """The share of the test questions put right: those in scope, and those out of scope."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=10, max_iter=1000)
    model.fit(encoder.encode(_texts(data["train"])), _intents(data["train"]))
    checked = data["val"] + data["oos_val"]
    threshold = _best_threshold(_guess(model, encoder, checked), _intents(checked))
    inside, outside = (
        float(np.mean(_guess(model, encoder, rows).settled(threshold) == _intents(rows)))
        for rows in (data["test"], data["oos_test"])
    )
    return inside, outside


def _guess(model: Any, encoder: Remembering, rows: Sequence[tuple[str, str]]) -> Guess:
    chances = model.predict_proba(encoder.encode(_texts(rows)))
    return Guess(model.classes_[chances.argmax(axis=1)], chances.max(axis=1))


def _best_threshold(guess: Guess, right: Labels) -> float:
    steps = np.linspace(0, 1, 201)
    return float(max(steps, key=lambda step: np.mean(guess.settled(step) == right)))


def _texts(rows: Sequence[tuple[str, str]]) -> list[str]:
    return [text for text, _ in rows]


def _intents(rows: Sequence[tuple[str, str]]) -> Labels:
    return np.array([intent for _, intent in rows])


def _table(inside: float, outside: float) -> Table:
    return Table(
        TITLE,
        (
            Line("4,500 test questions in scope", Unit.PERCENT, inside, None, BERT_INSIDE),
            Line("1,000 out of scope", Unit.PERCENT, outside, None, BERT_OUTSIDE),
        ),
        "BERT, as published",
        "MiniLM",
        notes=("By the paper's rule: a threshold chosen on the validation questions.",),
    )
