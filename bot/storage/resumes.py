"""The résumés that wait in a chat until the candidate has said yes or no to what was read."""

from typing import assert_never

from sqlalchemy import Connection, delete, insert, select

from bot.ports import DropWaiting, KeepWaiting, WaitingResume
from bot.storage.codec import resume_from_json, resume_to_json
from bot.storage.database import Database
from bot.storage.tables import waiting_resumes


class StoredWaitingResumes:
    """The résumés, at most one for each chat."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, conversation: str) -> WaitingResume | None:
        """The one that waits in this chat."""
        query = select(waiting_resumes).where(waiting_resumes.c.conversation == conversation)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            return None
        return WaitingResume(row.conversation, row.screening, resume_from_json(row.body), row.at)


def change_waiting(connection: Connection, change: KeepWaiting | DropWaiting) -> None:
    """Keep a résumé in the place of an earlier one, or forget it."""
    match change:
        case KeepWaiting(waiting):
            _drop(connection, waiting.conversation)
            values = {
                "conversation": waiting.conversation,
                "screening": waiting.screening,
                "body": resume_to_json(waiting.read),
                "at": waiting.at,
            }
            connection.execute(insert(waiting_resumes).values(values))
        case DropWaiting(conversation):
            _drop(connection, conversation)
        case _:
            assert_never(change)


def _drop(connection: Connection, conversation: str) -> None:
    theirs = waiting_resumes.c.conversation == conversation
    connection.execute(delete(waiting_resumes).where(theirs))


def forget_waiting(connection: Connection, screening: str) -> None:
    """Forget what waits for a screening, whichever chat it was shown in."""
    connection.execute(delete(waiting_resumes).where(waiting_resumes.c.screening == screening))
