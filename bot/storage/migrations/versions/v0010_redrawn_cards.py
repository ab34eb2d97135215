"""How often a post was redrawn, and which of its revisions stands where it was sent."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_TABLES = {"posts": "how often redrawn", "standings": "that stands there"}


def upgrade() -> None:
    """Add the columns; what was sent stands as it was sent."""
    for table, comment in _TABLES.items():
        column = sa.Column(
            "revision", sa.Integer(), nullable=False, server_default="0", comment=comment
        )
        op.add_column(table, column)


def downgrade() -> None:
    """Drop them again."""
    for table in _TABLES:
        op.drop_column(table, "revision")
