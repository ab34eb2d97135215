"""Trains what answering has learned and writes `bot/answers/weights.json`.

The slots of questions and lines are learned from the taxonomy's examples; the choice of the best
line and the gate from the questions over the briefs, whose rates are told with each brief left out
of training in turn.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bot.answers import answering, features, gate, selecting
from bot.answers.answering import case_of, in_plain_words, plainly
from bot.answers.case import Case
from bot.answers.questions import parts
from bot.answers.reading import Floats, Reading, read
from bot.answers.slots import slots
from bot.answers.weights import Classifier, Linear, Weights, parsed
from bot.answers.weights import weights as shipped
from bot.core.answers import Answer
from bot.core.roles import Audience, Passage
from bot.evaluation import questions as evaluation
from bot.passages import LibraryRanker
from tests.quality.sets import near_ids, question_sets
from tests.training.bounded import fitted
from tests.training.unkept import library

WRITTEN = Path(answering.__file__).with_name("weights.json")
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
    known: features.Features
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


def main() -> int:
    """Train, tell the rates, write the file."""
    ranker = LibraryRanker(library)
    learned = slot_weights(ranker)
    examples = list(_examples(ranker, learned))
    left_out = _left_out(examples)
    threshold = _best_threshold(left_out)
    _tell(left_out, threshold)
    raw = {**learned, **_fit(examples), "threshold": threshold}
    WRITTEN.write_text(_json(raw), encoding="utf-8")
    sys.stdout.write(f"written: {WRITTEN.name}, {WRITTEN.stat().st_size // 1024} KiB\n")
    return 0


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


def _examples(ranker: LibraryRanker, learned: dict[str, Any]) -> Iterable[Example]:
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


def _fit(examples: Sequence[Example]) -> dict[str, Any]:
    """The choice and the gate."""
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


Judgement = tuple[Example, tuple[tuple[int, float] | None, ...]]


def _left_out(examples: Sequence[Example]) -> list[Judgement]:
    judged: list[Judgement] = []
    for brief in dict.fromkeys(example.brief for example in examples):
        fold = _fit([example for example in examples if example.brief != brief])
        weights = _with(fold)
        for example in examples:
            if example.brief == brief:
                judged.append((example, tuple(_pick(part, weights) for part in example.parts)))
    return judged


def _with(fold: Mapping[str, Any]) -> Weights:
    none = Classifier(np.zeros((0, 0)), np.zeros(0))
    linear = [
        Linear(fold[n]["bias"], {k: v for k, v in fold[n].items() if k != "bias"})
        for n in ("choice", "gate")
    ]
    return Weights((), none, none, linear[0], linear[1], 0.5)


def _pick(part: Part, weights: Weights) -> tuple[int, float] | None:
    if part.settled is not None or not part.seen.any():
        return None
    return gate.picked(part.known, part.seen, weights)


def _correct(judgement: Judgement, threshold: float) -> bool:
    example, picks = judgement
    answers = [
        part.settled or _answer(part, pick, threshold)
        for part, pick in zip(example.parts, picks, strict=True)
    ]
    said = answering.together(answers)
    return evaluation.correct(example.row, said)


def _answer(part: Part, pick: tuple[int, float] | None, threshold: float) -> Answer:
    if pick is None or pick[1] < threshold:
        return Answer(False, "")
    return selecting.stated(part.case, part.case.asking.reading.lines[pick[0]].passage)


def _rates(judged: Sequence[Judgement], threshold: float) -> tuple[float, float]:
    held = [_correct(one, threshold) for one in judged if one[0].row.answered]
    not_held = [_correct(one, threshold) for one in judged if not one[0].row.answered]
    return float(np.mean(held)), float(np.mean(not_held))


def _best_threshold(judged: Sequence[Judgement]) -> float:
    """The one with the most answered correctly and the most ordinary questions refused, in shares.

    Near questions, which name a thing of the brief and ask what it does not say of it, are told
    apart by no threshold, and people ask fewer of them than the sets hold: they do not count here.
    """
    near = near_ids()
    usual = [one for one in judged if one[0].row.answered or one[0].row.id not in near]
    every = [round(0.2 + 0.02 * step, 2) for step in range(26)]
    return max(every, key=lambda threshold: (sum(_rates(usual, threshold)), threshold))


def left_out_rates() -> dict[str, tuple[float, float]]:
    """Answered correctly and refused, for each brief left out of training, and for all under ""."""
    ranker = LibraryRanker(library)
    judged = _left_out(list(_examples(ranker, slot_weights(ranker))))
    return {
        brief: _rates([one for one in judged if brief in ("", one[0].brief)], shipped().threshold)
        for brief in (*dict.fromkeys(example.brief for example, _ in judged), "")
    }


def _tell(judged: Sequence[Judgement], threshold: float) -> None:
    sys.stdout.write(f"each brief left out of training in turn, threshold {threshold}\n")
    for brief in [*dict.fromkeys(example.brief for example, _ in judged), ""]:
        own = [one for one in judged if brief in ("", one[0].brief)]
        held, refused = _rates(own, threshold)
        name = brief or "all"
        sys.stdout.write(f"  {name:32} correct {held:.3f}  refused {refused:.3f}  n {len(own)}\n")
    if "--failed" in sys.argv:
        for one in judged:
            if not _correct(one, threshold):
                _tell_failure(one)


def _tell_failure(judgement: Judgement) -> None:
    example, picks = judgement
    row = example.row
    found = [_told(part, pick) for part, pick in zip(example.parts, picks, strict=True)]
    turns = " // ".join((*row.history, row.question))
    sign = "+" if row.answered else "-"
    sys.stdout.write(f"{sign} {example.brief[:6]} | {turns} | {row.all} {row.any} | {found}\n")


def _told(part: Part, pick: tuple[int, float] | None) -> str:
    if part.settled is not None:
        return part.settled.text[:60]
    if pick is None:
        return "-"
    return f"p={pick[1]:.2f} {part.case.asking.reading.lines[pick[0]].passage.text[:70]}"


def _json(raw: Mapping[str, Any]) -> str:
    """The file's text: a row of a classifier on one line, a named weight on one line."""
    text = json.dumps(raw, indent=1, ensure_ascii=False)
    lines: list[str] = []
    inside = False
    for line in text.split("\n"):
        bare = line.strip()
        if inside:
            lines[-1] += bare
            inside = not bare.startswith("]")
        else:
            lines.append(line)
            inside = line.endswith("[")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
