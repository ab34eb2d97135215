"""Each program on a database has a name of its own, and sees which names are vacant."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from bot.storage.errors import StorageUnavailable
from bot.storage.seats import NameTaken, Seat
from bot.storage.store import Store, open_store

from .conftest import Opener
from .examples import parse

ROOT = Path(__file__).resolve().parents[2]
HOLDS = """
import sys
from bot.briefs.reading import read_brief
from bot.storage.store import open_store
print(open_store(sys.argv[1], read_brief).seat().name, flush=True)
sys.stdin.read()
"""


Taking = Callable[[Store, str], Seat]


@pytest.fixture
def take() -> Iterator[Taking]:
    """Takes a seat; it is left at the end."""
    taken: list[Seat] = []

    def one(store: Store, wanted: str = "") -> Seat:
        taken.append(store.seat(wanted))
        return taken[-1]

    yield one
    for seat in taken:
        seat.close()


def test_programs_find_different_names_and_leave_them(
    store: Store, opener: Opener, take: Taking
) -> None:
    one, two = take(store, ""), take(opener(), "")
    assert (one.name, two.name) == ("rolecall-1", "rolecall-2")
    with one.vacant("rolecall-2") as vacant:
        assert not vacant
    one.close()
    with two.vacant("rolecall-1") as vacant:
        assert vacant
        with pytest.raises(NameTaken, match="rolecall-1"):
            store.seat("rolecall-1")
    assert take(store, "").name == "rolecall-1"


def test_a_name_that_is_given_is_held_by_one(store: Store, opener: Opener, take: Taking) -> None:
    first = take(store, "east")
    assert first.name == "east"
    with pytest.raises(NameTaken, match="ROLECALL_PROGRAM"):
        opener().seat("east")
    with first.vacant("east") as vacant:
        assert not vacant, "its own name is not"
    assert first.keep()


def test_a_program_that_is_killed_leaves_its_name(url: str, store: Store, take: Taking) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, url],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "rolecall-1"
        mine = take(store, "")
        assert mine.name == "rolecall-2"
        other.send_signal(signal.SIGKILL)
        other.wait(10)
    for _ in range(50):
        with mine.vacant("rolecall-1") as vacant:
            if vacant:
                return
    raise AssertionError("the name was not left")


def test_a_name_is_held_again_after_the_server_let_it_go(prepared: str) -> None:
    store = open_store(prepared, parse)
    seat, other = store.seat("west"), open_store(prepared, parse)
    with psycopg.connect(prepared, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory'"
        )
    assert seat.keep()
    with pytest.raises(NameTaken):
        other.seat("west")
    seat.close()
    store.close()
    other.close()


def test_a_database_in_memory_has_no_seats() -> None:
    store = open_store("sqlite://", parse)
    with pytest.raises(StorageUnavailable, match="in memory"):
        store.seat()
    store.close()
