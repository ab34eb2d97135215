"""The tables about chats: what was said and posted, where it stands, and how answers came about."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table

from bot.storage.tables.columns import Moment, Words, metadata

conversations = Table(
    "conversations",
    metadata,
    Column("id", Words, primary_key=True),
    Column("role", Words, nullable=False),
    Column("screening", Words, nullable=False),
    Column("questions", Words, nullable=False),
    Column("pending", Words, nullable=False),
    Column("draft", Words, comment="an answer that is being written; null where none is"),
    Column("origin", Words, nullable=False, server_default="", comment="where the chat is reached"),
    Column("heard_at", Moment),
    Index("ix_conversations_screening", "screening"),
)
messages = Table(
    "messages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Words, nullable=False, unique=True),
    Column("conversation", Words, nullable=False, index=True),
    Column("audience", String(16), nullable=False),
    Column("screening", Words, nullable=False, index=True),
    Column("text", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("reply", Words, nullable=False),
    Column("erased_at", Moment),
)
waiting_resumes = Table(
    "waiting_resumes",
    metadata,
    Column("conversation", Words, primary_key=True),
    Column("screening", Words, nullable=False, index=True),
    Column("body", Words, nullable=False, comment="what was read, as JSON"),
    Column("at", Moment, nullable=False),
)
posts = Table(
    "posts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Words, nullable=False, unique=True),
    Column("message", ForeignKey("messages.id"), nullable=False, index=True),
    Column("role", Words, nullable=False, index=True),
    Column("screening", Words, nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("blocks", Words, nullable=False),
    Column("delivered_at", Moment, index=True),
    Column("conversation", Words, nullable=False, index=True, comment="for this chat alone"),
    Column("origin", Words, nullable=False, comment="where that chat is reached"),
    Column("erased_at", Moment),
    Column("revision", Integer, nullable=False, server_default="0", comment="how often redrawn"),
)
standings = Table(
    "standings",
    metadata,
    Column("id", String(64), primary_key=True, comment="the hash of the other columns"),
    Column("origin", Words, nullable=False, index=True, comment="a post, or a message replied to"),
    Column("channel", String(32), nullable=False),
    Column("address", Words, nullable=False, comment="as JSON"),
    Column("revision", Integer, nullable=False, server_default="0", comment="that stands there"),
)
whereabouts = Table(
    "whereabouts",
    metadata,
    Column("channel", String(32), primary_key=True),
    Column("place", Words, primary_key=True),
    Column("address", Words, nullable=False, comment="as JSON"),
    Column("part_of", Words, nullable=False, index=True),
    Column("person", Words, nullable=False, index=True, comment="whose own chat it is"),
    Column("at", Moment, nullable=False),
    Column("lost_at", Moment),
)
traces = Table(
    "traces",
    metadata,
    Column("message", Words, primary_key=True, comment="that was answered"),
    Column("role", Words, nullable=False),
    Column("version", String(64), nullable=False, comment="of the brief"),
    Column("route", Words, nullable=False),
    Column("answered", Boolean, nullable=False),
    Column("lines", Words, nullable=False, comment="as JSON"),
    Column("at", Moment, nullable=False),
)
answer_places = Table(
    "answer_places",
    metadata,
    Column("place", String(64), primary_key=True, comment="a keyed hash"),
    Column("message", Words, nullable=False, index=True),
)
feedback = Table(
    "feedback",
    metadata,
    Column("message", Words, primary_key=True),
    Column("asker", String(64), primary_key=True, comment="a keyed hash"),
    Column("good", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
)
