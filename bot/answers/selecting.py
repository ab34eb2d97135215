"""The lines that answer, put as an answer: a requirement, or what the brief says."""

from bot.answers.case import Case
from bot.answers.gate import Judged
from bot.core.answering.answers import Answer
from bot.core.messages import Citation
from bot.core.roles import CriterionKind, Passage, PassageKind, Role, SectionKind
from bot.core.wording import answering as words


def cited(role: Role, passage: Passage) -> Citation:
    """A passage as a citation."""
    return Citation(passage.section, passage.line, passage.text, role.version, passage.author)


def stated(case: Case, passage: Passage) -> Answer:
    """One line as the answer; where a requirement was asked about, whether it is a must."""
    text = _said(case, passage) or words.says(_in_context(passage))
    return Answer(True, for_person(case, text), citations=(cited(case.role, passage),))


def judged_lines(case: Case, best: Judged) -> Answer:
    """The best line as the answer, or it and the next where that is nearly as good."""
    if best.beside is None:
        return stated(case, best.passage)
    both = (best.passage, best.beside)
    return Answer(
        True,
        for_person(case, words.REQUIREMENTS),
        items=tuple(_said(case, passage) or _in_context(passage) for passage in both),
        citations=tuple(cited(case.role, passage) for passage in both),
    )


def _said(case: Case, passage: Passage) -> str:
    """Whether a line that was asked about as a requirement is a must; "" of any other line."""
    kinds = {c.line: c.kind for c in case.role.criteria if c.kind is not CriterionKind.SIGNAL}
    if not case.asked.checks or passage.line not in kinds:
        return ""
    return words.required(kinds[passage.line], passage.text)


def stated_lines(case: Case, passages: list[Passage]) -> Answer:
    """A few lines as the answer, one below the other."""
    if len(passages) == 1:
        return stated(case, passages[0])
    return Answer(
        True,
        for_person(case, words.listed(SectionKind.PAY)),
        items=tuple(_in_context(passage) for passage in passages),
        citations=tuple(cited(case.role, passage) for passage in passages),
    )


def _in_context(passage: Passage) -> str:
    """A "name: value" line with the heading that says what it is of."""
    heading = passage.section.rsplit(" › ", 1)[-1]
    short = passage.label and len(passage.text.split()) <= 6 and passage.kind is PassageKind.ITEM
    return f"{heading}: {passage.text}" if short else passage.text


def for_person(case: Case, text: str) -> str:
    """A question about a person is answered with the fact, and no verdict."""
    return f"{text} {words.NO_VERDICT}" if case.asked.about_self else text
