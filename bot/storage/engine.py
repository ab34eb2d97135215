"""Opens a database by its URL: makes what is missing, sets SQLite up for several processes."""

import time
from collections.abc import Callable
from pathlib import Path
from select import POLLIN, poll
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError
from sqlalchemy.pool import QueuePool

from bot.storage import schema
from bot.storage.database import BEGIN, Database, translated
from bot.storage.errors import StorageBusy, StorageUnavailable

BUSY_SECONDS = 10
"""How long a writer waits for another one's write."""

_FORMS = "Write sqlite:///FILE or postgresql://USER@SERVER/DATABASE."
_POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")


def open_database(url: str) -> Database:
    """The database at this URL, at the newest schema.

    `sqlite:///FILE` (its folder is made), `sqlite://` (in memory) or `postgresql://…`. Raises
    StorageUnavailable, or SchemaTooNew where a newer version wrote it: it is not touched then.
    """
    with translated():
        database = found_database(url)
        try:
            _prepare(database)
        except BaseException:
            database.close()
            raise
    return database


def found_database(url: str) -> Database:
    """The database at this URL as it is found: its schema is neither made nor brought up to date.

    A SQLite file is made where there is none. Raises StorageUnavailable.
    """
    parsed = _parsed(url)
    sqlite = parsed.get_backend_name() == "sqlite"
    return Database(_sqlite(parsed) if sqlite else _postgresql(parsed))


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StorageUnavailable("has an address that cannot be read", _FORMS) from error
    if parsed.drivername in _POSTGRESQL:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername in ("sqlite", "sqlite+pysqlite"):
        return parsed
    raise StorageUnavailable(f"cannot be of the kind “{parsed.drivername}”", _FORMS)


def _postgresql(url: URL) -> Engine:
    engine = create_engine(url, pool_use_lifo=True, connect_args={"connect_timeout": 10})
    event.listen(engine, "checkout", _asked_where_in_doubt)
    return engine


def _asked_where_in_doubt(connection: Any, _: object, __: object) -> None:
    """Ask a connection whether it still works where its server said something meanwhile.

    A server that ends a connection says so, and nothing is said on one that waits. To ask each time
    would be a round trip for each of the twenty times that a turn uses one.
    """
    waiting = poll()
    waiting.register(connection.fileno(), POLLIN)
    if not waiting.poll(0):
        return
    try:
        asked, connection.autocommit = connection.autocommit, True
        connection.execute("")
        connection.autocommit = asked
    except Exception as error:
        raise DisconnectionError from error


def _sqlite(url: URL) -> Engine:
    inside = not url.database or url.database == ":memory:"
    if not inside:
        _make_file(Path(str(url.database)))
    # One connection is a database in memory; a file takes one for each thread that needs it.
    size: dict[str, Any] = {"pool_size": 1, "max_overflow": 0} if inside else {"max_overflow": 20}
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_use_lifo=True,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        **size,
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _make_file(path: Path) -> None:
    """An empty file that only this user may read, in a folder that is made where it is missing."""
    if path.exists():
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        remedy = f"Check that {path.parent} is a folder that this program's user may write."
        raise StorageUnavailable(f"file {path} cannot be made", remedy) from error


def _set_up(connection: Any, _: object) -> None:
    # The driver must not begin transactions by itself: see `_begin`.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # What was erased is overwritten in the file, not only forgotten.
    connection.execute("PRAGMA secure_delete = ON")


def _begin(connection: Connection) -> None:
    begin = connection.get_execution_options().get(BEGIN, "BEGIN")
    if begin:
        connection.exec_driver_sql(begin)


def _prepare(database: Database) -> None:
    with database.reading() as connection:
        found = schema.revision(connection)
    if database.engine.dialect.name == "sqlite":
        _patiently(lambda: _log_ahead(database))
    if found != schema.KNOWN[-1]:
        schema.migrate(database)


def _log_ahead(database: Database) -> None:
    """Let readers and one writer work at the same time; the file remembers this."""
    with database.caring() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")


def _patiently(change: Callable[[], None]) -> None:
    """SQLite does not wait by itself while another process changes the journal."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return change()
        except StorageBusy:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
