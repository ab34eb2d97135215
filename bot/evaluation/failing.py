"""The questions of an evaluation that went wrong: what was expected, what came, and why."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bot.core.answering.answer_data import answer_data
from bot.core.roles import Passage
from bot.evaluation import why
from bot.evaluation.questions import Done
from bot.ports import Ranker


def expected(one: Done) -> str:
    """What a right answer would have been."""
    row = one.row
    if not row.answered:
        return "a refusal: the brief does not say"
    held = [f"“{text}”" for text in row.all]
    if row.any:
        held.append("one of " + ", ".join(f"“{text}”" for text in row.any))
    return f"an answer with {' and '.join(held)}" if held else "an answer"


def came(one: Done) -> str:
    """What was answered instead."""
    answer = one.answer
    what = "answered" if answer.answered else f"refused ({answer.reason or 'without a reason'})"
    lacking = ", ".join(f"“{text}”" for text in one.lacking)
    return f"{what}: {answer.said}" + (f" (lacks {lacking})" if lacking else "")


def lines(number: int, one: Done, ranker: Ranker) -> Iterator[str]:
    """One failure as lines."""
    yield f"{number}. {one.row.id or f'line {one.row.line}'}: “{one.row.question}”"
    for turn in one.row.history:
        yield f"   asked before: “{turn}”"
    yield f"   expected: {expected(one)}"
    said = came(one).split("\n")
    yield f"   came: {said[0]}"
    yield from (f"     {rest}" for rest in said[1:])
    yield from (f"   {where}" for where in standing(one))
    yield from (f"   {line}" for line in why.lines(one.told, ranker, _holding(one)))


def data(one: Done, ranker: Ranker) -> dict[str, Any]:
    """One failure as plain data."""
    return {
        "id": one.row.id,
        "line": one.row.line,
        "question": one.row.question,
        "history": list(one.row.history),
        "expected": expected(one),
        "lacking": list(one.lacking),
        **answer_data(one.answer),
        "why": why.data(one.told, ranker, _holding(one)),
    }


def standing(one: Done) -> Iterator[str]:
    """Where the expected words stand in the brief; they may stand nowhere, or not for who asks."""
    if not one.told.steps:
        return
    for text in (*one.row.all, *one.row.any):
        lines = [str(passage.line) for passage in _with(one, text)]
        if lines:
            yield f"the brief holds “{text}” in line {', '.join(lines)}"
        else:
            yield f"no line that who asks may see holds “{text}”: is the row right?"


def _holding(one: Done) -> frozenset[str]:
    """The ids of the lines that hold what a right answer would."""
    wanted = (*one.row.all, *one.row.any)
    return frozenset(passage.id for text in wanted for passage in _with(one, text))


def _with(one: Done, text: str) -> list[Passage]:
    return [
        passage
        for step in one.told.steps[:1]
        for passage in step.case.passages
        if text.casefold() in f"{passage.section} {passage.text}".casefold()
    ]


def markdown(title: str, figures: Sequence[str], failed: Sequence[Done], ranker: Ranker) -> str:
    """The whole report as Markdown: the figures, then every failure."""
    parts = [f"# {escaped(title)}", "\n".join(f"- {escaped(line)}" for line in figures)]
    parts.append(f"## What failed ({len(failed)})" if failed else "Nothing failed.")
    for number, one in enumerate(failed, 1):
        heading, *rest = lines(number, one, ranker)
        parts.append(f"### {escaped(heading)}")
        parts.append("\n".join(_item(line) for line in rest))
    return "\n\n".join(parts) + "\n"


def _item(line: str) -> str:
    """A line as an item of a list, one level deeper for each step of its indent."""
    indent = len(line) - len(line.lstrip())
    return f"{'  ' * max(0, (indent - 2) // 3)}- {escaped(line.strip())}"


def escaped(text: str) -> str:
    """Text as Markdown that shows it: nothing that a person wrote is markup."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", " ".join(text.split()))
