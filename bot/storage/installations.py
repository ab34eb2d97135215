"""Where the apps are installed, their tokens sealed, and installations that are under way."""

import logging
import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, insert, select

from bot.ports.installations import Installation
from bot.storage.codec import texts_from_json, texts_to_json
from bot.storage.database import Database
from bot.storage.screenings import hashed
from bot.storage.sealing import KeyOf, Seal
from bot.storage.tables import install_states, installations

STATE_LASTS = timedelta(minutes=10)
"""How long somebody may take to agree on the platform's page."""

_log = logging.getLogger(__name__)


class StoredInstallations:
    """The installations; a copy of the database gives nobody a token."""

    def __init__(self, database: Database, key_of: KeyOf) -> None:
        self._database = database
        self._seal = Seal(key_of, "tokens of installations")

    def keep(self, installation: Installation) -> None:
        """Keep one; it takes the place of an earlier one in the same workspace."""
        values = {
            "app": installation.app,
            "workspace": installation.workspace,
            "name": installation.name,
            "token": self._seal.sealed(installation.token),
            "scopes": texts_to_json(installation.scopes),
            "bot": installation.bot,
            "by": installation.by,
            "at": installation.at,
        }
        here = _here(installation.app, installation.workspace)
        with self._database.writing() as connection:
            connection.execute(delete(installations).where(here))
            connection.execute(insert(installations).values(values))

    def find(self, app: str, workspace: str) -> Installation | None:
        """The installation; None where there is none, or its token cannot be read any more."""
        query = select(installations).where(_here(app, workspace))
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return self._read(row) if row else None

    def all(self, app: str) -> tuple[Installation, ...]:
        """Every one of an app, by workspace."""
        query = select(installations).where(installations.c.app == app)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(installations.c.workspace)).all()
        return tuple(one for one in map(self._read, rows) if one)

    def remove(self, app: str, workspace: str, before: datetime) -> bool:
        """Forget one that was made before a moment; whether there was such a one."""
        old = _here(app, workspace) & (installations.c.at < before)
        with self._database.writing() as connection:
            return connection.execute(delete(installations).where(old)).rowcount > 0

    def _read(self, row: Row[Any]) -> Installation | None:
        token = self._seal.opened(row.token)
        if token is None:
            _log.error(
                "The app's token in workspace %s was sealed with another secret: bring "
                "ROLECALL_SECRET back, or install the app there again.",
                row.workspace,
            )
            return None
        scopes = texts_from_json(row.scopes)
        return Installation(
            row.app, row.workspace, row.name, token, scopes, row.bot, row.by, row.at
        )


class StoredInstallStates:
    """Installations that are under way; only hashes are kept, and only while they are good."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def issue(self, app: str, at: datetime) -> str:
        """A new state of 256 bits, good for ten minutes."""
        state = secrets.token_urlsafe(32)
        values = {"hash": hashed(state), "app": app, "expires_at": at + STATE_LASTS}
        with self._database.writing() as connection:
            connection.execute(delete(install_states).where(install_states.c.expires_at < at))
            connection.execute(insert(install_states).values(values))
        return state

    def redeem(self, app: str, state: str, at: datetime) -> bool:
        """Whether the state was issued for this app, in time, and is redeemed the first time."""
        good = (install_states.c.hash == hashed(state)) & (install_states.c.app == app)
        # Of several that redeem the same state, the database lets one delete it.
        used = delete(install_states).where(good, install_states.c.expires_at >= at)
        with self._database.writing() as connection:
            return connection.execute(used).rowcount > 0


def _here(app: str, workspace: str) -> Any:
    return (installations.c.app == app) & (installations.c.workspace == workspace)
