"""What is remembered of the chats."""

from sqlalchemy import Connection, insert, select, update

from bot.core.messages import Incoming
from bot.ports import Conversation
from bot.storage.codec import texts_from_json, texts_to_json
from bot.storage.codes import blotted
from bot.storage.database import Database
from bot.storage.origins import origin_to_json
from bot.storage.outbox import void_unasked
from bot.storage.tables import conversations


class StoredConversations:
    """The chats."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, conversation: str) -> Conversation:
        """What is remembered of this chat; a fresh one where nothing is."""
        query = select(conversations).where(conversations.c.id == conversation)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            return Conversation(conversation)
        questions = texts_from_json(row.questions)
        return Conversation(row.id, row.role, row.screening, questions, row.pending, row.draft)


def remember(connection: Connection, conversation: Conversation, incoming: Incoming) -> None:
    """Keep what is known of a chat now, in the place of what was, and that it was heard."""
    values = {
        "role": conversation.role,
        "screening": conversation.screening,
        "questions": blotted(connection, texts_to_json(conversation.questions)),
        "pending": blotted(connection, conversation.pending),
        "draft": conversation.draft and blotted(connection, conversation.draft),
        "origin": origin_to_json(incoming.origin),
        "heard_at": incoming.at,
    }
    known = update(conversations).where(conversations.c.id == conversation.id)
    if not connection.execute(known.values(values)).rowcount:
        connection.execute(insert(conversations).values(id=conversation.id, **values))
    void_unasked(connection, conversation.id, incoming.at)
