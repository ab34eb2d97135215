"""The tables about roles: briefs, kits, who and where, and what was asked of the team."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from bot.storage.tables.columns import Moment, Words, metadata

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
