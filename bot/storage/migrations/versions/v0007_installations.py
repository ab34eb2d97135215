"""Where the apps are installed, and installations that are under way."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "installations",
        sa.Column("app", sa.String(32), primary_key=True),
        sa.Column("workspace", sa.String(32), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False, comment="sealed"),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("bot", sa.String(32), nullable=False),
        sa.Column("by", sa.String(32), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_table(
        "install_states",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("app", sa.String(32), nullable=False),
        sa.Column("expires_at", sa.String(32), nullable=False),
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("install_states")
    op.drop_table("installations")
