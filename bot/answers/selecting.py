"""Which lines of the brief answer a question: by slot, by a named thing, or by likeness."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.terms import is_name, uncovered
from bot.core.answers import Answer, Reason
from bot.core.messages import Citation
from bot.core.roles import CriterionKind, Passage, PassageKind, Role, SectionKind
from bot.core.wording import answering as words

if TYPE_CHECKING:
    from bot.answers.answering import Case

LIKE_ENOUGH = 0.52
"""The cosine from which a line counts as an answer where its words alone do not show it."""
COVERED_ENOUGH = 0.6
"""The share of a question's content words that a line must hold."""


def cited(role: Role, passage: Passage) -> Citation:
    """A passage as a citation."""
    return Citation(passage.section, passage.line, passage.text, role.version, passage.author)


def slot(case: Case) -> Answer | None:
    """The lines that fill the slot a question asks for; a refusal where none does."""
    asked = case.asked.slot
    if asked is None:
        return None
    if asked.id == "pay":
        return _pay(case)
    ordered = _in_rank_order(case)
    filling = [p for p in ordered if asked.filled_by(p.section, p.text)]
    if not filling:
        return None
    strict = _strict(case)
    fitting = [p for p in filling if not uncovered(strict, f"{p.section} {p.text}")]
    if not fitting:
        return None
    return _stated(case, fitting[:1])


def _pay(case: Case) -> Answer | None:
    """Base pay: for the country, currency and period asked about, or not at all."""
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
                return _stated(case, [p for p in passages if p.line in chosen])
    return _stated(case, passages)


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


def term(case: Case) -> Answer | None:
    """Whether a named thing is wanted: the line that names it, or that the brief does not."""
    asked = case.asked
    if not asked.words or not asked.checks:
        return None
    names = tuple(w for w in asked.words if is_name(w, asked.text)) or asked.words
    holding = [p for p in _in_rank_order(case) if not uncovered(names, p.text)]
    if holding:
        return _wanted(case, holding)
    missing = uncovered(names, " ".join(p.text for p in case.passages))
    if missing and any(is_name(w, asked.text) for w in missing):
        text = words.not_mentioned(missing)
        return Answer(
            False,
            text,
            reason=Reason.NOT_IN_BRIEF,
            related=related(case),
            missing=", ".join(missing),
        )
    return None


def _wanted(case: Case, holding: list[Passage]) -> Answer:
    """The requirement among the lines that name it, else the first line that does."""
    criteria = {c.line: c.kind for c in case.role.criteria if c.kind is not CriterionKind.SIGNAL}
    required = [p for p in holding if p.line in criteria]
    if not required:
        return _stated(case, holding[:1])
    passage = required[0]
    text = words.required(criteria[passage.line], passage.text)
    return Answer(True, _for_person(case, text), citations=(cited(case.role, passage),))


def best(case: Case) -> Answer | None:
    """The line most like the question, where it is like enough and holds enough of its words."""
    asked = case.asked
    ordered = _in_rank_order(case)
    if not ordered or asked.slot is not None:
        return None
    first = ordered[0]
    cosine = max((r.cosine for r in case.ranked if r.passage == first.id), default=0.0)
    held = f"{first.section} {first.text}"
    if uncovered(_strict(case), held):
        return None
    share = 1 - len(uncovered(asked.words, held)) / max(1, len(asked.words))
    if cosine >= LIKE_ENOUGH or (share >= COVERED_ENOUGH and asked.words):
        return _stated(case, [first])
    return None


def related(case: Case) -> tuple[Citation, ...]:
    """The nearest line, where it is near at all, to be offered as related."""
    near = [r for r in case.ranked[:1] if r.cosine >= 0.35]
    by_id = {p.id: p for p in case.passages}
    return tuple(cited(case.role, by_id[r.passage]) for r in near if r.passage in by_id)


def _in_rank_order(case: Case) -> list[Passage]:
    """The passages this audience may see, best first; never one it may not."""
    by_id = {passage.id: passage for passage in case.passages}
    ordered = [by_id[r.passage] for r in case.ranked if r.passage in by_id]
    known = {passage.id for passage in ordered}
    return ordered + [passage for passage in case.passages if passage.id not in known]


def _stated(case: Case, passages: list[Passage]) -> Answer:
    """The lines themselves as the answer."""
    citations = tuple(cited(case.role, passage) for passage in passages)
    if len(passages) == 1:
        return Answer(
            True, _for_person(case, words.says(_in_context(passages[0]))), citations=citations
        )
    return Answer(
        True,
        _for_person(case, words.listed(SectionKind.PAY if case.asked.slot else SectionKind.OTHER)),
        items=tuple(_in_context(passage) for passage in passages),
        citations=citations,
    )


def _in_context(passage: Passage) -> str:
    """A "name: value" line with the heading that says what it is of."""
    heading = passage.section.rsplit(" › ", 1)[-1]
    short = passage.label and len(passage.text.split()) <= 6 and passage.kind is PassageKind.ITEM
    return f"{heading}: {passage.text}" if short else passage.text


def _for_person(case: Case, text: str) -> str:
    """A question about a person is answered with the fact, and no verdict."""
    return f"{text} {words.NO_VERDICT}" if case.asked.about_self else text
