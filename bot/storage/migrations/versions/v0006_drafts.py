"""An answer that somebody writes in several messages, until they say that it is all."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column."""
    comment = "an answer that is being written; null where none is"
    op.add_column("conversations", sa.Column("draft", sa.Text(), nullable=True, comment=comment))


def downgrade() -> None:
    """Drop it again, with what was begun in it."""
    op.drop_column("conversations", "draft")
