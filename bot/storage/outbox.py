"""The posts for the hiring channels, and which of them still wait to be delivered."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from bot.core.errors import LostRace
from bot.core.messages import CARD, CLOCK, Post
from bot.ports import Redraw
from bot.storage.codec import blocks_from_json, blocks_to_json
from bot.storage.database import Database
from bot.storage.origins import origin_from_json, origin_to_json
from bot.storage.tables import posts


class StoredOutbox:
    """The posts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def post(self, post: str) -> Post | None:
        """The post with this id; None where there is none or its screening was erased."""
        found = self._where((posts.c.id == post) & posts.c.erased_at.is_(None))
        return found[0] if found else None

    def undelivered(self) -> tuple[Post, ...]:
        """What is to be sent and was not delivered yet, oldest first."""
        sent = (posts.c.conversation == "") | (posts.c.origin != "")
        return self._where(posts.c.delivered_at.is_(None) & sent)

    def mark_delivered(self, post: str, at: datetime) -> bool:
        """Note that a post was delivered; True the first time, False from then on."""
        waiting = (posts.c.id == post) & posts.c.delivered_at.is_(None)
        with self._database.writing() as connection:
            marked = connection.execute(update(posts).where(waiting).values(delivered_at=at))
            return marked.rowcount > 0

    def _where(self, condition: ColumnElement[bool]) -> tuple[Post, ...]:
        query = select(posts).where(condition).order_by(posts.c.number)
        with self._database.reading() as connection:
            return tuple(post_of(row) for row in connection.execute(query))


def keep_posts(connection: Connection, message: str, kept: Iterable[Post]) -> None:
    """Keep the posts of a message's reply; raises LostRace where one of them is kept already."""
    for post in kept:
        values = {
            "id": post.id,
            "message": message,
            "role": post.role,
            "screening": post.screening,
            "at": post.at,
            "blocks": blocks_to_json(post.blocks),
            "conversation": post.conversation,
            "origin": origin_to_json(post.origin),
        }
        connection.execute(insert(posts).values(values))


def redraw(connection: Connection, change: Redraw) -> None:
    """Put other blocks in the place of a screening's card; where it stands it is replaced later.

    Nothing happens where it was never posted.
    """
    card = posts.c.id.startswith(f"{change.screening}{CARD}", autoescape=True)
    theirs = (posts.c.screening == change.screening) & card
    blocks = blocks_to_json(change.blocks)
    drawn = update(posts).where(theirs, posts.c.erased_at.is_(None))
    connection.execute(drawn.values(blocks=blocks, revision=posts.c.revision + 1))


def mark_told(connection: Connection, told: Iterable[str], at: datetime) -> None:
    """Note that posts were told with a reply; raises LostRace where one was told or erased."""
    for post in told:
        waiting = (posts.c.id == post) & posts.c.delivered_at.is_(None)
        if not connection.execute(update(posts).where(waiting).values(delivered_at=at)).rowcount:
            raise LostRace(f"{post} was told in the meantime.")


def void_unasked(connection: Connection, conversation: str, at: datetime) -> None:
    """What was to be sent to a chat unasked and was not yet is not: its person wrote meanwhile."""
    waiting = (posts.c.conversation == conversation) & posts.c.delivered_at.is_(None)
    unasked = waiting & (posts.c.origin != "") & posts.c.message.startswith(CLOCK)
    connection.execute(update(posts).where(unasked).values(delivered_at=at))


def post_of(row: Row[Any]) -> Post:
    """The post that a row of the table holds; raises Unreadable."""
    return Post(
        row.id,
        row.role,
        row.screening,
        row.at,
        blocks_from_json(row.blocks),
        row.conversation,
        origin_from_json(row.origin),
    )
