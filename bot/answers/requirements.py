"""Whether named things are required: each with the line that says so, a must or a plus."""

from bot.answers.case import Case
from bot.answers.kinds import FORMS, form_of
from bot.answers.selecting import cited, for_person, stated
from bot.core.answering.answers import Answer
from bot.core.roles import CriterionKind, Passage
from bot.core.wording import answering as words

_MUSTS = (CriterionKind.ESSENTIAL, CriterionKind.GATE)


def requirements(case: Case) -> Answer | None:
    """The lines for several named things, or for one that is both a must and a plus.

    For one thing, the criterion that holds every word of the question. None where no line settles
    it: then the lines are weighed.
    """
    asked = case.asked
    if not asked.checks:
        return None
    lines = _lines(case, case.names)
    if len(lines) < 2:
        return _held(case)
    kinds = {criterion.line: criterion.kind for criterion in case.role.criteria}
    return Answer(
        True,
        for_person(case, words.REQUIREMENTS),
        items=tuple(words.required(kinds[line.line], line.text) for line in lines),
        citations=tuple(cited(case.role, line) for line in lines),
    )


def _held(case: Case) -> Answer | None:
    """The only criterion, or the first must, that holds every word of a yes-or-no question."""
    asked = case.asked
    if not asked.words or asked.slot is not None or form_of(asked.text) != FORMS[-1]:
        return None
    kinds = {c.line: c.kind for c in case.role.criteria if c.kind is not CriterionKind.SIGNAL}
    holding = [
        line
        for line in case.passages
        if line.line in kinds and all(case.holds(line.text, word) for word in asked.words)
    ]
    holding.sort(key=lambda line: kinds[line.line] not in _MUSTS)
    return stated(case, holding[0]) if holding else None


def _lines(case: Case, names: tuple[str, ...]) -> tuple[Passage, ...]:
    """For each name the first must and the first plus that hold it, in the brief's order."""
    kinds = {
        criterion.line: criterion.kind
        for criterion in case.role.criteria
        if criterion.kind is not CriterionKind.SIGNAL
    }
    found: dict[int, Passage] = {}
    for name in names:
        holding = [p for p in case.passages if p.line in kinds and case.holds(p.text, name)]
        if not holding:
            return ()
        for must in (True, False):
            group = [p for p in holding if (kinds[p.line] in _MUSTS) == must]
            found.update({p.line: p for p in group[:1]})
    return tuple(found[line] for line in sorted(found))
