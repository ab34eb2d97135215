"""The briefs that wait for a yes in a chat, and the one change that makes a role of one."""

from sqlalchemy import Connection, delete, insert, select

from bot.core.brief_changes import Draft, DropDraft, KeepDraft, TakeBrief
from bot.storage.database import Database
from bot.storage.roles import take_brief
from bot.storage.tables import drafts


class StoredDrafts:
    """The drafts, at most one for each chat."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, conversation: str) -> Draft | None:
        """The draft of this chat."""
        query = select(drafts).where(drafts.c.conversation == conversation)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            return None
        return Draft(row.conversation, row.identity, row.source, row.markdown, row.at)


def keep_draft(connection: Connection, change: KeepDraft) -> None:
    """Keep a draft in the place of its chat's earlier one."""
    draft = change.draft
    _drop(connection, draft.conversation)
    values = {
        "conversation": draft.conversation,
        "identity": draft.identity,
        "source": draft.source,
        "markdown": draft.markdown,
        "at": draft.at,
    }
    connection.execute(insert(drafts).values(values))


def drop_draft(connection: Connection, change: DropDraft) -> None:
    """Forget a chat's draft."""
    _drop(connection, change.conversation)


def take_draft(connection: Connection, change: TakeBrief) -> None:
    """Make a draft a role's brief; raises LostRace where the role got another one meanwhile."""
    take_brief(connection, change)
    _drop(connection, change.draft.conversation)


def _drop(connection: Connection, conversation: str) -> None:
    connection.execute(delete(drafts).where(drafts.c.conversation == conversation))
