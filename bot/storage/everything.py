"""All that is kept of one candidate, table by table, for a person who asks to see it."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, select

from bot.storage.database import Database
from bot.storage.erasing import theirs
from bot.storage.tables import (
    asks,
    conversations,
    events,
    holds,
    messages,
    people,
    posts,
    screenings,
    self_identified,
    waiting_resumes,
)

_SECRET = frozenset(("token_hash",))
"""What opens the invitation, were it ever guessed: of no use to the person."""


def everything(
    database: Database, screening: str, apart: str = ""
) -> dict[str, list[dict[str, Any]]]:
    """The rows of each table that are about this screening's candidate; {} where there is none.

    What the team wrote in its own chats is not among them but for what was posted. `apart` is the
    mark of what they told about themselves.
    """
    with database.reading() as connection:
        if not _rows(connection, screenings, screenings.c.id == screening):
            return {}
        return {
            table.name: _rows(connection, table, which)
            for table, which in (
                (screenings, screenings.c.id == screening),
                (people, people.c.screening == screening),
                (events, events.c.screening == screening),
                (conversations, conversations.c.screening == screening),
                (messages, theirs(connection, screening)),
                (posts, posts.c.screening == screening),
                (waiting_resumes, waiting_resumes.c.screening == screening),
                (asks, asks.c.screening == screening),
                (holds, holds.c.screening == screening),
                (self_identified, self_identified.c.mark == apart),
            )
        }


def _rows(connection: Connection, table: Table, which: ColumnElement[bool]) -> list[dict[str, Any]]:
    query = select(table).where(which).order_by(*table.primary_key.columns)
    return [_plain(row) for row in connection.execute(query)]


def _plain(row: Row[Any]) -> dict[str, Any]:
    """A row as plain data; times as text."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in row._mapping.items()
        if name not in _SECRET
    }
