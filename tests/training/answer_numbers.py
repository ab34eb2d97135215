"""Fits answering's numbers to examples: slots of questions and lines, the best line, the gate."""

from collections.abc import Collection, Iterable, Sequence
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
from bot.core.answering.answers import Answer
from bot.core.roles import Audience, Passage
from bot.evaluation import questions as evaluation
from bot.passages import LibraryRanker
from tests.quality.sets import question_sets
from tests.training.bounded import fitted

SLOT_C, CHOICE_C, GATE_C = 20.0, 0.1, 0.01
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


class Learner:
    """Learns the choice and the gate from examples, all or those of some briefs."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._parts = [(one.brief, part) for one in examples if (part := one.weighed)]
        self._names = sorted({name for _, part in self._parts for name in part.known.lines})
        self._table = np.vstack([self._rows(part) for _, part in self._parts])
        self._right = np.concatenate([part.right for _, part in self._parts])
        self._counts = np.concatenate([_counts(part) for _, part in self._parts])
        self._brief = np.array([brief for brief, part in self._parts for _ in part.right])
        self._starts: dict[str, Floats] = {}

    def fit(self, without: Collection[str] = ()) -> dict[str, Any]:
        """The choice and the gate, as the file holds them, from all briefs but these.

        The gate learns from scores of a choice that was learned without their brief, as it will
        meet briefs that nothing was learned from.
        """
        briefs = sorted({brief for brief, _ in self._parts} - {*without})
        rows, right = [], []
        for fold in range(FOLDS):
            out = briefs[fold::FOLDS]
            choice = self._choice({*without, *out})
            for part in (part for brief, part in self._parts if brief in out):
                scores = choice.scores(part.known.lines, len(part.right))
                places = gate.best_of(scores)
                rows.append(gate.of_line(part.known, scores, places[0]))
                right.append(bool(part.right[list(places)].any()))
        names = sorted({name for row in rows for name in row})
        table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
        gated = self._linear("gate", names, table, np.array(right), np.ones(len(right)), GATE_C)
        return {"choice": _as_data(self._choice({*without})), "gate": _as_data(gated)}

    def _choice(self, without: set[str]) -> Linear:
        kept = ~np.isin(self._brief, list(without))
        learned = (self._table[kept], self._right[kept], self._counts[kept])
        return self._linear("choice", self._names, *learned, CHOICE_C)

    def _linear(
        self,
        what: str,
        names: Sequence[str],
        table: Floats,
        right: NDArray[np.bool_],
        counts: Floats,
        c: float,
    ) -> Linear:
        found = fitted(names, table, right, counts, c, self._start(what, names))
        # The loss has one lowest point; from a near one it is found in a fraction of the time.
        self._starts[what] = found.point
        weights = {n: round(float(w), UNITS) for n, w in zip(names, found.weights, strict=True)}
        return Linear(round(found.bias, UNITS), {name: w for name, w in weights.items() if w})

    def _start(self, what: str, names: Sequence[str]) -> Floats | None:
        before = self._starts.get(what)
        return before if before is not None and len(before) == len(names) + 1 else None

    def _rows(self, part: Part) -> Floats:
        nothing = np.zeros(len(part.right))
        return np.stack([part.known.lines.get(name, nothing) for name in self._names], axis=1)


def _counts(part: Part) -> Floats:
    counts: Floats = np.where(part.right, 1 / max(int(part.right.sum()), 1), OTHER_LINE)
    return counts


def _as_data(linear: Linear) -> dict[str, float]:
    return {"bias": linear.bias, **linear.weights}
