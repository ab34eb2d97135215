"""What was said and posted, for the pages that show it."""

from collections import defaultdict

from sqlalchemy import ColumnElement, select

from bot.core.messages import Post, Reply
from bot.ports import Exchange
from bot.storage.codec import blocks_from_json
from bot.storage.codes import TokenOf, shown
from bot.storage.database import Database
from bot.storage.outbox import post_of
from bot.storage.tables import messages, posts


class StoredRecords:
    """Chats and posts. What was erased is in neither; a notice stands in the place of a post."""

    def __init__(self, database: Database, token_of: TokenOf) -> None:
        self._database = database
        self._token_of = token_of

    def transcript(self, conversation: str) -> tuple[Exchange, ...]:
        """A chat's messages and replies, oldest first."""
        here = messages.c.conversation == conversation
        said = select(messages).where(here, messages.c.erased_at.is_(None))
        told = (
            select(posts)
            .join(messages, messages.c.id == posts.c.message)
            .where(here, posts.c.erased_at.is_(None))
        )
        with self._database.reading() as connection:
            rows = connection.execute(said.order_by(messages.c.number)).all()
            posted = connection.execute(told.order_by(posts.c.number)).all()
            replies = {row.id: shown(connection, row.reply, row.id, self._token_of) for row in rows}
        by_message: defaultdict[str, list[Post]] = defaultdict(list)
        for row in posted:
            by_message[row.message].append(post_of(row))
        return tuple(
            Exchange(
                row.text,
                row.at,
                Reply(blocks_from_json(replies[row.id]), tuple(by_message[row.id])),
            )
            for row in rows
        )

    def words(self, message: str) -> str:
        """What a message says after its newest revision; "" where nothing is kept of it."""
        its = (messages.c.id == message) | messages.c.id.startswith(f"{message}~", autoescape=True)
        said = select(messages.c.text).where(its, messages.c.text != "")
        newest = said.order_by(messages.c.number.desc()).limit(1)
        with self._database.reading() as connection:
            return connection.execute(newest).scalar() or ""

    def posts(self, role: str) -> tuple[Post, ...]:
        """What was posted to a role's hiring channel, oldest first.

        An erased post has no screening any more, and says that it was erased.
        """
        return self._posts((posts.c.role == role) & (posts.c.conversation == ""))

    def news(self, conversation: str) -> tuple[Post, ...]:
        """What waits to be told in a chat with its next reply, oldest first."""
        told_here = (posts.c.conversation == conversation) & (posts.c.origin == "")
        return self._posts(told_here & posts.c.delivered_at.is_(None))

    def _posts(self, which: ColumnElement[bool]) -> tuple[Post, ...]:
        query = select(posts).where(which).order_by(posts.c.number)
        with self._database.reading() as connection:
            return tuple(post_of(row) for row in connection.execute(query))
