"""Where posts stand on a platform, who signed by name, and no readable invitation codes."""

import re
from hashlib import sha256

import sqlalchemy as sa
from alembic import context, op

revision = "0003"
down_revision = "0002"

_CODE = re.compile(r"(?<![\w-])[\w-]{40,60}(?![\w-])", re.ASCII)


def upgrade() -> None:
    """Add the table and the columns; blot out the codes that were kept readable."""
    op.create_table(
        "standings",
        sa.Column("id", sa.String(64), primary_key=True, comment="the hash of the other columns"),
        sa.Column("origin", sa.Text(), nullable=False, comment="a post, or a message replied to"),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("address", sa.Text(), nullable=False, comment="as JSON"),
    )
    op.create_index("ix_standings_origin", "standings", ["origin"])
    op.add_column("posts", sa.Column("erased_at", sa.String(32), nullable=True))
    for table, comment in (("approvals", None), ("sessions", "who signed in")):
        name = sa.Column("name", sa.Text(), nullable=False, server_default="", comment=comment)
        op.add_column(table, name)
    if not context.is_offline_mode():
        _blot(op.get_bind())


def downgrade() -> None:
    """Drop them again; codes that were blotted out stay so."""
    for table in ("approvals", "sessions"):
        op.drop_column(table, "name")
    op.drop_column("posts", "erased_at")
    op.drop_table("standings")


def _blot(connection: sa.Connection) -> None:
    """The invitations themselves keep working: only their hash is needed for that."""
    messages = sa.table("messages", *(sa.column(name) for name in ("number", "text", "reply")))
    screenings = sa.table("screenings", sa.column("token_hash"))
    known = set(connection.execute(sa.select(screenings.c.token_hash)).scalars())
    for row in connection.execute(sa.select(messages)).all():
        text, reply = (_blotted(said, known) for said in (row.text, row.reply))
        if (text, reply) != (row.text, row.reply):
            this = sa.update(messages).where(messages.c.number == row.number)
            connection.execute(this.values(text=text, reply=reply))


def _blotted(said: str, known: set[str]) -> str:
    for code in set(_CODE.findall(said)):
        if sha256(code.encode()).hexdigest() in known:
            said = said.replace(code, "(invitation code)")
    return said
