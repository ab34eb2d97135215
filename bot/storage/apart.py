"""What candidates told about themselves, kept apart from the screenings and the chats."""

from sqlalchemy import Connection, delete, insert, select

from bot.core.screening.self_identification import KeepApart, KeepNoWord, SetApart, TakeBack, Told
from bot.storage.database import Database
from bot.storage.tables import self_identified


class StoredApart:
    """The answers, each by a mark that only the program's secret can match to a screening."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, role: str) -> tuple[Told, ...]:
        """What the candidates of a role told, by mark: in no order of time."""
        query = select(self_identified).where(self_identified.c.role == role)
        ordered = query.order_by(self_identified.c.mark, self_identified.c.category)
        with self._database.reading() as connection:
            rows = connection.execute(ordered).all()
        return tuple(
            Told(row.mark, row.role, row.quarter, row.category, row.answer) for row in rows
        )


def set_apart(connection: Connection, change: SetApart) -> None:
    """Keep or delete an answer; that no word of its message is kept is the inbox's to see to."""
    match change:
        case KeepApart(told):
            _forget(connection, told.mark, told.category)
            values = {
                "mark": told.mark,
                "category": told.category,
                "answer": told.answer,
                "role": told.role,
                "quarter": told.quarter,
            }
            connection.execute(insert(self_identified).values(values))
        case TakeBack(mark, category):
            _forget(connection, mark, category)
        case KeepNoWord():
            return


def forget_apart(connection: Connection, mark: str) -> None:
    """Delete all that was told under a mark; nothing for ""."""
    if mark:
        _forget(connection, mark, "")


def _forget(connection: Connection, mark: str, category: str) -> None:
    theirs = self_identified.c.mark == mark
    if category:
        theirs &= self_identified.c.category == category
    connection.execute(delete(self_identified).where(theirs))
