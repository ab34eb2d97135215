"""One-time sign-in links for the team's pages, and the sessions they open; only hashes are kept."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from bot.storage.database import Database
from bot.storage.screenings import hashed
from bot.storage.tables import sessions, sign_ins

LINK_LASTS = timedelta(minutes=15)
SESSION_LASTS = timedelta(hours=12)


class StoredSignIns:
    """Links and sessions, each good up to and including its last moment."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def issue(self, at: datetime) -> str:
        """A new one-time token of 256 bits, valid for 15 minutes."""
        token = secrets.token_urlsafe(32)
        values = {"hash": hashed(token), "expires_at": at + LINK_LASTS}
        with self._database.writing() as connection:
            _forget_expired(connection, at)
            connection.execute(insert(sign_ins).values(values))
        return token

    def redeem(self, token: str, at: datetime, name: str = "") -> str | None:
        """A session's secret for a valid token, once; None for any other.

        `name` is who signs in.
        """
        session = secrets.token_urlsafe(32)
        # Of several that redeem the same token, the database lets one delete it.
        used = delete(sign_ins).where(sign_ins.c.hash == hashed(token), sign_ins.c.expires_at >= at)
        values = {"hash": hashed(session), "expires_at": at + SESSION_LASTS, "name": name}
        with self._database.writing() as connection:
            if not connection.execute(used).rowcount:
                return None
            connection.execute(insert(sessions).values(values))
        return session

    def name(self, session: str, at: datetime) -> str | None:
        """Who signed in with this session; None unless it is known and not older than 12 hours.

        "" for a session from before names were asked for.
        """
        known = (sessions.c.hash == hashed(session)) & (sessions.c.expires_at >= at)
        with self._database.reading() as connection:
            return connection.execute(select(sessions.c.name).where(known)).scalar()


def _forget_expired(connection: Connection, at: datetime) -> None:
    for table in (sign_ins, sessions):
        connection.execute(delete(table).where(table.c.expires_at < at))
