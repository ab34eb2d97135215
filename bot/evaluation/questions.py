"""Questions with the strings a right answer holds: asked, and counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.answering.answer_data import answer_data
from bot.core.answering.answers import Answer
from bot.core.roles import Audience, Role
from bot.core.text.cleaning import cleaned
from bot.dialogues.questions.role_answers import Told, told
from bot.evaluation.rows import LINE, BadRow, text_of, texts_of
from bot.ports import Ports


@dataclass(frozen=True, slots=True)
class Row:
    """One question. `all` must all, one of `any` must, stand in the answer or its citations.

    `line` is where the row stands in its file, 0 where that is not known.
    """

    id: str
    question: str
    history: tuple[str, ...]
    all: tuple[str, ...]
    any: tuple[str, ...]
    answered: bool
    audience: Audience | None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """A question that was asked, and whether its answer is right."""

    row: Row
    told: Told
    correct: bool

    @property
    def answer(self) -> Answer:
        """What was answered."""
        return self.told.answer

    @property
    def lacking(self) -> tuple[str, ...]:
        """What the row asks for and the answer given does not hold."""
        if not (self.row.answered and self.answer.answered):
            return ()
        said = _said(self.answer)
        every = tuple(text for text in self.row.all if text.casefold() not in said)
        return every + (() if _holds_any(self.row, said) else self.row.any)

    @property
    def prediction(self) -> dict[str, Any]:
        """The row that is written for this question."""
        return {"id": self.row.id, **answer_data(self.answer)}


def parse(row: dict[str, Any]) -> Row:
    """A row of the file, its texts as a message is cleaned; raises BadRow."""
    if not isinstance(row.get("answered"), bool):
        raise BadRow("“answered” must be true or false")
    who = {"recruiter": Audience.TEAM, "candidate": Audience.CANDIDATE}.get(str(row.get("as")))
    return Row(
        id=cleaned(str(row.get("id", ""))),
        question=cleaned(text_of(row, "question")),
        history=tuple(map(cleaned, texts_of(row, "history"))),
        all=tuple(map(cleaned, texts_of(row, "all"))),
        any=tuple(map(cleaned, texts_of(row, "any"))),
        answered=row["answered"],
        audience=who,
        line=row.get(LINE, 0),
    )


def asked(ports: Ports, role: Role, row: Row, audience: Audience) -> Done:
    """Ask one question the way a person would, and compare."""
    found = told(ports, role, row.question, row.history, row.audience or audience)
    right = correct(row, found.answer)
    # How a right answer came about is not told: thousands of rows fit into memory without it.
    return Done(row, replace(found, steps=()) if right else found, right)


def correct(row: Row, answer: Answer) -> bool:
    """Whether an answer is right: refused where it should be, else holding what the row asks."""
    if answer.answered != row.answered:
        return False
    if not row.answered:
        return True
    said = _said(answer)
    return all(text.casefold() in said for text in row.all) and _holds_any(row, said)


def _said(answer: Answer) -> str:
    cited = (f"{citation.section} {citation.quote}" for citation in answer.citations)
    return " ".join((answer.said, *cited)).casefold()


def _holds_any(row: Row, said: str) -> bool:
    return not row.any or any(text.casefold() in said for text in row.any)


def report(done: Sequence[Done]) -> dict[str, Any]:
    """The figures: rates (0..1) for what the brief holds and for what it does not, and overall."""
    held = [one for one in done if one.row.answered]
    not_held = [one for one in done if not one.row.answered]
    return {
        "questions": len(done),
        "correct": _rate([one.correct for one in done]),
        "in the brief": len(held),
        "answered": _rate([one.answer.answered for one in held]),
        "answered correctly": _rate([one.correct for one in held]),
        "not in the brief": len(not_held),
        "refused": _rate([not one.answer.answered for one in not_held]),
    }


def lines(figures: dict[str, Any]) -> Iterator[str]:
    """The figures as a person reads them."""
    yield f"{figures['questions']} questions, {_share(figures['correct'])} correct"
    yield (
        f"{figures['in the brief']} that the brief answers: {_share(figures['answered'])} were "
        f"answered, {_share(figures['answered correctly'])} correctly"
    )
    refused = _share(figures["refused"])
    yield f"{figures['not in the brief']} that it does not: {refused} were refused"


def _share(rate: float | None) -> str:
    return "–" if rate is None else f"{100 * rate:.1f}%"


def _rate(outcomes: Sequence[bool]) -> float | None:
    return round(sum(outcomes) / len(outcomes), 4) if outcomes else None
