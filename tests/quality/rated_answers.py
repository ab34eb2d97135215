"""The answers of tests/quality/answers with their levels, and what each sentence was read to be."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.core.ratings import Level
from bot.raters.reading import Text, text_of
from bot.raters.weights import ACTS
from retrieval.splitting import sentences

FOLDER = Path(__file__).parent / "answers"
LETTERS = dict(zip("OHTXCPLDQINsrokp", ACTS, strict=True))
"""The letters of the label files; README.md in the folder says what each means."""
OTHER_TOPIC = frozenset(("other-topic", "off-topic"))


@dataclass(frozen=True, slots=True)
class RatedAnswer:
    """One answer. `acts` names what each sentence of `text` is; `text` is without orders.

    `others` are the other criteria of its trade.
    """

    id: str
    trade: str
    criterion: str
    question: str
    answer: str
    gold: Level
    traits: frozenset[str]
    others: tuple[str, ...]
    text: Text
    acts: tuple[frozenset[str], ...]

    @property
    def is_other_topic(self) -> bool:
        """Whether it tells of something else than the criterion."""
        return self.gold == 0 and bool(self.traits & OTHER_TOPIC)


def rated_answers() -> list[RatedAnswer]:
    """All answers, by trade and in the files' order."""
    return [row for file in sorted(FOLDER.glob("*.jsonl")) for row in _of_trade(file)]


def own_life() -> list[RatedAnswer]:
    """Stories of private life, to learn from what such sentences are; they answer no question."""
    lines = (FOLDER / "own-life.tsv").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines]
    return [
        _rated_answer(
            {"id": f"own-life-{number}", "question": "", "answer": text, "gold": 0, "traits": []},
            "own life",
            ("", ()),
            codes.split(),
        )
        for number, (codes, text) in enumerate(pairs, 1)
    ]


def _of_trade(file: Path) -> Iterator[RatedAnswer]:
    trade = file.stem
    listed = yaml.safe_load((FOLDER / f"{trade}.yaml").read_text("utf-8"))["criteria"]
    criteria = {one["id"]: one["text"] for one in listed}
    labels = dict(
        line.split("\t") for line in (FOLDER / f"{trade}.acts.tsv").read_text("utf-8").splitlines()
    )
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        criterion = criteria[row["id"].removeprefix(f"{trade}-").rpartition("-")[0]]
        others = tuple(text for text in criteria.values() if text != criterion)
        yield _rated_answer(row, trade, (criterion, others), labels[row["id"]].split())


def _rated_answer(
    row: dict[str, Any], trade: str, criteria: tuple[str, tuple[str, ...]], codes: list[str]
) -> RatedAnswer:
    criterion, others = criteria
    answer = row["answer"]
    spans = sentences(answer)
    if len(spans) != len(codes):
        raise ValueError(f"{row['id']}: {len(spans)} sentences, {len(codes)} labels")
    text = text_of(answer, criterion)
    code_at = [
        next(code for whole, code in zip(spans, codes, strict=True) if span.start < whole.end)
        for span in text.spans
    ]
    return RatedAnswer(
        id=row["id"],
        trade=trade,
        criterion=criterion,
        question=row["question"],
        answer=answer,
        gold=Level(row["gold"]),
        traits=frozenset(row["traits"]),
        others=others,
        text=text,
        acts=tuple(frozenset(LETTERS[letter] for letter in code) for code in code_at),
    )
