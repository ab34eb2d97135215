"""What candidates told about themselves, apart from everything else."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the table; its rows stand in the order of their marks, not in that of their coming."""
    op.create_table(
        "self_identified",
        sa.Column("mark", sa.String(64), primary_key=True, comment="a keyed hash"),
        sa.Column("category", sa.String(40), primary_key=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("quarter", sa.String(7), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_self_identified_role", "self_identified", ["role"])


def downgrade() -> None:
    """Drop it again."""
    op.drop_table("self_identified")
