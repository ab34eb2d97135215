"""Who works on which role, where the team chose that."""

from sqlalchemy import Connection, delete, insert, select

from bot.core.team.hiring_changes import ChooseTeam
from bot.storage.codec import texts_from_json, texts_to_json
from bot.storage.database import Database
from bot.storage.stamps import ROLE_TEAMS, grow, stamp
from bot.storage.tables import role_teams


class StoredRoleTeams:
    """The choices, one for each role that has one; read again where one was made."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: tuple[int, tuple[ChooseTeam, ...]] = (-1, ())

    def all(self) -> tuple[ChooseTeam, ...]:
        """Every choice in force, by role."""
        with self._database.reading() as connection:
            now, (then, every) = stamp(connection, ROLE_TEAMS), self._kept
            if now == then:
                return every
            rows = connection.execute(select(role_teams).order_by(role_teams.c.role)).all()
        read = tuple(
            ChooseTeam(row.role, texts_from_json(row.members), row.by, row.at, row.name)
            for row in rows
        )
        self._kept = (now, read)
        return read


def choose_team(connection: Connection, change: ChooseTeam) -> None:
    """Keep a choice in the place of an earlier one; the last one wins."""
    connection.execute(delete(role_teams).where(role_teams.c.role == change.role))
    values = {
        "role": change.role,
        "members": texts_to_json(change.members),
        "by": change.by,
        "name": change.name,
        "at": change.at,
    }
    connection.execute(insert(role_teams).values(values))
    grow(connection, ROLE_TEAMS)
