"""Which channels a role's posts go to where a recruiter chose them."""

from sqlalchemy import Connection, delete, insert, select

from bot.core.team.hiring_changes import ChooseChannels
from bot.storage.codec import texts_from_json, texts_to_json
from bot.storage.database import Database
from bot.storage.tables import hiring_channels


class StoredHiringChannels:
    """The choices, one for each role that has one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[ChooseChannels, ...]:
        """Every choice in force, by role."""
        query = select(hiring_channels).order_by(hiring_channels.c.role)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(
            ChooseChannels(row.role, texts_from_json(row.places), row.by, row.at, row.name)
            for row in rows
        )


def choose_channels(connection: Connection, change: ChooseChannels) -> None:
    """Keep a choice in the place of an earlier one; the last one wins."""
    connection.execute(delete(hiring_channels).where(hiring_channels.c.role == change.role))
    if change.places is None:
        return
    values = {
        "role": change.role,
        "places": texts_to_json(change.places),
        "by": change.by,
        "name": change.name,
        "at": change.at,
    }
    connection.execute(insert(hiring_channels).values(values))
