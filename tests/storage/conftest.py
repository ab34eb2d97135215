"""A fresh store for each test, on every database that is supported."""

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from bot.storage.schema import KNOWN
from bot.storage.store import Store, open_store
from bot.storage.tables import metadata

from .examples import parse
from .server import programs, running

Opener = Callable[[], Store]
_databases = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server's URL."""
    folder = programs()
    if folder is None and not os.environ.get("CI"):
        pytest.skip("no PostgreSQL server is installed in /usr/lib/postgresql")
    assert folder, "CI needs a PostgreSQL server in /usr/lib/postgresql"
    with running(folder) as url:
        yield url


@pytest.fixture(scope="session")
def prepared(server: str) -> str:
    """The URL of a PostgreSQL database with the newest schema, for one test after the other."""
    _administer(server, "CREATE DATABASE prepared")
    open_store(f"{server}/prepared", parse).close()
    return f"{server}/prepared"


@pytest.fixture
def empty_database(server: str) -> str:
    """The URL of an empty PostgreSQL database."""
    name = f"empty_{next(_databases)}"
    _administer(server, f"CREATE DATABASE {name}")
    return f"{server}/{name}"


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


def _administer(server: str, statement: str) -> None:
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(statement.encode())
