"""Résumés that were shown to a candidate and wait for their yes."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "waiting_resumes",
        sa.Column("conversation", sa.Text(), primary_key=True),
        sa.Column("screening", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False, comment="what was read, as JSON"),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_index("ix_waiting_resumes_screening", "waiting_resumes", ["screening"])


def downgrade() -> None:
    """Take it out again."""
    op.drop_table("waiting_resumes")
