"""A candidate's own data as files to take along: one to read, one for programs."""

from datetime import datetime

from bot.core.messages import Aside, Block, Choices, File, Text
from bot.core.plain import plain
from bot.core.screening.own_data import OwnWords, as_json, own_data
from bot.core.team.review import review
from bot.core.wording import own_data as words
from bot.core.wording.screening import moment
from bot.dialogues.questions.asking_team import questions_by
from bot.dialogues.screening.session import Session


def files(session: Session, shown: tuple[Block, ...]) -> tuple[Block, ...]:
    """The two files; `shown` is all that “my data” shows, which the first of them holds too."""
    told = tuple(block for block in shown if not isinstance(block, Choices))
    read = (Text(words.title(session.kit.role_title)), *told, *_said(session))
    return (
        Text(words.INTRO),
        File(words.READABLE, "text/plain", plain(read) + "\n"),
        File(words.DATA, "application/json", as_json(_data(session))),
        Aside(words.BESIDE),
    )


def _messages(session: Session) -> tuple[tuple[datetime, str], ...]:
    """Every message that the candidate wrote in this chat, with its time."""
    spoken = session.ports.records.transcript(session.conversation.id)
    return tuple((one.at, one.text) for one in spoken if one.text.strip())


def _said(session: Session) -> tuple[Block, ...]:
    said = _messages(session)
    lines = (Text(f"{moment(at)}: {text}") for at, text in said)
    return (Text(words.MESSAGES), *lines) if said else ()


def _data(session: Session) -> dict[str, object]:
    ports, screening = session.ports, session.screening
    events = ports.screenings.events(screening.id)
    found = review(events)
    waiting = ports.waiting_resumes.get(session.conversation.id)
    own = OwnWords(
        invited_as=ports.name_of(screening.id),
        draft=session.conversation.draft,
        waiting=waiting.read.text if waiting else "",
        messages=_messages(session),
        asked_team=questions_by(ports, session.role, screening.id),
        team_asked=tuple(
            (one.asked.question, one.answer.answer if one.answer else "") for one in found.more
        ),
        told=found.told.words if found.told else "",
    )
    return own_data(session.kit, screening, events, own)
