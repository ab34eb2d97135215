"""Fits answering's numbers to examples: slots of questions and lines, the best line, the gate."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bot.answers import answering, features, gate
from bot.answers.answering import case_of, in_plain_words, plainly
from bot.answers.case import Case
from bot.answers.coverage import Known
from bot.answers.questions import parts
from bot.answers.reading import Floats, Reading, read
from bot.answers.slots import slots
from bot.answers.weights import Linear, Weights, parsed
from bot.core.answers import Answer
from bot.core.roles import Audience, Passage
from bot.evaluation import questions as evaluation
from bot.passages import LibraryRanker
from tests.quality.sets import question_sets
from tests.training.bounded import fitted

SLOT_C, CHOICE_C, GATE_C = 20.0, 0.3, 0.03
"""Inverse strengths of the L2 penalty; found by leaving briefs out."""
ASK_AS_LINE = 0.3
"""What an example question counts when the slots of lines are learned."""
OTHER_LINE = 0.15
"""What a line that does not answer counts beside the one that does."""
FOLDS = 3
"""The gate's examples are scored by a choice learned from the other parts of the briefs."""
UNITS = 4
"""Decimals of a classifier's weights."""


@dataclass(frozen=True)
class Part:
    """One question of a row: settled plainly, or what is known of each line."""

    settled: Answer | None
    case: Case
    known: Known
    right: NDArray[np.bool_]
    """Which lines hold all that a right answer holds."""


@dataclass(frozen=True)
class Example:
    """A row of the questions with its parts."""

    brief: str
    row: evaluation.Row
    parts: tuple[Part, ...]

    @property
    def weighed(self) -> Part | None:
        """The only part, where the gate decides on it."""
        only = self.parts[0] if len(self.parts) == 1 else None
        return only if only and only.settled is None and only.right.size else None


def slot_weights(ranker: LibraryRanker) -> dict[str, Any]:
    """The two classifiers of slots, as the file holds them."""
    # People leave the question mark out as often as not.
    asks = [
        (at, form)
        for at, slot in enumerate(slots())
        for ask in slot.asks
        for form in (ask, ask.rstrip("?!."))
    ]
    lines = [(at, line) for at, slot in enumerate(slots()) for line in slot.lines]
    asked = ranker.encode([ask for _, ask in asks])
    held = ranker.encode([line for _, line in lines])
    ask_classes = np.array([at for at, _ in asks])
    line_classes = np.array([at for at, _ in lines])
    counts = np.concatenate([np.ones(len(lines)), np.full(len(asks), ASK_AS_LINE / 2)])
    return {
        "question slots": _classifier(asked, ask_classes, np.full(len(asks), 0.5)),
        "line slots": _classifier(
            np.vstack([held, asked]), np.concatenate([line_classes, ask_classes]), counts
        ),
    }


def _classifier(
    vectors: NDArray[np.float32], classes: NDArray[np.intp], counts: Floats
) -> dict[str, Any]:
    model = LogisticRegression(C=SLOT_C, max_iter=2000, tol=1e-6)
    model.fit(vectors.astype(np.float64), classes, sample_weight=counts)
    rows = np.hstack([model.intercept_[:, None], model.coef_])
    unit = float(f"{np.abs(rows).max() / 127:.3g}")
    whole = np.clip(np.round(rows / unit), -127, 127).astype(int)
    names = [slot.id for slot in slots()]
    return {"unit": unit, "rows": {n: r.tolist() for n, r in zip(names, whole, strict=True)}}


def examples_of(ranker: LibraryRanker, learned: dict[str, Any]) -> Iterable[Example]:
    """The rows of all questions, understood with these weights of slots."""
    none = {"bias": 0.0}
    weights = parsed({**learned, "choice": none, "gate": none, "threshold": 0.5})
    for brief, role, rows in question_sets():
        readings = {one: read(role, one, ranker, weights) for one in Audience}
        for row in rows:
            reading = readings[row.audience or Audience.CANDIDATE]
            yield Example(brief, row, tuple(_parts(reading, row, ranker, weights)))


def _parts(
    reading: Reading, row: evaluation.Row, ranker: LibraryRanker, weights: Weights
) -> Iterable[Part]:
    audience = row.audience or Audience.CANDIDATE
    asked = in_plain_words(row.question, reading, ranker)
    before = tuple(in_plain_words(turn, reading, ranker) for turn in row.history)
    for one in parts(asked)[: answering.MOST_PARTS]:
        case = case_of(reading, one, before, audience, ranker)
        yield Part(
            plainly(case),
            case,
            features.features(case.asking, ranker, weights),
            np.array([_holds(row, line.passage) for line in reading.lines]),
        )


def _holds(row: evaluation.Row, passage: Passage) -> bool:
    text = f"{passage.section} {passage.text}".casefold()
    every = all(one.casefold() in text for one in row.all)
    return row.answered and every and (not row.any or any(o.casefold() in text for o in row.any))


def fit(examples: Sequence[Example]) -> dict[str, Any]:
    """The choice and the gate, as the file holds them.

    The gate learns from scores of a choice that was learned without their brief, as it will meet
    briefs that nothing was learned from.
    """
    weighed = [(example.brief, part) for example in examples if (part := example.weighed)]
    briefs = sorted({brief for brief, _ in weighed})
    rows, right = [], []
    for fold in range(FOLDS):
        out = briefs[fold::FOLDS]
        choice = _fit_choice([part for brief, part in weighed if brief not in out])
        for part in (part for brief, part in weighed if brief in out):
            scores = choice.scores(part.known.lines, len(part.right))
            places = gate.best_of(scores)
            rows.append(gate.of_line(part.known, scores, places[0]))
            right.append(bool(part.right[list(places)].any()))
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    gated = _linear(names, table, np.array(right), np.ones(len(right)), GATE_C)
    every = _fit_choice([part for _, part in weighed])
    return {"choice": _as_data(every), "gate": _as_data(gated)}


def _fit_choice(weighed: Sequence[Part]) -> Linear:
    tables, answers, counts = [], [], []
    names = sorted({name for part in weighed for name in part.known.lines})
    for part in weighed:
        nothing = np.zeros(len(part.right))
        tables.append(np.stack([part.known.lines.get(name, nothing) for name in names], axis=1))
        answers.append(part.right)
        counts.append(np.where(part.right, 1 / max(int(part.right.sum()), 1), OTHER_LINE))
    return _linear(
        names, np.vstack(tables), np.concatenate(answers), np.concatenate(counts), CHOICE_C
    )


def _linear(
    names: Sequence[str], table: Floats, right: NDArray[np.bool_], counts: Floats, c: float
) -> Linear:
    bias, by_name = fitted(names, table, right, counts, c)
    weights = {name: round(float(w), UNITS) for name, w in zip(names, by_name, strict=True)}
    return Linear(round(bias, UNITS), {name: w for name, w in weights.items() if w})


def _as_data(linear: Linear) -> dict[str, float]:
    return {"bias": linear.bias, **linear.weights}
