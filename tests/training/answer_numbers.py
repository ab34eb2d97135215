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
from bot.answers.coverage import Features
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
UNITS = 4
"""Decimals of a classifier's weights."""


@dataclass(frozen=True)
class Part:
    """One question of a row: settled plainly, or what is known of each line."""

    settled: Answer | None
    case: Case
    known: Features
    seen: NDArray[np.bool_]
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
        return only if only and only.settled is None and only.seen.any() else None


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
        reading = read(role, ranker, weights)
        for row in rows:
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
            gate.seen_by(case.asking, audience),
            np.array([_holds(row, line.passage) for line in reading.lines]),
        )


def _holds(row: evaluation.Row, passage: Passage) -> bool:
    text = f"{passage.section} {passage.text}".casefold()
    every = all(one.casefold() in text for one in row.all)
    return row.answered and every and (not row.any or any(o.casefold() in text for o in row.any))


def fit(examples: Sequence[Example]) -> dict[str, Any]:
    """The choice and the gate, as the file holds them."""
    choice = _fit_choice([part for example in examples if (part := example.weighed)])
    rows, right = [], []
    for example in examples:
        part = example.weighed
        if part is None:
            continue
        scores = np.where(part.seen, choice.scores(part.known, len(part.seen)), gate.LOWEST)
        best = int(np.argmax(scores))
        rows.append(gate.of_line(part.known, scores, best))
        right.append(bool(part.right[best]))
    names = sorted(rows[0])
    table = np.array([[float(row[name][0]) for name in names] for row in rows])
    gated = _linear(names, table, np.array(right), np.ones(len(right)), GATE_C)
    return {"choice": _as_data(choice), "gate": _as_data(gated)}


def _fit_choice(weighed: Sequence[Part]) -> Linear:
    tables, answers, counts = [], [], []
    names = sorted(weighed[0].known)
    for part in weighed:
        right = part.right[part.seen]
        tables.append(np.stack([part.known[name][part.seen] for name in names], axis=1))
        answers.append(right)
        counts.append(np.where(right, 1 / max(int(right.sum()), 1), OTHER_LINE))
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
