"""What is decided in chats: briefs that wait for a yes, channels, teams; and feedback."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "drafts",
        sa.Column("conversation", sa.Text(), primary_key=True),
        sa.Column(
            "identity", sa.Text(), nullable=False, comment="the id that the file's name gives"
        ),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("markdown", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )

    for name, what in (("hiring_channels", "places"), ("role_teams", "members")):
        op.create_table(
            name,
            sa.Column("role", sa.Text(), primary_key=True),
            sa.Column(what, sa.Text(), nullable=False, comment="as JSON"),
            sa.Column("by", sa.Text(), nullable=False),
            sa.Column("name", sa.Text(), nullable=False),
            sa.Column("at", sa.String(32), nullable=False),
        )
    _for_feedback()


def _for_feedback() -> None:
    op.create_table(
        "traces",
        sa.Column("message", sa.Text(), primary_key=True, comment="that was answered"),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("version", sa.String(64), nullable=False, comment="of the brief"),
        sa.Column("route", sa.Text(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False, comment="as JSON"),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_table(
        "answer_places",
        sa.Column("place", sa.String(64), primary_key=True, comment="a keyed hash"),
        sa.Column("message", sa.Text(), nullable=False),
    )
    op.create_index("ix_answer_places_message", "answer_places", ["message"])
    op.create_table(
        "feedback",
        sa.Column("message", sa.Text(), primary_key=True),
        sa.Column("asker", sa.String(64), primary_key=True, comment="a keyed hash"),
        sa.Column("good", sa.Boolean(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )


def downgrade() -> None:
    """Drop them again."""
    for name in ("feedback", "answer_places", "traces", "role_teams", "hiring_channels", "drafts"):
        op.drop_table(name)
