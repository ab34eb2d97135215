"""The tables about screenings: their logs, names, holds, erasures, and what others were told."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table

from bot.storage.tables.columns import Moment, Words, metadata

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
self_identified = Table(
    "self_identified",
    metadata,
    Column("mark", String(64), primary_key=True, comment="a keyed hash"),
    Column("category", String(40), primary_key=True),
    Column("answer", Words, nullable=False),
    Column("role", Words, nullable=False, index=True),
    Column("quarter", String(7), nullable=False),
    # The rows stand in the order of their marks: that of their coming would tell whose they are.
    sqlite_with_rowid=False,
)
notices = Table(
    "notices",
    metadata,
    Column("id", Words, primary_key=True),
    Column("screening", Words, nullable=False, index=True),
    Column("what", String(32), nullable=False),
    Column("told_at", Moment),
)
