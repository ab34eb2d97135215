"""What another program was told of the screenings."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the table, and what finds the events that are told."""
    op.create_table(
        "notices",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("screening", sa.Text(), nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("told_at", sa.String(32), nullable=True),
    )
    op.create_index("ix_notices_screening", "notices", ["screening"])
    op.create_index("ix_events_kind", "events", ["kind"])


def downgrade() -> None:
    """Drop them again."""
    op.drop_index("ix_events_kind", "events")
    op.drop_table("notices")
