"""The legal holds: which screenings retention leaves alone, why, who said so, and when."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from bot.ports import Hold
from bot.storage.database import Database
from bot.storage.screenings import lock
from bot.storage.tables import holds


class StoredHolds:
    """The holds. One that was released stays on record until its screening is erased."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Hold, ...]:
        """Those that are in force, oldest first."""
        query = select(holds).where(holds.c.released_at.is_(None)).order_by(holds.c.number)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(Hold(row.screening, row.reason, row.by, row.at) for row in rows)

    def put(self, hold: Hold) -> bool:
        """Hold a screening; False where it is held already or there is none."""
        with self._database.writing() as connection:
            # The lock keeps an erasure out that is under way.
            if lock(connection, hold.screening) is None or is_held(connection, hold.screening):
                return False
            values = {"screening": hold.screening, "reason": hold.reason}
            connection.execute(insert(holds).values(by=hold.by, at=hold.at, **values))
        return True

    def release(self, screening: str, by: str, at: datetime) -> bool:
        """Let retention go on with it; False where it is not held."""
        with self._database.writing() as connection:
            released = update(holds).where(_in_force(screening))
            done = connection.execute(released.values(released_at=at, released_by=by))
            return done.rowcount > 0


def is_held(connection: Connection, screening: str) -> bool:
    """Whether a screening is held now."""
    query = select(holds.c.number).where(_in_force(screening))
    return connection.execute(query).first() is not None


def forget_holds(connection: Connection, screening: str) -> None:
    """Delete what was kept of a screening's holds: a reason can name the person."""
    connection.execute(delete(holds).where(holds.c.screening == screening))


def _in_force(screening: str) -> ColumnElement[bool]:
    return (holds.c.screening == screening) & holds.c.released_at.is_(None)
