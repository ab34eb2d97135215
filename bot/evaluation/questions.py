"""Questions with the strings a right answer holds: asked, and counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.answer_data import answer_data
from bot.core.answers import Answer
from bot.core.roles import Audience, Role
from bot.dialogues.role_questions import answered
from bot.evaluation.rows import BadRow, text_of, texts_of
from bot.ports import Ports


@dataclass(frozen=True, slots=True)
class Row:
    """One question. `all` must all, one of `any` must, stand in the answer or its citations."""

    id: str
    question: str
    history: tuple[str, ...]
    all: tuple[str, ...]
    any: tuple[str, ...]
    answered: bool
    audience: Audience | None


@dataclass(frozen=True, slots=True)
class Done:
    """A question that was asked, and whether its answer is right."""

    row: Row
    answer: Answer
    correct: bool

    @property
    def prediction(self) -> dict[str, Any]:
        """The row that is written for this question."""
        return {"id": self.row.id, **answer_data(self.answer)}


def parse(row: dict[str, Any]) -> Row:
    """A row of the file; raises BadRow."""
    if not isinstance(row.get("answered"), bool):
        raise BadRow("“answered” must be true or false")
    who = {"recruiter": Audience.TEAM, "candidate": Audience.CANDIDATE}.get(str(row.get("as")))
    return Row(
        id=str(row.get("id", "")),
        question=text_of(row, "question"),
        history=texts_of(row, "history"),
        all=texts_of(row, "all"),
        any=texts_of(row, "any"),
        answered=row["answered"],
        audience=who,
    )


def asked(ports: Ports, role: Role, row: Row, audience: Audience) -> Done:
    """Ask one question the way a person would, and compare."""
    found = answered(ports, role, row.question, row.history, row.audience or audience)
    return Done(row, found, correct(row, found))


def correct(row: Row, answer: Answer) -> bool:
    """Whether an answer is right: refused where it should be, else holding what the row asks."""
    if answer.answered != row.answered:
        return False
    if not row.answered:
        return True
    cited = (f"{citation.section} {citation.quote}" for citation in answer.citations)
    said = " ".join((answer.said, *cited)).casefold()
    every = all(text.casefold() in said for text in row.all)
    return every and (not row.any or any(text.casefold() in said for text in row.any))


def report(done: Sequence[Done]) -> dict[str, Any]:
    """The figures: rates for what the brief holds and what it does not, and what failed."""
    held = [one for one in done if one.row.answered]
    not_held = [one for one in done if not one.row.answered]
    return {
        "questions": len(done),
        "in the brief": len(held),
        "answered": _rate([one.answer.answered for one in held]),
        "answered correctly": _rate([one.correct for one in held]),
        "not in the brief": len(not_held),
        "refused": _rate([not one.answer.answered for one in not_held]),
        "failed": [_failure(one) for one in done if not one.correct],
    }


def _rate(outcomes: Sequence[bool]) -> float | None:
    return round(sum(outcomes) / len(outcomes), 4) if outcomes else None


def _failure(one: Done) -> str:
    wanted = "answer" if one.row.answered else "refusal"
    got = "answered" if one.answer.answered else f"refused ({one.answer.reason})"
    return f"{one.row.id}: {one.row.question} | wanted: {wanted} | {got}: {one.answer.text}"
