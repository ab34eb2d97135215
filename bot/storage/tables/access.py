"""The tables about who let us in, and whom we let in."""

from sqlalchemy import Column, String, Table

from bot.storage.tables.columns import Moment, Words, metadata

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
