"""What recruiters wrote over kits, and every version of each brief."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables; the briefs in force are the first versions that are kept."""
    op.create_table(
        "kit_edits",
        sa.Column("role", sa.Text(), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("version", sa.String(64), nullable=False, comment="of the kit that came of it"),
        sa.Column("body", sa.Text(), nullable=False, comment="all edits in force from then on"),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False, comment="the file it was taken from"),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_table(
        "briefs",
        sa.Column("role", sa.Text(), primary_key=True),
        sa.Column("version", sa.String(64), primary_key=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("markdown", sa.Text(), nullable=False),
        sa.Column("added_at", sa.String(32), nullable=False),
    )
    op.execute(
        "INSERT INTO briefs (role, version, source, markdown, added_at) "
        "SELECT id, version, source, markdown, added_at FROM roles"
    )


def downgrade() -> None:
    """Drop them again, with the edits and the earlier briefs."""
    op.drop_table("briefs")
    op.drop_table("kit_edits")
