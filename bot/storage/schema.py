"""Brings a database to the newest schema, once, and refuses one that is newer than this version."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.storage.database import Database
from bot.storage.errors import SchemaTooNew

KNOWN = tuple(f"{number:04}" for number in range(1, 15))
"""Every revision this version knows, oldest first. Kept here so that opening needs no Alembic."""

_FOLDER = Path(__file__).parent / "migrations"
_LOCK = 7_305_803_061_544_092_774
"""An arbitrary number that names the migration's lock on a PostgreSQL server."""


def revision(connection: Connection) -> str:
    """The schema's revision; "" where the database is empty. Raises SchemaTooNew."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found and found not in KNOWN:
        raise SchemaTooNew(found, KNOWN[-1])
    return found or ""


def migrate(database: Database) -> None:
    """Run the migrations that are missing, all or none. Of several processes, one does it."""
    with database.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        if revision(connection) != KNOWN[-1]:
            _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
