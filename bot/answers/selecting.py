"""The lines that answer, put as an answer: pay figures, a requirement, or the line itself."""

import re

from bot.answers.case import Case
from bot.answers.terms import is_name, uncovered
from bot.core.answers import Answer
from bot.core.messages import Citation
from bot.core.roles import CriterionKind, Passage, PassageKind, Role, SectionKind
from bot.core.wording import answering as words


def cited(role: Role, passage: Passage) -> Citation:
    """A passage as a citation."""
    return Citation(passage.section, passage.line, passage.text, role.version, passage.author)


def pay(case: Case) -> Answer | None:
    """Base pay: for the country, currency and period asked about, or not at all."""
    if case.asked.slot is None or case.asked.slot.id != "pay":
        return None
    lines = {pay.line for pay in case.role.pay}
    passages = [p for p in case.passages if p.line in lines]
    if not passages or uncovered(
        _strict(case), " ".join(f"{p.section} {p.text}" for p in passages)
    ):
        return None
    period = re.search(r"\b(hour|day|month|year|annual|annum)", case.asked.text, re.IGNORECASE)
    given = {pay.period for pay in case.role.pay if pay.period}
    wanted = (
        {"annual": "year", "annum": "year"}.get(period[1].lower(), period[1].lower())
        if period
        else ""
    )
    if wanted and given and wanted not in given:
        return None
    for which, pattern in _WHICH:
        if re.search(pattern, case.asked.text, re.IGNORECASE):
            chosen = {pay.line for pay in case.role.pay if pay.which == which}
            if chosen:
                return _several(case, [p for p in passages if p.line in chosen])
    return _several(case, passages)


_WHICH = (
    ("min", r"\b(?:lowest|minimum|min|bottom|least|starting|floor)\b(?!.*\b(?:top|max))"),
    ("max", r"\b(?:highest|maximum|max|top|ceiling|most|upper)\b(?!.*\b(?:bottom|lowest|min))"),
    ("median", r"\b(?:median|mid(?:dle|point)?|average|typical)\b"),
)


def _strict(case: Case) -> tuple[str, ...]:
    """The words a line must hold to answer: names, places, numbers with letters."""
    asked = case.asked
    inside = asked.slot_words.casefold()
    return tuple(
        word
        for word in asked.words
        if is_name(word, asked.text) and word.casefold() not in inside and word.upper() != "CV"
    )


def stated(case: Case, passage: Passage) -> Answer:
    """One line as the answer; where a requirement was asked about, whether it is a must."""
    kinds = {c.line: c.kind for c in case.role.criteria if c.kind is not CriterionKind.SIGNAL}
    if case.asked.checks and passage.line in kinds:
        text = words.required(kinds[passage.line], passage.text)
    else:
        text = words.says(_in_context(passage))
    return Answer(True, _for_person(case, text), citations=(cited(case.role, passage),))


def _several(case: Case, passages: list[Passage]) -> Answer:
    """The lines themselves as the answer."""
    if len(passages) == 1:
        return stated(case, passages[0])
    return Answer(
        True,
        _for_person(case, words.listed(SectionKind.PAY)),
        items=tuple(_in_context(passage) for passage in passages),
        citations=tuple(cited(case.role, passage) for passage in passages),
    )


def _in_context(passage: Passage) -> str:
    """A "name: value" line with the heading that says what it is of."""
    heading = passage.section.rsplit(" › ", 1)[-1]
    short = passage.label and len(passage.text.split()) <= 6 and passage.kind is PassageKind.ITEM
    return f"{heading}: {passage.text}" if short else passage.text


def _for_person(case: Case, text: str) -> str:
    """A question about a person is answered with the fact, and no verdict."""
    return f"{text} {words.NO_VERDICT}" if case.asked.about_self else text
