"""An office on a store of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.briefs.reading import read_brief
from bot.storage.store import open_store
from tests.ports import token_of_screening
from tests.recruiting.office import BAKER, BAKER_BRIEF, KEEPER, KEEPER_BRIEF, Office


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The URL of the office's database."""
    return f"sqlite:///{tmp_path / 'rolecall.db'}"


@pytest.fixture
def office(url: str) -> Iterator[Office]:
    """The office, with a lighthouse keeper and a night baker to hire."""
    store = open_store(url, read_brief, token_of_screening)
    made = Office(store)
    made.add(KEEPER, KEEPER_BRIEF)
    made.add(BAKER, BAKER_BRIEF)
    yield made
    store.close()
