"""Where the bot can write first on a platform."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the table; each place comes back into it when the bot next hears of it."""
    op.create_table(
        "whereabouts",
        sa.Column("channel", sa.String(32), primary_key=True),
        sa.Column("place", sa.Text(), primary_key=True),
        sa.Column("address", sa.Text(), nullable=False, comment="as JSON"),
        sa.Column("part_of", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False, comment="whose own chat it is"),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("lost_at", sa.String(32), nullable=True),
    )
    op.create_index("ix_whereabouts_part_of", "whereabouts", ["part_of"])
    op.create_index("ix_whereabouts_person", "whereabouts", ["person"])


def downgrade() -> None:
    """Drop it again."""
    op.drop_table("whereabouts")
