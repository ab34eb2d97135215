"""Answers that a brief's structure settles: its title, and whole sections or a part of one."""

import re

from bot.answers.case import Case
from bot.answers.lists import listed
from bot.answers.selecting import cited, stated
from bot.answers.terms import content_words, covers
from bot.core.answering.answers import Answer, Reason
from bot.core.messages import Citation
from bot.core.roles import Passage
from bot.core.wording import answering as words

_TITLE = re.compile(
    r"\b(?:job|role|position)(?:'s)? title\b|\btitle of (?:the|this) (?:job|role|position)\b|"
    r"\b(?:job|role|position) called\b|"
    r"\b(?:what|which) (?:job|role|position) (?:is (?:this|it)|are we talking about)\b|"
    r"\bwhat(?:'s| is) (?:the|this) (?:job|role|position)\W*$",
    re.IGNORECASE,
)

_ABOUT = re.compile(r"\b(?:about|on|for|regarding|concerning|around|with|in|of) (.+)$")
_OF_YEARS = "year yr senior seniority level career minimum maximum least total background"
_SENIORITY = re.compile(r"\bsenior|\bjunior|\blevel\b", re.IGNORECASE)
BESIDE = 2
"""So many words before and behind those that name a section can say what it should be about."""


def title(case: Case) -> Answer | None:
    """What the role is called, cited from the line that says so."""
    if not _TITLE.search(case.asked.text):
        return None
    role = case.role
    line = next((s.line for s in role.sections if s.title == role.title), 1)
    source = Citation(role.title, line, role.title, role.version, "")
    return Answer(True, words.called(role.title), citations=(source,))


def years(case: Case) -> Answer | None:
    """The line with the years of experience, where nothing else is asked beside them."""
    asked, given = case.asked, case.role.years
    if asked.slot is None or asked.slot.id != "years" or given is None:
        return None
    line = next((passage for passage in case.passages if passage.line == given.line), None)
    if line is None:
        return None
    others = case.asking.reading.filled_by_words(asked.slot).sum() > 1
    if others and _SENIORITY.search(asked.text):
        return None
    said = f"{line.section} {line.text} {asked.slot_words} {_OF_YEARS}"
    beside = (word for word in asked.words if not word[0].isdigit())
    return stated(case, line) if all(case.holds(said, word) for word in beside) else None


def section(case: Case) -> Answer | None:
    """The lines of the section that is asked for; those about a subject where one is named.

    None where the subject stands elsewhere in the brief: then the lines are weighed.
    """
    kind = case.asked.whole
    if kind is None:
        return None
    lines = listed(case.role, kind, case.audience)
    if not lines:
        missing = words.missing_list(kind)
        return Answer(False, words.not_said(missing), reason=Reason.NOT_IN_BRIEF, missing=missing)
    subject = _subject(case, lines)
    about = tuple(line for line in lines if all(case.holds(line.text, word) for word in subject))
    if not about:
        return None
    return Answer(
        True,
        words.listed(kind),
        items=tuple(passage.text for passage in about),
        citations=tuple(cited(case.role, passage) for passage in about),
    )


def _subject(case: Case, lines: tuple[Passage, ...]) -> tuple[str, ...]:
    """What the list should be about: the words "GPU" and "security" of "GPU skills for security".

    Those that name the section or the role say nothing, nor do those that the brief does not hold.
    """
    before, name, after = case.asked.text.partition(case.asked.whole_words)
    beside = before.split()[-BESIDE:] + after.split()[:BESIDE]
    beside += [found[1] for found in _ABOUT.finditer(after)]
    known = " ".join({line.section for line in lines} | {case.role.title, name})
    brief = "\n".join(passage.text for passage in case.passages)
    return tuple(
        word
        for word in content_words(" ".join(beside))
        if not covers(known, word) and case.holds(brief, word)
    )
