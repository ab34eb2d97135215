"""What a recruiter does with questions for the team: list, answer, correct and withdraw."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.core.answering.question_changes import Publish, Retract
from bot.core.answering.questions import ANSWER_LENGTH, Ask, Question, TeamAnswer, author_of
from bot.core.clock.digest import waiting_line
from bot.core.errors import UnknownQuestion
from bot.core.messages import Aside, Block, Heading, Incoming, Items, Post, Quote, Text
from bot.core.roles import Audience, Role
from bot.core.wording import questions as words
from bot.dialogues.turn import Turn, turn
from bot.ports import Ports

_LIST = r"/?(?:(?:list|show)(?: me)? )?(?:the |all |open )*"
_QUESTIONS = re.compile(rf"{_LIST}questions[?!. ]*", re.IGNORECASE)
_ANSWERS = re.compile(rf"{_LIST}(?:team )?answers(?: (?:from|of) the team)?[?!. ]*", re.IGNORECASE)
_COMMAND = re.compile(
    r"/?(answer|correct|withdraw)(?: question)? #?(\d{1,9})\b[\s.:]*(.*)", re.IGNORECASE | re.DOTALL
)
_ABOUT = re.compile(
    r"(?P<whom>(?i:(?:for )?(?:the )?team(?: only| alone)?|all|everybody))? ?"
    r"(?:as (?P<author>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}))? ?: ?(?P<text>.*)"
)


@dataclass(frozen=True, slots=True)
class _Given:
    """An answer as it was typed: its words, and what stood in front of them."""

    text: str
    audience: Audience | None = None
    author: str = ""


@dataclass(frozen=True, slots=True)
class _Case:
    """A command about one question."""

    ports: Ports
    incoming: Incoming
    question: Question
    command: str
    given: _Given


def handle(ports: Ports, incoming: Incoming, role: Role | None) -> Turn | None:
    """The turn for a recruiter's message about questions; None for any other message.

    Lists are of `role`, or of every role where none is meant. Raises UnknownQuestion.
    """
    said = incoming.text.strip()
    if _QUESTIONS.fullmatch(said):
        return turn(open_ones(ports, _about(ports, role), incoming.at))
    if _ANSWERS.fullmatch(said):
        return turn(answered_ones(ports, _about(ports, role)))
    found = _COMMAND.fullmatch(said)
    if found is None:
        return None
    number, command = int(found[2]), found[1].casefold()
    question = ports.questions.get(number)
    if question is None:
        raise UnknownQuestion(number)
    return _ACTS[command](_Case(ports, incoming, question, command, _given(found[3])))


def reminder(ports: Ports, role: Role) -> tuple[Block, ...]:
    """A line for the team where questions of a role wait."""
    count = sum(question.open for question in ports.questions.of(role.id))
    return (Aside(words.waiting(count)),) if count else ()


def _given(text: str) -> _Given:
    line = " ".join(text.split())
    found = _ABOUT.fullmatch(line)
    if found is None or not (found["whom"] or found["author"]):
        return _Given(line)
    whom = (found["whom"] or "").casefold()
    everybody = Audience.CANDIDATE if whom in ("all", "everybody") else None
    audience = Audience.TEAM if "team" in whom else everybody
    return _Given(found["text"], audience, found["author"] or "")


def _about(ports: Ports, role: Role | None) -> tuple[Question, ...]:
    return ports.questions.of(role.id if role else "")


def open_ones(ports: Ports, known: tuple[Question, ...], now: datetime) -> tuple[Block, ...]:
    """The questions of `known` that wait for an answer, by role, and how to answer."""
    waiting = [one for one in known if one.open]
    if not waiting:
        return (Text(words.NO_OPEN),)
    alerted = all(ports.alerts(one.role) for one in waiting)
    return (
        Text(words.OPEN_INTRO),
        *_by_role(ports, waiting, lambda one: _waits(ports, one, now)),
        Aside(words.how_to_answer(waiting[0].number)),
        *(() if alerted else (Aside(words.NO_CHANNEL_TEAM),)),
    )


def _waits(ports: Ports, question: Question, now: datetime) -> str:
    return waiting_line(question, now, ports.policies(question.role))


def answered_ones(ports: Ports, known: tuple[Question, ...]) -> tuple[Block, ...]:
    """The questions of `known` that have an answer, by role."""
    told = [one for one in known if one.answer]
    if not told:
        return (Text(words.NO_ANSWERS),)
    return (Text(words.ANSWERS_INTRO), *_by_role(ports, told, _told))


def _told(question: Question) -> str:
    answer = question.answers[-1]
    whom = f", {words.FOR_TEAM}" if answer.audience is Audience.TEAM else ""
    return (
        f"{words.listed(question.number, question.text)} – “{answer.text}” ({answer.signed}{whom})"
    )


def _by_role(
    ports: Ports, questions: list[Question], drawn: Callable[[Question], str]
) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for identity in dict.fromkeys(question.role for question in questions):
        role = ports.roles.get(identity)
        blocks.append(Heading(role.title if role else identity))
        blocks.append(Items(tuple(drawn(one) for one in questions if one.role == identity)))
    return tuple(blocks)


def _answer(case: _Case) -> Turn:
    known = case.question.answer
    if known:
        said = words.answered_already(case.question.number, known.text, known.signed)
        return turn((Text(said),))
    return _publish(case, words.ANSWERED)


def _correct(case: _Case) -> Turn:
    if case.question.answer is None:
        return turn((Text(words.nothing_to_correct(case.question.number)),))
    return _publish(case, words.CORRECTED)


def _publish(case: _Case, introduced: str) -> Turn:
    number, given = case.question.number, case.given
    if not any(letter.isalnum() for letter in given.text):
        return turn((Text(words.answer_what(number, case.command)),))
    if len(given.text) > ANSWER_LENGTH:
        return turn((Text(words.answer_too_long(ANSWER_LENGTH)),))
    answer = _team_answer(case)
    change = Publish(number, len(case.question.answers), len(case.question.asks), answer)
    only_team = answer.audience is Audience.TEAM
    said = (
        Text(words.published(number, answer.signed, only_team)),
        Quote(answer.text),
        Text(words.told(_hearers(case))),
    )
    return turn(said, change, posts=_news(case, lambda ask: _answer_to(ask, answer, introduced)))


def _team_answer(case: _Case) -> TeamAnswer:
    """The answer; a correction is for those the answer was for, unless it says otherwise."""
    given, before = case.given, case.question.answer
    return TeamAnswer(
        text=given.text,
        audience=given.audience or (before.audience if before else Audience.CANDIDATE),
        author=given.author or author_of(case.incoming.name or case.incoming.person),
        by=case.incoming.person,
        at=case.incoming.at,
    )


def _withdraw(case: _Case) -> Turn:
    question = case.question
    if question.withdrawn_at is not None:
        return turn((Text(words.nothing_to_withdraw(question.number)),))
    change = Retract(question.number, len(question.answers), len(question.asks), case.incoming.at)
    had = question.answer is not None
    said = words.withdrawn(question.number) if had else words.closed(question.number)
    told = words.WITHDRAWN_TOLD if had else words.CLOSED_TOLD
    return turn(
        (Text(said), Text(words.told(_hearers(case)))),
        change,
        posts=_news(case, lambda ask: (Text(words.you_asked(ask.text)), Text(told))),
    )


def _hearers(case: _Case) -> tuple[str, ...]:
    return tuple(ask.who for ask in _others(case))


def _others(case: _Case) -> tuple[Ask, ...]:
    """Those who asked, but for a recruiter who asked in this very chat."""
    here = case.incoming.conversation
    return tuple(ask for ask in case.question.asks if ask.conversation != here)


def _news(case: _Case, told: Callable[[Ask], tuple[Block, ...]]) -> tuple[Post, ...]:
    """What each person who asked is told, in their own chat."""
    incoming, role = case.incoming, case.question.role
    return tuple(
        Post(
            f"{incoming.id}:told {number}",
            role,
            ask.screening,
            incoming.at,
            told(ask),
            ask.conversation,
            ask.origin,
        )
        for number, ask in enumerate(_others(case), 1)
    )


def _answer_to(ask: Ask, answer: TeamAnswer, introduced: str) -> tuple[Block, ...]:
    """The answer as somebody reads it who asked; what is for the team alone is not shown."""
    asked = Text(words.you_asked(ask.text))
    if answer.audience is Audience.TEAM and ask.audience is not Audience.TEAM:
        return (asked, Text(words.TEAM_ONLY_TOLD))
    return (asked, Text(introduced), Quote(answer.text, answer.signed))


_ACTS: dict[str, Callable[[_Case], Turn]] = {
    "answer": _answer,
    "correct": _correct,
    "withdraw": _withdraw,
}
