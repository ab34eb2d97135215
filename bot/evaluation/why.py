"""Why a question got its answer, as lines that a person reads and as data."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from bot.answers.steps import Route, Step
from bot.answers.tracing import Considered, Spoke, Trace, traced
from bot.core.answering.answers import Answer
from bot.dialogues.questions.role_answers import Told
from bot.ports import Ranker

SHOWN = 160
"""How many characters of a line of the brief are shown."""


def traces(told: Told, ranker: Ranker, also: Collection[str] = ()) -> tuple[Trace, ...]:
    """One trace for each question of the message; none where nothing could be read in it.

    Lines whose id is in `also` are told wherever they come.
    """
    return tuple(traced(step, ranker, also) for step in told.steps)


def lines(told: Told, ranker: Ranker, also: Collection[str] = ()) -> Iterator[str]:
    """How the answer came about: the way it took, and the lines that were considered."""
    yield f"way: {way(told)}"
    every = traces(told, ranker, also)
    for number, trace in enumerate(every, 1):
        if len(every) > 1:
            yield f"question {number}: “{trace.step.case.asked.text}”: {way_of(trace.step)}"
        yield _about_lines(trace)
        for one in trace.considered:
            yield from _line(one)


def data(told: Told, ranker: Ranker, also: Collection[str] = ()) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "way": way(told),
        "questions": [
            {
                "question": trace.step.case.asked.text,
                "way": way_of(trace.step),
                "weighed": trace.weighed,
                "taken_from": trace.taken_from,
                "lines": [_line_data(one) for one in trace.considered],
            }
            for trace in traces(told, ranker, also)
        ],
    }


def way(told: Told) -> str:
    """The way the answer took, in words."""
    if told.answer.unread:
        return "refused: it is in another language than English"
    if not told.steps:
        return "refused: there is nothing in it to go by"
    taken = way_of(told.steps[0]) if len(told.steps) == 1 else _several(len(told.steps))
    if told.repeated:
        taken += "; then the team's answer to this very question was found"
    return taken + ("; a language model put it into words" if told.phrased else "")


def way_of(step: Step) -> str:
    """The way one question took, and why it was refused where it was."""
    asked, names = step.case.asked, ", ".join(f"“{name}”" for name in step.case.names)
    match step.route:
        case Route.ASIDE:
            return "refused: an order to the bot" if asked.order else "refused: small talk"
        case Route.TEAM:
            return "refused: it asks for what is for the hiring team"
        case Route.LIST:
            return _or_refused(f"{step.route}: {asked.whole}", step.answer)
        case Route.TITLE | Route.YEARS | Route.PAY:
            return _or_refused(step.route, step.answer)
        case Route.NAME:
            return f"refused: a requirement check for a name the brief does not hold ({names})"
        case Route.REQUIREMENTS:
            return f"requirement check, named skill ({names})" if names else "requirement check"
        case Route.LINES:
            return _weighed(step)


def _several(count: int) -> str:
    return f"{count} questions in one message, each answered for itself"


def _or_refused(taken: str, answer: Answer) -> str:
    if answer.answered:
        return taken
    return f"refused: {taken}; the brief does not say {answer.missing or 'that'}"


def _weighed(step: Step) -> str:
    slot = f" (asks for: {step.case.asked.slot.name})" if step.case.asked.slot else ""
    if step.best is None:
        return f"refused: no line is for who asks{slot}"
    chance = f"the best line answers with a chance of {step.best.probability:.2f}"
    if step.best.answers:
        return f"fact{slot}; {chance}"
    if step.answer.answered:
        return f"a note for the team{slot}; {chance}"
    return f"refused: not in the brief{slot}; {chance}, which is too low"


def _about_lines(trace: Trace) -> str:
    if not trace.considered:
        return "lines considered: none"
    if trace.weighed:
        return f"lines considered (taken from a chance of {trace.taken_from:.2f}):"
    return "lines not weighed, since the question's form settled it; the gate would have said:"


def _line(one: Considered) -> Iterator[str]:
    text = one.passage.text
    text = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    where = one.passage.section or "no heading"
    yield f"  ({one.rank}) line {one.passage.line} · {where}: “{text}”"
    yield f"     chance {one.chance:.2f}, score {one.score:+.2f}"
    yield f"     for it: {_points(one.spoke_for)}"
    yield f"     against it: {_points(one.spoke_against)}"


def _points(spoke: Sequence[Spoke]) -> str:
    return "; ".join(f"{one.by:+.2f} {one.feature}" for one in spoke) or "nothing"


def _line_data(one: Considered) -> dict[str, Any]:
    return {
        "section": one.passage.section,
        "line": one.passage.line,
        "text": one.passage.text,
        "rank": one.rank,
        "score": one.score,
        "chance": one.chance,
        "for": {spoke.feature: spoke.by for spoke in one.spoke_for},
        "against": {spoke.feature: spoke.by for spoke in one.spoke_against},
    }
