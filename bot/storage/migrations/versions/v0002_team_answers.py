"""Questions for the hiring team, its answers, and what waits to be told in a chat."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the tables, and let a post be for one chat."""
    _questions()
    for name, comment in _OF_POSTS:
        column = sa.Column(name, sa.Text(), nullable=False, server_default="", comment=comment)
        op.add_column("posts", column)
    op.create_index("ix_posts_conversation", "posts", ["conversation"])


def downgrade() -> None:
    """Drop them again."""
    op.drop_index("ix_posts_conversation", "posts")
    for name, _ in _OF_POSTS:
        op.drop_column("posts", name)
    for name in ("team_answers", "asks", "questions"):
        op.drop_table(name)


_OF_POSTS = (
    ("conversation", "for this chat alone"),
    ("origin", "where that chat is reached"),
)


def _text(name: str, key: bool = False) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=False, primary_key=key)


def _moment(name: str, nullable: bool = False) -> "sa.Column[str]":
    return sa.Column(name, sa.String(32), nullable=nullable)


def _question() -> "sa.Column[int]":
    return sa.Column("question", sa.Integer(), sa.ForeignKey("questions.number"), primary_key=True)


def _audience() -> "sa.Column[str]":
    return sa.Column("audience", sa.String(16), nullable=False)


def _questions() -> None:
    op.create_table(
        "questions",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        _text("role"),
        _moment("asked_at"),
        _moment("withdrawn_at", nullable=True),
    )
    op.create_index("ix_questions_role", "questions", ["role"])
    op.create_table(
        "asks",
        _question(),
        _text("conversation", key=True),
        _audience(),
        _text("text"),
        _moment("at"),
        _text("screening"),
        _text("pseudonym"),
        _text("origin"),
    )
    op.create_index("ix_asks_screening", "asks", ["screening"])
    op.create_table(
        "team_answers",
        _question(),
        sa.Column("revision", sa.Integer(), primary_key=True, autoincrement=False),
        _text("text"),
        _audience(),
        _text("author"),
        _text("by"),
        _moment("at"),
    )
