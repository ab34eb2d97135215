"""Answers a question from a role's brief: the line or two that say it, or why there is none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answers import selecting
from bot.answers.lists import listed
from bot.answers.questions import parts
from bot.answers.terms import covers, is_name
from bot.answers.understanding import Understood, understand
from bot.core.answers import Answer, Reason
from bot.core.messages import Citation
from bot.core.roles import Audience, Passage, Role
from bot.core.wording import answering as words
from bot.ports import Ranked

Rank = Callable[[str, Sequence[str]], tuple[Ranked, ...]]

MOST_PARTS = 4
"""How many questions of one message are answered."""


@dataclass(frozen=True, slots=True)
class Case:
    """One question with all that its answer may use: only what this audience may see."""

    role: Role
    audience: Audience
    asked: Understood
    passages: tuple[Passage, ...]
    ranked: tuple[Ranked, ...]


def answer(
    role: Role, question: str, history: Sequence[str], audience: Audience, rank: Rank
) -> Answer:
    """The answer to a message; several questions in it are answered one after the other."""
    said = tuple(history)
    answers = [
        _one(role, part, said, audience, rank) for part in parts(question[:4000])[:MOST_PARTS]
    ]
    return answers[0] if len(answers) == 1 else _together(answers)


def _one(
    role: Role, question: str, history: tuple[str, ...], audience: Audience, rank: Rank
) -> Answer:
    asked = understand(question, history)
    case = Case(role, audience, asked, role.seen_by(audience), rank(question, history))
    for attempt in (_aside, _team, _list, selecting.slot, selecting.term, selecting.best):
        found = attempt(case)
        if found is not None:
            return found
    return _refusal(case)


def _aside(case: Case) -> Answer | None:
    """Orders to the bot and talk about something else."""
    if case.asked.order and not case.asked.slot:
        return Answer(False, words.NO_ORDERS, reason=Reason.OFF_TOPIC)
    if case.asked.order or case.asked.off_topic:
        return Answer(False, words.NOT_ABOUT_ROLE, reason=Reason.OFF_TOPIC)
    return None


def _team(case: Case) -> Answer | None:
    """What is for the team alone is refused to a candidate, whether the brief has it or not."""
    if case.asked.for_team and case.audience is Audience.CANDIDATE:
        return Answer(False, words.TEAM_ONLY, reason=Reason.TEAM_ONLY)
    return None


def _list(case: Case) -> Answer | None:
    if case.asked.whole is None:
        return None
    lines = listed(case.role, case.asked.whole, case.audience)
    if not lines:
        missing = words.missing_list(case.asked.whole)
        return Answer(False, words.not_said(missing), reason=Reason.NOT_IN_BRIEF, missing=missing)
    return Answer(
        True,
        words.listed(case.asked.whole),
        items=tuple(passage.text for passage in lines),
        citations=tuple(selecting.cited(case.role, passage) for passage in lines),
    )


def _refusal(case: Case) -> Answer:
    """Nothing answers it: say what is missing, and offer the nearest line as related."""
    asked = case.asked
    names = tuple(
        word
        for word in asked.words
        if is_name(word, asked.text) and not any(covers(p.text, word) for p in case.passages)
    )
    if asked.slot is not None:
        text, missing = words.not_said(asked.slot.name), asked.slot.name
    elif names:
        text, missing = words.not_mentioned(names), ", ".join(names)
    else:
        text, missing = words.not_found(asked.words), " ".join(asked.words)
    return Answer(
        False,
        text,
        reason=Reason.NOT_IN_BRIEF if asked.words or asked.slot else Reason.UNCLEAR,
        related=selecting.related(case),
        missing=missing,
    )


def _together(answers: list[Answer]) -> Answer:
    """Several answers as one: answered where any is, with all citations."""
    citations: dict[tuple[int, str], Citation] = {
        (citation.line, citation.quote): citation for one in answers for citation in one.citations
    }
    return Answer(
        answered=any(one.answered for one in answers),
        text="\n".join(dict.fromkeys(one.said for one in answers)),
        reason=next((one.reason for one in answers if one.reason), None),
        citations=tuple(citations.values()),
        missing=", ".join(one.missing for one in answers if one.missing),
    )
