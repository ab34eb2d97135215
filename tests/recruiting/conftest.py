"""An office on a store of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.briefs.reading import read_brief
from bot.storage.store import open_store
from tests.recruiting.office import BAKER, BAKER_BRIEF, KEEPER, KEEPER_BRIEF, Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """The office, with a lighthouse keeper and a night baker to hire."""
    store = open_store(f"sqlite:///{tmp_path / 'rolecall.db'}", read_brief)
    made = Office(store)
    made.add(KEEPER, KEEPER_BRIEF)
    made.add(BAKER, BAKER_BRIEF)
    yield made
    store.close()
