"""A platform, and a fresh database on every kind that is supported, for programs of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from bot.briefs.reading import read_brief
from bot.storage.store import Store, open_store
from tests.loopback import running
from tests.postgresql import database, server
from tests.served.platform import Platform
from tests.served.programs import Program, prepared, settings

__all__ = ["server"]

_databases = count(1)


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
        url = database(request.getfixturevalue("server"), f"served_{next(_databases)}")
    platform = Platform()
    with running(platform.app()) as address:
        given = settings(address, DATABASE_URL=url)
        prepared(url)
        yield Deployment(tmp_path, platform, given, url)


on_sqlite = pytest.mark.parametrize("deployment", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("deployment", ["postgresql"], indirect=True)
