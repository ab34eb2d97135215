"""What is kept of a screening between turns is what its log makes of it, whoever wrote the log."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from bot.core.errors import BrokenLog, LostRace
from bot.core.screening.commands import Command
from bot.core.screening.events import Event, Paused, PersonAsked
from bot.core.screening.screening import Screening, replayed
from bot.ports import Append, Erase
from bot.storage.codec import event_from_json
from bot.storage.states import States
from bot.storage.store import Store, open_store
from tests.core.moves import TALKS, carried_out
from tests.product import product

from .conftest import Opener
from .examples import answered, at, consented, keep, opening, parse, screened

_numbers = count(1)


@pytest.fixture(scope="module")
def shared() -> Iterator[Store]:
    """One store for all the logs of this module."""
    store = open_store("sqlite://", parse)
    yield store
    store.close()


@settings(max_examples=30)
@given(
    logs=st.lists(TALKS, min_size=1, max_size=3),
    order=st.lists(st.tuples(st.integers(0, 2), st.sampled_from("kkkrrso")), max_size=40),
)
def test_it_is_the_same_as_reading_the_whole_log(
    shared: Store, logs: list[list[Command]], order: list[tuple[int, str]]
) -> None:
    """Three logs at most, of which each program keeps two, in any order of writing and reading."""
    number = next(_numbers)
    names = [f"s{number}-{one}" for one in range(len(logs))]
    written: dict[str, list[Event]] = {}
    for name, commands in zip(names, logs, strict=True):
        opened = opening(name, f"token-{name}")
        keep(shared, f"open {name}", opened)
        written[name] = [opened.invited, *carried_out(commands)[0][1:]]
    kept = dict.fromkeys(names, 1)
    programs = {"r": States(shared.database, kept=2), "s": States(shared.database, kept=2)}
    for which, act in order:
        name = names[which % len(names)]
        log = written[name]
        if act == "k" and kept[name] < len(log):
            some = tuple(log[kept[name] : kept[name] + 3])
            keep(shared, f"{name} {kept[name]}", Append(name, kept[name], some))
            kept[name] += len(some)
        elif act == "o":
            programs["r"].known.forget(names)
        elif act in programs:
            assert programs[act].of(name) == replayed(name, log[: kept[name]])
    for name in names:
        whole = replayed(name, shared.screenings.events(name))
        assert [one.of(name) for one in programs.values()] == [whole, whole]


def test_a_turn_that_lost_decides_again_on_what_the_other_program_wrote(
    store: Store, opener: Opener
) -> None:
    log, other = screened(store), opener()
    assert other.screenings.state("s-1") == replayed("s-1", log) == store.screenings.state("s-1")
    keep(other, "theirs", Append("s-1", 3, (Paused(at(4)),)))
    with pytest.raises(LostRace):
        keep(store, "ours", Append("s-1", 3, (PersonAsked(at(5), "a person please"),)))
    again = store.screenings.state("s-1")
    assert (again.number, again.paused, again.person_asked) == (4, True, False)
    keep(store, "ours", Append("s-1", again.number, (PersonAsked(at(5), "a person please"),)))
    assert other.screenings.state("s-1") == store.screenings.state("s-1")
    assert other.screenings.state("s-1").person_asked


def test_only_the_newest_events_are_read_and_checked(
    store: Store, opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    screened(store)
    store.screenings.state("s-1")
    read: list[str] = []

    def decode(kept: str) -> Event:
        read.append(kept)
        return event_from_json(kept)

    monkeypatch.setattr("bot.storage.states.event_from_json", decode)
    keep(store, "m9", Append("s-1", 3, (Paused(at(4)),)))
    assert store.screenings.state("s-1").paused
    assert len(read) == 1
    store.screenings.state("s-1")
    assert len(read) == 1
    _tampered(store, "UPDATE events SET body = replace(body, '2019', '2020') WHERE number = 3")
    for unknowing in (opener().screenings.state, store.screenings.events):
        with pytest.raises(BrokenLog):
            unknowing("s-1")


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE events SET body = replace(body, 'yes', 'no') WHERE number = 2",
        "DELETE FROM events WHERE number = 2",
        "DELETE FROM events WHERE number = 3",
        "UPDATE screenings SET length = 2",
        "UPDATE screenings SET head = (SELECT previous FROM events WHERE number = 2)",
    ],
)
def test_new_events_that_were_tampered_with_are_noticed(store: Store, tampering: str) -> None:
    keep(store, "m0", opening())
    assert store.screenings.state("s-1").number == 1
    keep(store, "m1", Append("s-1", 1, (consented(), answered())))
    _tampered(store, tampering)
    with pytest.raises(BrokenLog):
        store.screenings.state("s-1")


def test_of_an_erased_candidate_nothing_stays_in_memory(store: Store, opener: Opener) -> None:
    screened(store)
    other = opener()
    for one in (store, other):
        assert one.screenings.state("s-1").given
    keep(store, "erasing", Erase("s-1", at(9)))
    assert not store.screenings._states.known.screenings()
    assert store.screenings.state("s-1") == Screening("s-1") == opener().screenings.state("s-1")
    other.memories.forget_erased()
    assert not other.screenings._states.known.screenings()


def test_the_clock_takes_what_another_program_erased_out_of_memory(tmp_path: Path) -> None:
    with product(tmp_path, tmp_path / "seeds") as one, product(tmp_path, tmp_path) as other:
        screened(one.store)
        assert other.store.screenings.state("s-1").given
        keep(one.store, "erasing", Erase("s-1", at(9)))
        other.tick(at(10))
        assert not other.store.screenings._states.known.screenings()


def test_a_log_that_was_put_back_by_a_restore_is_read_anew(store: Store) -> None:
    log = screened(store)
    store.screenings.state("s-1")
    second = "(SELECT hash FROM events WHERE number = 2)"
    _tampered(store, f"UPDATE screenings SET length = 2, head = {second}")
    _tampered(store, "DELETE FROM events WHERE number = 3")
    assert store.screenings.state("s-1") == replayed("s-1", log[:2])


def _tampered(store: Store, statement: str) -> None:
    with store.database.writing() as connection:
        assert connection.execute(text(statement)).rowcount
