"""Answers with the level a person gave: rated, and compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.kits.kit import make_kit
from bot.core.ratings import Level, Rating
from bot.core.roles import Criterion, Role
from bot.core.wording import asking
from bot.evaluation.rows import BadRow, text_of, texts_of
from bot.ports import Rater


@dataclass(frozen=True, slots=True)
class Row:
    """One answer to one criterion's question, and the level a person gave it.

    `traits` are words for how it is written, such as "terse"; reports group by them. `others` are
    the texts of the role's other criteria.
    """

    id: str
    criterion: Criterion
    question: str
    answer: str
    gold: Level
    traits: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """An answer that was rated."""

    row: Row
    rating: Rating

    @property
    def prediction(self) -> dict[str, Any]:
        """The row that is written for this answer."""
        rating = self.rating
        return {
            "id": self.row.id,
            "level": None if rating.level is None else int(rating.level),
            "outcome": rating.outcome.value,
            "evidence": [
                {"quote": e.quote, "start": e.start, "end": e.end} for e in rating.evidence
            ],
            "reasons": list(rating.reasons),
        }


def parse(row: dict[str, Any], role: Role) -> Row:
    """A row of the file; raises BadRow."""
    named = text_of(row, "criterion")
    criterion = role.criterion(named)
    if criterion is None:
        raise BadRow(f"the brief has no criterion “{named}”")
    gold = row.get("gold")
    if not isinstance(gold, int) or isinstance(gold, bool) or not 0 <= gold <= Level.IMPACT:
        raise BadRow("“gold” must be a number from 0 to 4")
    questions = make_kit(role).questions
    asked = {question.criterion.id: question.text for question in questions}
    others = tuple(q.criterion.text for q in questions if q.criterion.id != criterion.id)
    question = asked.get(criterion.id) or asking.question(criterion.text)
    answer, traits = text_of(row, "answer"), texts_of(row, "traits")
    return Row(str(row.get("id", "")), criterion, question, answer, Level(gold), traits, others)


def rated(rater: Rater, row: Row) -> Done:
    """Rate one answer."""
    return Done(row, rate(rater, row))


def rate(rater: Rater, row: Row, answer: str | None = None) -> Rating:
    """The rating of a row's answer, or of another answer in its place."""
    said = row.answer if answer is None else answer
    return rater.rate(row.criterion, row.question, said, row.others)


def report(done: Sequence[Done]) -> dict[str, Any]:
    """Agreement with the levels given, and a table of the levels given by those found.

    An outcome beside the levels ("not enough evidence") counts as no evidence.
    """
    pairs = [(int(one.row.gold), int(one.rating.level or 0)) for one in done]
    table = [[pairs.count((gold, found)) for found in range(5)] for gold in range(5)]
    return {
        "answers": len(pairs),
        "quadratic weighted kappa": _kappa(table),
        "exact": _share([gold == found for gold, found in pairs]),
        "within one": _share([abs(gold - found) <= 1 for gold, found in pairs]),
        "false demonstrated": sum(gold <= 1 and found >= 3 for gold, found in pairs),
        "confusion": table,
    }


def _share(outcomes: Sequence[bool]) -> float | None:
    return round(sum(outcomes) / len(outcomes), 4) if outcomes else None


def _kappa(table: list[list[int]]) -> float | None:
    """Cohen's kappa with quadratic weights (Cohen 1968); None where it is not defined."""
    total = sum(map(sum, table))
    rows = [sum(row) for row in table]
    columns = [sum(row[c] for row in table) for c in range(len(table))]
    weight = [[(r - c) ** 2 for c in range(len(table))] for r in range(len(table))]
    seen = sum(weight[r][c] * table[r][c] for r in range(len(table)) for c in range(len(table)))
    chance = sum(
        weight[r][c] * rows[r] * columns[c] for r in range(len(table)) for c in range(len(table))
    )
    return round(1 - seen * total / chance, 4) if chance else None
