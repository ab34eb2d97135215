"""The briefs that wait for a yes in a chat, and the one change that makes a role of one."""

from typing import assert_never

from sqlalchemy import Connection, delete, insert, select

from bot.core.brief_changes import BriefChange, Draft, DropDraft, KeepDraft, TakeBrief
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


def change_brief(connection: Connection, change: BriefChange) -> None:
    """Keep a draft, forget it, or make it a role's brief.

    Raises LostRace where the role got another brief meanwhile.
    """
    match change:
        case KeepDraft(draft):
            _drop(connection, draft.conversation)
            _keep(connection, draft)
        case DropDraft(conversation):
            _drop(connection, conversation)
        case TakeBrief():
            take_brief(connection, change)
            _drop(connection, change.draft.conversation)
        case _:
            assert_never(change)


def _keep(connection: Connection, draft: Draft) -> None:
    values = {
        "conversation": draft.conversation,
        "identity": draft.identity,
        "source": draft.source,
        "markdown": draft.markdown,
        "at": draft.at,
    }
    connection.execute(insert(drafts).values(values))


def _drop(connection: Connection, conversation: str) -> None:
    connection.execute(delete(drafts).where(drafts.c.conversation == conversation))
