"""Indexes by which one screening among many is found, and numbers that tell what is stale."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the table and the indexes."""
    op.create_table(
        "stamps",
        sa.Column("what", sa.String(32), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False),
    )
    op.drop_index("ix_screenings_role", "screenings")
    op.create_index("ix_screenings_role", "screenings", ["role", "opened_at", "id"])
    op.create_index("ix_screenings_opened_at", "screenings", ["opened_at", "id"])
    op.create_index("ix_screenings_pseudonym", "screenings", ["pseudonym"])


def downgrade() -> None:
    """Take them out again."""
    for name in ("pseudonym", "opened_at", "role"):
        op.drop_index(f"ix_screenings_{name}", "screenings")
    op.create_index("ix_screenings_role", "screenings", ["role"])
    op.drop_table("stamps")
