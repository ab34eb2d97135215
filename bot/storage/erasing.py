"""Erases a candidate: what they said, what was posted about them, and where they were spoken of.

What stays is the screening's id with the time (its tombstone), the ids of the messages, so that a
message that is delivered again has no effect, and in the place of each post a notice that it was
erased: where the post was sent to a chat platform, it is taken back there by that.
"""

import logging
import re
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update

from bot.core.fit.cards import erased
from bot.core.messages import Incoming
from bot.core.roles import Audience
from bot.ports import Erase
from bot.storage.apart import forget_apart
from bot.storage.codec import blocks_to_json, texts_to_json
from bot.storage.database import Database
from bot.storage.errors import StorageUnavailable
from bot.storage.feedback import forget_feedback
from bot.storage.holds import forget_holds, is_held
from bot.storage.questions import forget, texts_of
from bot.storage.resumes import forget_waiting
from bot.storage.screenings import is_erased, lock
from bot.storage.stamps import ERASURES, grow
from bot.storage.tables import (
    conversations,
    erasures,
    events,
    messages,
    people,
    posts,
    screenings,
)

_NOTHING = texts_to_json(())
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Traces:
    """How the team's chats name or quote a candidate, and the message that invited them."""

    names: tuple[str, ...]
    invitation: str


def erase(connection: Connection, change: Erase, incoming: Incoming) -> None:
    """Erase a screening; a second time has no effect. `incoming` keeps its id and reply.

    One that is held stays as it is where the change says so.
    """
    lock(connection, change.screening)
    held = change.unless_held and is_held(connection, change.screening)
    if held or is_erased(connection, change.screening):
        return
    # Before anything is looked for: what the team is told meanwhile is kept before, or not at all.
    grow(connection, ERASURES)
    traces = _traces(connection, change.screening)
    connection.execute(insert(erasures).values(screening=change.screening, at=change.at))
    _blank_messages(connection, change, theirs(connection, change.screening), incoming.id)
    _blank_messages(connection, change, messages.c.id == traces.invitation, incoming.id)
    _blank_mentions(connection, change, traces, incoming.id)
    forget(connection, change.screening, change.at)
    _blank_posts(connection, change)
    _blank_digests(connection, change, traces)
    forget_holds(connection, change.screening)
    forget_apart(connection, change.apart)
    forget_waiting(connection, change.screening)
    forget_feedback(connection)
    _delete(connection, change.screening)


def leave_no_trace(database: Database) -> None:
    """Take erased words out of SQLite's files too, as far as other programs let us now.

    `secure_delete` overwrites what is deleted, but not the copies that SQLite leaves behind when
    it moves rows to another page (seen in a test), so the file is written anew: about a second for
    each 100 MB. A PostgreSQL server does the like by itself (autovacuum).
    """
    if database.engine.dialect.name != "sqlite":
        return
    try:
        with database.caring() as connection:
            connection.exec_driver_sql("VACUUM")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    except StorageUnavailable as error:
        _log.warning("the database's file may still hold erased words: %s", error)


def _traces(connection: Connection, screening: str) -> _Traces:
    query = (
        select(screenings.c.pseudonym, screenings.c.opened_by, people.c.name)
        .outerjoin_from(screenings, people)
        .where(screenings.c.id == screening)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return _Traces((), "")
    names = (row.pseudonym, row.name or "", *texts_of(connection, screening))
    return _Traces(tuple(name.strip() for name in names if name.strip()), row.opened_by)


def theirs(connection: Connection, screening: str) -> ColumnElement[bool]:
    """The messages of the chats in which this screening was held, but for other screenings'."""
    bound = select(conversations.c.id).where(conversations.c.screening == screening)
    spoken = select(messages.c.conversation).where(messages.c.screening == screening)
    chats = connection.execute(bound.union(spoken)).scalars().all()
    unbound = messages.c.conversation.in_(chats) & (messages.c.screening == "")
    return or_(messages.c.screening == screening, unbound)


def _blank_messages(
    connection: Connection, change: Erase, which: ColumnElement[bool], but: str
) -> None:
    blank = update(messages).where(which, messages.c.id != but, messages.c.erased_at.is_(None))
    # The chat's id goes too: on a platform it names the person.
    nothing = {"text": "", "reply": _NOTHING, "conversation": ""}
    connection.execute(blank.values(**nothing, erased_at=change.at))


def _blank_mentions(connection: Connection, change: Erase, traces: _Traces, but: str) -> None:
    """Blank what the team wrote and was told about the candidate, such as a summary's quotes."""
    for name in traces.names:
        said = _naming(name, messages.c.text, messages.c.reply)
        query = select(messages.c.id, messages.c.text, messages.c.reply).where(
            said, messages.c.audience == Audience.TEAM.value, messages.c.erased_at.is_(None)
        )
        for row in connection.execute(query).all():
            if _names(name, row.text, row.reply):
                _blank_messages(connection, change, messages.c.id == row.id, but)
        _forget_questions(connection, name)


def _forget_questions(connection: Connection, name: str) -> None:
    asked, pending = conversations.c.questions, conversations.c.pending
    query = select(conversations.c.id, asked, pending).where(_naming(name, asked, pending))
    for row in connection.execute(query).all():
        if _names(name, row.pending, row.questions):
            known = update(conversations).where(conversations.c.id == row.id)
            connection.execute(known.values(questions=_NOTHING, pending="", draft=None))


def _naming(
    name: str, plain: ColumnElement[str], written: ColumnElement[str]
) -> ColumnElement[bool]:
    escaped = _escaped(name)
    return or_(plain.icontains(name, autoescape=True), written.icontains(escaped, autoescape=True))


def _names(name: str, *texts: str) -> bool:
    """Whether a text holds the name as words of its own: “Li” is not in “reliable”."""
    either = "|".join(re.escape(form) for form in (name, _escaped(name)))
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    return any(pattern.search(text) for text in texts)


def _escaped(name: str) -> str:
    """The name as it stands inside kept JSON."""
    return texts_to_json((name,))[2:-2]


def _blank_posts(connection: Connection, change: Erase) -> None:
    """Put a notice in the place of each post; what was not delivered yet never will be.

    What was for one chat alone goes without one: its address names the person.
    """
    own = (posts.c.screening == change.screening) & (posts.c.conversation != "")
    connection.execute(delete(posts).where(own))
    theirs = update(posts).where(posts.c.screening == change.screening)
    notice = {"blocks": blocks_to_json(erased()), "screening": "", "erased_at": change.at}
    connection.execute(theirs.where(posts.c.delivered_at.is_(None)).values(delivered_at=change.at))
    connection.execute(theirs.values(notice))


def _blank_digests(connection: Connection, change: Erase, traces: _Traces) -> None:
    """Put the notice in the place of what told the team of several candidates, this one too."""
    for name in traces.names:
        told = posts.c.blocks.icontains(_escaped(name), autoescape=True)
        query = select(posts.c.id, posts.c.blocks).where(told, posts.c.screening == "")
        for row in connection.execute(query).all():
            if _names(name, row.blocks):
                this = update(posts).where(posts.c.id == row.id)
                notice = {"blocks": blocks_to_json(erased()), "erased_at": change.at}
                unsent = this.where(posts.c.delivered_at.is_(None))
                connection.execute(unsent.values(delivered_at=change.at))
                connection.execute(this.values(notice))


def _delete(connection: Connection, screening: str) -> None:
    for owned in (events.c.screening, people.c.screening, screenings.c.id):
        connection.execute(delete(owned.table).where(owned == screening))
    connection.execute(delete(conversations).where(conversations.c.screening == screening))
