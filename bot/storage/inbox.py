"""The messages that were handled, and the one place where a turn's changes are kept."""

from collections.abc import Callable, Iterable, Sequence
from threading import local
from typing import assert_never

from sqlalchemy import Connection, insert, select

from bot.core.answering.feedback import GiveFeedback, KeepTrace
from bot.core.answering.question_changes import AskTeam, Publish, Retract, Told
from bot.core.brief_changes import DropDraft, KeepDraft, TakeBrief
from bot.core.errors import LostRace
from bot.core.messages import Incoming, Reply
from bot.core.roles import Audience
from bot.core.screening.self_identification import KeepApart, KeepNoWord, SetApart, TakeBack
from bot.core.team.hiring_changes import ChooseChannels, ChooseTeam
from bot.ports import (
    Append,
    Approve,
    Change,
    DropWaiting,
    EditKit,
    Erase,
    KeepWaiting,
    Open,
    Redraw,
    Remember,
)
from bot.storage.apart import set_apart
from bot.storage.codec import blocks_from_json, blocks_to_json
from bot.storage.codes import TokenOf, blotted, hidden, shown
from bot.storage.conversations import remember
from bot.storage.database import Database
from bot.storage.erasing import erase, leave_no_trace
from bot.storage.feedback import keep_feedback
from bot.storage.outbox import keep_posts, mark_told, post_of, redraw
from bot.storage.questions import ask_team, publish, retract
from bot.storage.resumes import change_waiting
from bot.storage.role_changes import change_role
from bot.storage.screenings import append, is_erased, lock, open_screening
from bot.storage.stamps import ERASURES, held
from bot.storage.tables import messages, posts, stamps

Forget = Callable[[Iterable[str]], None]
"""Keeps nothing in memory of these screenings."""


class StoredInbox:
    """The messages, each with its reply."""

    def __init__(self, database: Database, token_of: TokenOf, forget: Forget) -> None:
        """`forget` is told of screenings that were erased."""
        self._database = database
        self._token_of = token_of
        self._forget = forget
        self._begun = local()

    def reply_to(self, message: str) -> Reply | None:
        """The reply this message got; an empty one where message and reply were erased since."""
        replied = select(messages.c.reply).where(messages.c.id == message)
        erasures = select(stamps.c.number).where(stamps.c.what == ERASURES)
        said = select(replied.scalar_subquery(), erasures.scalar_subquery())
        told = select(posts).where(posts.c.message == message, posts.c.erased_at.is_(None))
        with self._database.reading() as connection:
            reply, erased = connection.execute(said).one()
            # A turn begins with this, in the thread that keeps it at its end.
            self._begun.turn = message, erased or 0
            if reply is None:
                return None
            reply = shown(connection, reply, message, self._token_of)
            posted = tuple(
                post_of(row) for row in connection.execute(told.order_by(posts.c.number))
            )
        return Reply(blocks_from_json(reply), posted)

    def commit(self, incoming: Incoming, reply: Reply, changes: Sequence[Change]) -> None:
        """Keep reply, posts and changes in one transaction. Erasing comes after other changes.

        Raises LostRace where the message was handled, a log, a question or a kit's changes grew, or
        a screening that the turn is about was erased in the meantime, for the team any screening;
        StorageUnavailable where nothing can be kept.
        """
        begun: tuple[str, int] = self._begun.__dict__.pop("turn", ("", 0))
        erasing = [change for change in changes if isinstance(change, Erase)]
        with self._database.writing() as connection:
            _keep_message(connection, incoming, reply, changes)
            for change in sorted(changes, key=lambda change: isinstance(change, Erase)):
                _apply(connection, change, incoming)
            keep_posts(connection, incoming.id, reply.posts)
            if incoming.audience is Audience.TEAM and begun[0] == incoming.id and not erasing:
                _check_erasures(connection, begun[1])
        if erasing:
            self._forget([change.screening for change in erasing])
            leave_no_trace(self._database)


def _check_erasures(connection: Connection, before: int) -> None:
    """Raises LostRace where somebody was erased: what the team is told may quote them."""
    if held(connection, ERASURES) != before:
        raise LostRace("Somebody was erased in the meantime.")


def _keep_message(
    connection: Connection, incoming: Incoming, reply: Reply, changes: Sequence[Change]
) -> None:
    """Keep the message; without its words where they were said to a screening that is erased.

    Nor are words kept that are set apart, or might have been meant to be. No invitation
    code is kept readable.
    """
    remembered = [c.conversation.screening for c in changes if isinstance(c, Remember)]
    about = incoming.screening or next(iter(remembered), "")
    # Locked first, so that turns on one screening follow each other and none outlives an erasure.
    gone = bool(about) and lock(connection, about) is None and is_erased(connection, about)
    if gone and about in remembered:
        raise LostRace(f"Screening {about} was erased.")
    silent = gone or any(isinstance(change, Erase | SetApart) for change in changes)
    values = {
        "id": incoming.id,
        "conversation": incoming.conversation,
        "audience": incoming.audience.value,
        "screening": about,
        "text": "" if silent else blotted(connection, incoming.text),
        "at": incoming.at,
        "reply": hidden(connection, blocks_to_json(reply.blocks), changes),
    }
    connection.execute(insert(messages).values(values))


def _apply(connection: Connection, change: Change, incoming: Incoming) -> None:
    match change:
        case Open():
            open_screening(connection, change, incoming.id)
        case Append():
            append(connection, change)
        case Remember() | KeepWaiting() | DropWaiting():
            _apply_to_chat(connection, change, incoming)
        case (
            Approve()
            | EditKit()
            | ChooseChannels()
            | ChooseTeam()
            | KeepDraft()
            | DropDraft()
            | TakeBrief()
        ):
            change_role(connection, change)
        case Erase():
            erase(connection, change, incoming)
        case KeepTrace() | GiveFeedback() | KeepApart() | TakeBack() | KeepNoWord():
            _apply_beside(connection, change)
        case AskTeam() | Publish() | Retract() | Told() | Redraw():
            _apply_to_posts(connection, change, incoming)
        case _:
            assert_never(change)


def _apply_beside(connection: Connection, change: KeepTrace | GiveFeedback | SetApart) -> None:
    if isinstance(change, KeepTrace | GiveFeedback):
        keep_feedback(connection, change)
    else:
        set_apart(connection, change)


def _apply_to_chat(
    connection: Connection, change: Remember | KeepWaiting | DropWaiting, incoming: Incoming
) -> None:
    if isinstance(change, Remember):
        remember(connection, change.conversation, incoming)
    else:
        change_waiting(connection, change)


def _apply_to_posts(
    connection: Connection, change: AskTeam | Publish | Retract | Told | Redraw, incoming: Incoming
) -> None:
    match change:
        case AskTeam():
            ask_team(connection, change)
        case Publish():
            publish(connection, change)
        case Retract():
            retract(connection, change)
        case Told(told):
            mark_told(connection, told, incoming.at)
        case Redraw():
            redraw(connection, change)
        case _:
            assert_never(change)
