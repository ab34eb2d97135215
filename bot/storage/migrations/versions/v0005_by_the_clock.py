"""Where and when a chat was last heard, and legal holds."""

import sqlalchemy as sa
from alembic import context, op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns and the table; fill in what is known of the chats there are."""
    origin = sa.Column(
        "origin", sa.Text(), nullable=False, server_default="", comment="where the chat is reached"
    )
    op.add_column("conversations", origin)
    op.add_column("conversations", sa.Column("heard_at", sa.String(32), nullable=True))
    op.create_table(
        "holds",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("screening", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("released_by", sa.Text(), nullable=False, server_default=""),
        sa.Column("released_at", sa.String(32), nullable=True),
    )
    op.create_index("ix_holds_screening", "holds", ["screening"])
    if not context.is_offline_mode():
        _fill(op.get_bind())


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("holds")
    for name in ("heard_at", "origin"):
        op.drop_column("conversations", name)


def _fill(connection: sa.Connection) -> None:
    """A chat was heard with its last message; where it is reached is known if it asked the team."""
    chats = _table("conversations", "id", "origin", "heard_at")
    messages = _table("messages", "conversation", "at")
    asks = _table("asks", "conversation", "origin", "at")
    last = sa.select(messages.c.conversation, sa.func.max(messages.c.at).label("at"))
    for row in connection.execute(last.group_by(messages.c.conversation)).all():
        this = sa.update(chats).where(chats.c.id == row.conversation)
        connection.execute(this.values(heard_at=row.at))
    for ask in connection.execute(sa.select(asks).order_by(asks.c.at)).all():
        this = sa.update(chats).where(chats.c.id == ask.conversation)
        connection.execute(this.values(origin=ask.origin))


def _table(name: str, *columns: str) -> sa.TableClause:
    return sa.table(name, *(sa.column(column) for column in columns))
