"""A fresh store for each test, on every database that is supported."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from bot.storage.schema import KNOWN
from bot.storage.store import Store, open_store
from bot.storage.tables import metadata
from tests.postgresql import database, server

from .examples import parse

__all__ = ["server"]

Opener = Callable[[], Store]
_databases = count(1)


@pytest.fixture(scope="session")
def prepared(server: str) -> str:
    """The URL of a PostgreSQL database with the newest schema, for one test after the other."""
    url = database(server, "prepared")
    open_store(url, parse).close()
    return url


@pytest.fixture
def empty_database(server: str) -> str:
    """The URL of an empty PostgreSQL database."""
    return database(server, f"empty_{next(_databases)}")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'folder' / 'rolecall.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The URL of a fresh database."""
    if request.param == "sqlite":
        made: str = request.getfixturevalue("sqlite_url")
        return made
    prepared: str = request.getfixturevalue("prepared")
    _empty(prepared)
    return prepared


@pytest.fixture
def opener(url: str) -> Iterator[Opener]:
    """Opens the same database again, as another process would; closes all at the end."""
    opened: list[Store] = []

    def another() -> Store:
        opened.append(open_store(url, parse))
        return opened[-1]

    yield another
    for store in opened:
        store.close()


@pytest.fixture
def store(opener: Opener) -> Store:
    """A fresh store."""
    return opener()


@pytest.fixture
def sqlite_store(sqlite_url: str) -> Iterator[Store]:
    """A fresh store in a SQLite file."""
    store = open_store(sqlite_url, parse)
    yield store
    store.close()


def _empty(url: str) -> None:
    tables = ", ".join(f'"{name}"' for name in metadata.tables)
    with psycopg.connect(url) as connection:
        connection.execute(f"TRUNCATE {tables} RESTART IDENTITY".encode())
        connection.execute("UPDATE alembic_version SET version_num = %s", [KNOWN[-1]])
