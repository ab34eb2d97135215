"""The tables, as they are at the newest migration."""

from datetime import datetime

from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

from bot.storage.codec import clean, time_from_text, time_to_text


class Words(TypeDecorator[str]):
    """Text, cleaned of what a database cannot hold."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _: Dialect) -> str | None:
        """The text as it is kept."""
        return None if value is None else clean(value)


class Moment(TypeDecorator[datetime]):
    """A time as text in UTC that sorts as times do, the same in every database."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> str | None:
        """The time as it is kept."""
        return None if value is None else time_to_text(value)

    def process_result_value(self, value: str | None, _: Dialect) -> datetime | None:
        """The time, in UTC."""
        return None if value is None else time_from_text(value)


metadata = MetaData()

roles = Table(
    "roles",
    metadata,
    Column("id", Words, primary_key=True),
    Column("title", Words, nullable=False),
    Column("source", Words, nullable=False),
    Column("version", String(64), nullable=False),
    Column("markdown", Words, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("removed_at", Moment),
)
stamps = Table(
    "stamps",
    metadata,
    Column("what", String(32), primary_key=True),
    Column("number", Integer, nullable=False),
)
briefs = Table(
    "briefs",
    metadata,
    Column("role", Words, primary_key=True),
    Column("version", String(64), primary_key=True),
    Column("source", Words, nullable=False),
    Column("markdown", Words, nullable=False),
    Column("added_at", Moment, nullable=False),
)
drafts = Table(
    "drafts",
    metadata,
    Column("conversation", Words, primary_key=True),
    Column("identity", Words, nullable=False, comment="the id that the file's name gives"),
    Column("source", Words, nullable=False),
    Column("markdown", Words, nullable=False),
    Column("at", Moment, nullable=False),
)
hiring_channels = Table(
    "hiring_channels",
    metadata,
    Column("role", Words, primary_key=True),
    Column("places", Words, nullable=False, comment="as JSON"),
    Column("by", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("at", Moment, nullable=False),
)
role_teams = Table(
    "role_teams",
    metadata,
    Column("role", Words, primary_key=True),
    Column("members", Words, nullable=False, comment="as JSON"),
    Column("by", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("at", Moment, nullable=False),
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
kits = Table(
    "kits",
    metadata,
    Column("role", Words, primary_key=True),
    Column("version", String(64), primary_key=True),
    Column("body", Words, nullable=False),
)
kit_edits = Table(
    "kit_edits",
    metadata,
    Column("role", Words, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", String(64), nullable=False, comment="of the kit that came of it"),
    Column("body", Words, nullable=False, comment="all edits in force from then on"),
    Column("what", Words, nullable=False),
    Column("source", Words, nullable=False, comment="the file it was taken from"),
    Column("by", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("at", Moment, nullable=False),
)
approvals = Table(
    "approvals",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("role", Words, nullable=False, index=True),
    Column("version", String(64), nullable=False),
    Column("by", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("name", Words, nullable=False, server_default=""),
)
screenings = Table(
    "screenings",
    metadata,
    Column("id", Words, primary_key=True),
    Column("role", Words, nullable=False),
    Column("pseudonym", Words, nullable=False, index=True),
    Column("trial", Boolean, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("opened_by", Words, nullable=False, comment="the message that opened it"),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("expires_at", Moment, nullable=False),
    Column("length", Integer, nullable=False, comment="how many events the log has"),
    Column("head", String(64), nullable=False, comment="the hash of the last event"),
    Index("ix_screenings_role", "role", "opened_at", "id"),
    Index("ix_screenings_opened_at", "opened_at", "id"),
)
people = Table(
    "people",
    metadata,
    Column("screening", ForeignKey("screenings.id"), primary_key=True),
    Column("name", Words, nullable=False),
)
events = Table(
    "events",
    metadata,
    Column("screening", ForeignKey("screenings.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(32), nullable=False, index=True),
    Column("body", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)
erasures = Table(
    "erasures",
    metadata,
    Column("screening", Words, primary_key=True),
    Column("at", Moment, nullable=False),
)
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
questions = Table(
    "questions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("role", Words, nullable=False, index=True),
    Column("asked_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
)
asks = Table(
    "asks",
    metadata,
    Column("question", ForeignKey("questions.number"), primary_key=True),
    Column("conversation", Words, primary_key=True),
    Column("audience", String(16), nullable=False),
    Column("text", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("screening", Words, nullable=False, index=True),
    Column("pseudonym", Words, nullable=False),
    Column("origin", Words, nullable=False),
)
team_answers = Table(
    "team_answers",
    metadata,
    Column("question", ForeignKey("questions.number"), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("text", Words, nullable=False),
    Column("audience", String(16), nullable=False),
    Column("author", Words, nullable=False),
    Column("by", Words, nullable=False),
    Column("at", Moment, nullable=False),
)
holds = Table(
    "holds",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("screening", Words, nullable=False, index=True),
    Column("reason", Words, nullable=False),
    Column("by", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("released_by", Words, nullable=False, server_default=""),
    Column("released_at", Moment),
)
installations = Table(
    "installations",
    metadata,
    Column("app", String(32), primary_key=True),
    Column("workspace", String(32), primary_key=True),
    Column("name", Words, nullable=False),
    Column("token", Words, nullable=False, comment="sealed"),
    Column("scopes", Words, nullable=False),
    Column("bot", String(32), nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", Moment, nullable=False),
)
install_states = Table(
    "install_states",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("app", String(32), nullable=False),
    Column("expires_at", Moment, nullable=False),
)
notices = Table(
    "notices",
    metadata,
    Column("id", Words, primary_key=True),
    Column("screening", Words, nullable=False, index=True),
    Column("what", String(32), nullable=False),
    Column("told_at", Moment),
)
sign_ins = Table(
    "sign_ins",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("expires_at", Moment, nullable=False),
)
sessions = Table(
    "sessions",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("expires_at", Moment, nullable=False),
    Column("name", Words, nullable=False, server_default="", comment="who signed in"),
)
