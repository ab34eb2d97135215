"""Where apps are installed: one row for each workspace, and a state that is good once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.ports.installations import Installation
from bot.storage.store import Store, open_store

from .examples import NOON, parse

LAMPS = Installation("slack", "T1", "Lamps & Co", "xoxb-1", ("chat:write",), "UB", "UA", NOON)


@pytest.fixture
def keyed(url: str) -> Iterator[Store]:
    """A fresh store that can seal."""
    opened = open_store(url, parse, key_of=lambda purpose: purpose.encode().ljust(32, b"-")[:32])
    yield opened
    opened.close()


def test_an_installation_is_kept_found_replaced_and_removed(keyed: Store) -> None:
    kept = keyed.installations
    kept.keep(LAMPS)
    kept.keep(replace(LAMPS, workspace="T2", token="xoxb-2"))
    kept.keep(replace(LAMPS, app="slack-prescreen", token="xoxb-3"))
    kept.keep(replace(LAMPS, token="xoxb-4", at=NOON + timedelta(days=1)))
    found = kept.find("slack", "T1")
    assert found == replace(LAMPS, token="xoxb-4", at=NOON + timedelta(days=1))
    assert [one.workspace for one in kept.all("slack")] == ["T1", "T2"]
    assert not kept.remove("slack", "T1", NOON + timedelta(hours=1))
    assert kept.remove("slack", "T1", NOON + timedelta(days=2))
    assert not kept.remove("slack", "T1", NOON + timedelta(days=2))
    assert kept.find("slack", "T1") is None
    assert [one.token for one in kept.all("slack-prescreen")] == ["xoxb-3"]


def test_a_copy_of_the_database_holds_no_token(keyed: Store) -> None:
    keyed.installations.keep(LAMPS)
    state = keyed.install_states.issue("slack", NOON)
    with keyed.database.reading() as connection:
        rows = [
            str(connection.execute(text(f"SELECT * FROM {table}")).all())
            for table in ("installations", "install_states")
        ]
    assert "Lamps & Co" in rows[0]
    assert "xoxb" not in rows[0]
    assert state not in rows[1]


def test_an_altered_token_is_none(keyed: Store) -> None:
    keyed.installations.keep(LAMPS)
    with keyed.database.writing() as connection:
        connection.execute(text("UPDATE installations SET token = 'gAAAAAB-made-up'"))
    assert keyed.installations.find("slack", "T1") is None


def test_a_state_is_good_once_whoever_comes_first(keyed: Store) -> None:
    state = keyed.install_states.issue("slack", NOON)
    with ThreadPoolExecutor(4) as pool:
        redeemed = pool.map(lambda _: keyed.install_states.redeem("slack", state, NOON), range(8))
    assert sorted(redeemed) == [False] * 7 + [True]


def test_an_old_state_is_no_good_and_is_not_kept(keyed: Store) -> None:
    states = keyed.install_states
    state = states.issue("slack", NOON)
    assert not states.redeem("slack", state, NOON + timedelta(minutes=11))
    states.issue("slack", NOON + timedelta(minutes=11))
    with keyed.database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM install_states")).scalar() == 1
