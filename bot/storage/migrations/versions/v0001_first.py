"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_FROM_THE_LEAVES = (
    *("sessions", "sign_ins", "posts", "messages", "conversations", "erasures"),
    *("events", "people", "screenings", "approvals", "kits", "roles"),
)


def upgrade() -> None:
    """Create every table."""
    _roles_and_kits()
    _screenings()
    _chats()
    _sign_ins()


def downgrade() -> None:
    """Drop every table."""
    for name in _FROM_THE_LEAVES:
        op.drop_table(name)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=False)


def _short(name: str, length: int = 64) -> "sa.Column[str]":
    return sa.Column(name, sa.String(length), nullable=False)


def _moment(name: str, nullable: bool = False) -> "sa.Column[str]":
    return sa.Column(name, sa.String(32), nullable=nullable)


def _key(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), primary_key=True)


def _number() -> "sa.Column[int]":
    return sa.Column("number", sa.Integer(), primary_key=True)


def _indexes(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _roles_and_kits() -> None:
    op.create_table(
        "roles",
        _key("id"),
        _text("title"),
        _text("source"),
        _short("version"),
        _text("markdown"),
        _moment("added_at"),
        _moment("removed_at", nullable=True),
    )
    op.create_table(
        "kits",
        _key("role"),
        sa.Column("version", sa.String(64), primary_key=True),
        _text("body"),
    )
    op.create_table(
        "approvals", _number(), _text("role"), _short("version"), _text("by"), _moment("at")
    )
    _indexes("approvals", "role")


def _screenings() -> None:
    op.create_table(
        "screenings",
        _key("id"),
        _text("role"),
        _text("pseudonym"),
        sa.Column("trial", sa.Boolean(), nullable=False),
        _moment("opened_at"),
        sa.Column("opened_by", sa.Text(), nullable=False, comment="the message that opened it"),
        sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
        _moment("expires_at"),
        sa.Column("length", sa.Integer(), nullable=False, comment="how many events the log has"),
        sa.Column("head", sa.String(64), nullable=False, comment="the hash of the last event"),
    )
    _indexes("screenings", "role")
    owner = "screenings.id"
    op.create_table(
        "people",
        sa.Column("screening", sa.Text(), sa.ForeignKey(owner), primary_key=True),
        _text("name"),
    )
    op.create_table(
        "events",
        sa.Column("screening", sa.Text(), sa.ForeignKey(owner), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        _short("kind", 32),
        _text("body"),
        _moment("at"),
        _short("previous"),
        _short("hash"),
    )
    op.create_table("erasures", _key("screening"), _moment("at"))


def _chats() -> None:
    op.create_table(
        "conversations",
        _key("id"),
        _text("role"),
        _text("screening"),
        _text("questions"),
        _text("pending"),
    )
    _indexes("conversations", "screening")
    op.create_table(
        "messages",
        _number(),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        _text("conversation"),
        _short("audience", 16),
        _text("screening"),
        _text("text"),
        _moment("at"),
        _text("reply"),
        _moment("erased_at", nullable=True),
    )
    _indexes("messages", "conversation", "screening")
    op.create_table(
        "posts",
        _number(),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        sa.Column("message", sa.Text(), sa.ForeignKey("messages.id"), nullable=False),
        _text("role"),
        _text("screening"),
        _moment("at"),
        _text("blocks"),
        _moment("delivered_at", nullable=True),
    )
    _indexes("posts", "message", "role", "screening", "delivered_at")


def _sign_ins() -> None:
    for name in ("sign_ins", "sessions"):
        op.create_table(
            name, sa.Column("hash", sa.String(64), primary_key=True), _moment("expires_at")
        )
