"""A platform, and a fresh database on every kind that is supported, for programs of their own."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest

from bot.briefs.reading import read_brief
from bot.storage.store import Store, open_store
from tests.loopback import running
from tests.served.platform import Platform
from tests.served.programs import Program, prepared, settings
from tests.storage.server import programs
from tests.storage.server import running as server_running

_databases = count(1)


@pytest.fixture(scope="session")
def served_server() -> Iterator[str]:
    """A PostgreSQL server's URL."""
    folder = programs()
    if folder is None and not os.environ.get("CI"):
        pytest.skip("no PostgreSQL server is installed in /usr/lib/postgresql")
    assert folder, "CI needs a PostgreSQL server in /usr/lib/postgresql"
    with server_running(folder) as url:
        yield url


@dataclass
class Deployment:
    """Programs that share a database and a platform; `first` is one of them, not started yet."""

    home: Path
    platform: Platform
    settings: dict[str, str]
    url: str

    def program(self, name: str = "one", **more: str) -> Program:
        """One more program, with a home of its own unless the database lies in it."""
        home = self.home if self.url.startswith("sqlite") else self.home / name
        return Program(home, {**self.settings, **more})

    def store(self) -> Store:
        """What they keep."""
        return open_store(self.url, read_brief)


@pytest.fixture(params=["sqlite", "postgresql"])
def deployment(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Deployment]:
    """A deployment with a role, on a fresh database."""
    url = f"sqlite:///{tmp_path / 'rolecall.db'}"
    if request.param == "postgresql":
        server: str = request.getfixturevalue("served_server")
        name = f"served_{next(_databases)}"
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        url = f"{server}/{name}"
    platform = Platform()
    with running(platform.app()) as address:
        given = settings(address, DATABASE_URL=url)
        prepared(url)
        yield Deployment(tmp_path, platform, given, url)


on_sqlite = pytest.mark.parametrize("deployment", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("deployment", ["postgresql"], indirect=True)
