"""Briefs that wait for a yes in a chat."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"


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


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("drafts")
