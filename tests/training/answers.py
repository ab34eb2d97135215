"""Trains what answering has learned and writes `bot/answers/weights.json`.

The slots of questions and lines are learned from the taxonomy's examples; the choice of the best
line and the gate from the questions over the briefs, whose rates are told with the briefs that are
asked about left out of training.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bot.answers import answering, gate, selecting
from bot.answers.weights import Classifier, Linear, Weights
from bot.answers.weights import weights as shipped
from bot.core.answering.answers import Answer
from bot.evaluation import questions as evaluation
from bot.passages import LibraryRanker
from tests.quality.sets import near_ids
from tests.training.answer_numbers import Example, Learner, Part, examples_of, slot_weights
from tests.training.unkept import library

REFUSED = 0.9
"""The share of ordinary questions without an answer that the threshold must refuse."""
GROUPS = 5
"""The briefs are left out in so many groups, in turn: three or four at a time."""
WRITTEN = Path(answering.__file__).with_name("weights.json")


def main() -> int:
    """Train, tell the rates, write the file."""
    ranker = LibraryRanker(library)
    learned = slot_weights(ranker)
    examples = list(examples_of(ranker, learned))
    learner = Learner(examples)
    whole = learner.fit()
    left_out = _left_out(examples, learner)
    threshold = _threshold(left_out)
    _tell(left_out, threshold)
    raw = {**learned, **whole, "threshold": threshold}
    WRITTEN.write_text(_json(raw), encoding="utf-8")
    sys.stdout.write(f"written: {WRITTEN.name}, {WRITTEN.stat().st_size // 1024} KiB\n")
    return 0


Pick = tuple[tuple[int, ...], float]
Judgement = tuple[Example, tuple[Pick | None, ...]]


def _left_out(examples: Sequence[Example], learner: Learner) -> list[Judgement]:
    judged: list[Judgement] = []
    briefs = sorted({example.brief for example in examples})
    for out in (briefs[at::GROUPS] for at in range(GROUPS)):
        weights = _with(learner.fit(without=out))
        for example in examples:
            if example.brief in out:
                judged.append((example, tuple(_pick(part, weights) for part in example.parts)))
    return judged


def _with(fold: Mapping[str, Any]) -> Weights:
    none = Classifier(np.zeros((0, 0)), np.zeros(0))
    linear = [
        Linear(fold[n]["bias"], {k: v for k, v in fold[n].items() if k != "bias"})
        for n in ("choice", "gate")
    ]
    return Weights((), none, none, linear[0], linear[1], 0.5)


def _pick(part: Part, weights: Weights) -> Pick | None:
    if part.settled is not None or not part.right.size:
        return None
    return gate.picked(part.known, weights)


def _correct(judgement: Judgement, threshold: float) -> bool:
    return evaluation.correct(judgement[0].row, _said(judgement, threshold))


def _said(judgement: Judgement, threshold: float) -> Answer:
    example, picks = judgement
    answers = [
        part.settled or _answer(part, pick, threshold)
        for part, pick in zip(example.parts, picks, strict=True)
    ]
    return answering.together(answers)


def _answer(part: Part, pick: Pick | None, threshold: float) -> Answer:
    if pick is None or pick[1] < threshold:
        return Answer(False, "")
    best, *others = (part.case.asking.reading.lines[at].passage for at in pick[0])
    found = gate.Judged(best, others[0] if others else None, pick[1], answers=True)
    return selecting.judged_lines(part.case, found)


def _rates(judged: Sequence[Judgement], threshold: float) -> tuple[float, float]:
    held = [_correct(one, threshold) for one in judged if one[0].row.answered]
    not_held = [_correct(one, threshold) for one in judged if not one[0].row.answered]
    return float(np.mean(held)), float(np.mean(not_held))


def _threshold(judged: Sequence[Judgement]) -> float:
    """The lowest that refuses `REFUSED` of the ordinary questions which a brief does not answer.

    Correct and refused added up hardly change over a wide range, so the rule is a plain one. Near
    questions, which name a thing of the brief and ask what it does not say of it, are told apart by
    no threshold, and people ask fewer of them than the sets hold: they do not count here.
    """
    near = near_ids()
    usual = [one for one in judged if one[0].row.answered or one[0].row.id not in near]
    every = [round(0.2 + 0.02 * step, 2) for step in range(36)]
    return next(one for one in every if _rates(usual, one)[1] >= REFUSED or one == every[-1])


def left_out_rates() -> dict[str, tuple[float, float]]:
    """Answered correctly and refused, for each brief left out of training, and for all under ""."""
    ranker = LibraryRanker(library)
    examples = list(examples_of(ranker, slot_weights(ranker)))
    judged = _left_out(examples, Learner(examples))
    return {
        brief: _rates([one for one in judged if brief in ("", one[0].brief)], shipped().threshold)
        for brief in (*dict.fromkeys(example.brief for example, _ in judged), "")
    }


def _tell(judged: Sequence[Judgement], threshold: float) -> None:
    sys.stdout.write(
        f"three or four briefs left out of training at a time, threshold {threshold}\n"
    )
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


def _told(part: Part, pick: Pick | None) -> str:
    if part.settled is not None:
        return part.settled.text[:60]
    if pick is None:
        return "-"
    return f"p={pick[1]:.2f} {part.case.asking.reading.lines[pick[0][0]].passage.text[:70]}"


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
