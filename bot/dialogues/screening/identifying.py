"""The voluntary questions about the person, after the end: what is told is kept apart from it all.

No word of a message that answers them is kept in the chat, in the log or with a name; nor is one
that was meant to answer them.
"""

from dataclasses import replace

from bot.answers.questions import asked_in
from bot.core.answering.about import topic_in
from bot.core.messages import Aside, Block, Choice, Choices, Items, Text
from bot.core.screening.screening import Stage
from bot.core.screening.self_identification import (
    Category,
    KeepApart,
    KeepNoWord,
    Questionnaire,
    SetApart,
    TakeBack,
    Told,
    chosen,
    name_of,
    quarter,
)
from bot.core.screening.utterances import wishes
from bot.core.wording import self_identification as words
from bot.dialogues.screening.session import Session
from bot.dialogues.turn import Turn

_PENDING = "about me "
"""How a chat's pending step begins where one of the questions waits; its number follows."""
_NOT_NOW = Choice("No, thank you", words.NOT_ABOUT_ME)
_RATHER_NOT = Choice("Rather not say", words.RATHER_NOT)
BUTTONS = 6
"""The most answers that get a button each; more are a numbered list alone."""


def offer(session: Session) -> tuple[Block, ...]:
    """Offers the questions; nothing where none are asked, and in a trial."""
    asked = _asked(session)
    if not asked.categories or session.screening.trial:
        return ()
    told = Text(words.offer(asked.why, len(asked.categories)))
    begin = Choice("Answer", words.ABOUT_ME)
    return (told, Text(words.BEGIN), Choices((begin, _NOT_NOW)))


def in_data(session: Session) -> tuple[Block, ...]:
    """What “my data” says of the answers; nothing where none are asked for."""
    finished = session.screening.stage is Stage.FINISHED
    return (Aside(words.IN_DATA),) if finished and _asked(session).categories else ()


def handled(session: Session) -> Turn | None:
    """The turn for a message that asks for, answers or takes back these questions; else None."""
    asked, text = _asked(session), session.incoming.text.strip(" .!")
    finished = session.screening.stage is Stage.FINISHED and not session.screening.trial
    if not asked.categories or not finished:
        return None
    if words.TAKES_BACK.fullmatch(text):
        return _said(session, Text(words.TAKEN_BACK), apart=TakeBack(_mark(session)))
    if words.DECLINES_ALL.fullmatch(text):
        return session.say(Text(words.LEFT))
    if words.BEGINS.fullmatch(text):
        return _next(session, asked, 0)
    pending = session.conversation.pending
    if not pending.startswith(_PENDING):
        return None
    return _answered(session, asked, int(pending.removeprefix(_PENDING)))


def revised(session: Session) -> Turn | None:
    """The turn for an edited message whose new words may answer one of the questions."""
    asked, text = _asked(session), session.incoming.text
    waits = session.conversation.pending.startswith(_PENDING)
    if waits or any(chosen(category, text) for category in asked.categories):
        return _said(session, Text(words.REVISED), apart=KeepNoWord())
    return None


def _asked(session: Session) -> Questionnaire:
    return session.ports.self_identification(session.role.id)


def _mark(session: Session) -> str:
    return session.ports.mark(name_of(session.screening.id))


def _answered(session: Session, asked: Questionnaire, number: int) -> Turn | None:
    """The turn for what may answer the question with this number, from 0."""
    text = session.incoming.text.strip()
    if number >= len(asked.categories):
        return None  # An administrator asks less than when it was put.
    category = asked.categories[number]
    answer = chosen(category, text)
    if answer:
        kept = KeepApart(_told(session, category, answer))
        return _next(session, asked, number + 1, kept)
    if words.DECLINES.fullmatch(text.strip(" .!")):
        return _next(session, asked, number + 1, TakeBack(_mark(session), category.id))
    if words.STOPS.fullmatch(text.strip(" .!")):
        return session.say(Text(words.STOPPED))
    if wishes(text) or topic_in(text) or asked_in(text).question:
        return None
    again = (Text(words.UNREAD), *_question(asked, number))
    return _said(session, *again, pending=f"{_PENDING}{number}", apart=KeepNoWord())


def _told(session: Session, category: Category, answer: str) -> Told:
    policy = session.ports.policies(session.role.id)
    on = policy.here(session.screening.ended_at or session.incoming.at).date()
    return Told(_mark(session), session.role.id, quarter(on), category.id, answer)


def _next(
    session: Session, asked: Questionnaire, number: int, apart: SetApart | None = None
) -> Turn:
    """Ask the question with this number, from 0; thank where there is none."""
    if number >= len(asked.categories):
        return _said(session, Text(words.DONE), apart=apart)
    blocks = _question(asked, number)
    return _said(session, *blocks, pending=f"{_PENDING}{number}", apart=apart)


def _question(asked: Questionnaire, number: int) -> tuple[Block, ...]:
    category = asked.categories[number]
    told = words.question(number + 1, len(asked.categories), category.question)
    buttons = tuple(Choice(answer, answer) for answer in category.answers)
    offered = (*(buttons if len(buttons) <= BUTTONS else ()), _RATHER_NOT)
    return (
        Text(told),
        Items(category.answers, numbered=True),
        Text(words.HOW),
        Choices(offered),
    )


def _said(
    session: Session, *blocks: Block, pending: str = "", apart: SetApart | None = None
) -> Turn:
    taken = session.say(*blocks, pending=pending)
    return replace(taken, changes=(*taken.changes, apart)) if apart else taken
