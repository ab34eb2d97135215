"""Lanes keep their order by themselves, without anything durable."""

import threading
import time
from contextlib import suppress
from functools import partial

import pytest

from bot.turns import hands
from bot.turns.lanes import Lanes, Stopped


def test_old_tickets_join_before_new_ones_and_nobody_goes_before_the_opening() -> None:
    lanes, order = Lanes(8), list[str]()

    def go(name: str) -> None:
        with lanes.turn("a", name):
            order.append(name)

    assert lanes.join_last("a", "new")
    lanes.join("a", "second", 2)
    lanes.join("a", "first", 1)
    threads = [threading.Thread(target=go, args=(name,)) for name in ("new", "second", "first")]
    for thread in threads:
        thread.start()
    threads[0].join(0.05)
    assert order == []
    lanes.open()
    for thread in threads:
        thread.join(5)
    assert order == ["first", "second", "new"]
    assert lanes.names() == frozenset()


def test_a_ticket_joins_once_and_who_has_the_turn_is_not_overtaken() -> None:
    lanes = Lanes(8)
    lanes.open()
    position = lanes.join_last("a", "x")
    assert position
    assert lanes.join_last("a", "x") is None
    lanes.join("a", "earlier", position - 1)
    with lanes.turn("a", "x"):
        assert lanes.names() == {"x", "earlier"}
    with lanes.turn("a", "earlier"):
        pass


def test_an_error_gives_the_turn_on() -> None:
    lanes = Lanes(8)
    lanes.open()
    for name in ("x", "y"):
        lanes.join_last("a", name)
    with pytest.raises(ValueError, match="mine"), lanes.turn("a", "x"):
        raise ValueError("mine")
    with lanes.turn("a", "y"):
        pass


def test_stopping_sends_away_who_waits_and_waits_for_who_works() -> None:
    lanes, seen = Lanes(8), list[str]()
    lanes.open()
    for name in ("works", "waits"):
        lanes.join_last("a", name)
    inside, free = threading.Event(), threading.Event()

    def work() -> None:
        with lanes.turn("a", "works"):
            inside.set()
            free.wait(5)
            seen.append("worked")

    def wait() -> None:
        try:
            with lanes.turn("a", "waits"):
                seen.append("never")
        except Stopped:
            seen.append("sent away")

    threads = [threading.Thread(target=act) for act in (work, wait)]
    for thread in threads:
        thread.start()
    assert inside.wait(5)
    assert not lanes.stop(0.1)
    free.set()
    assert lanes.stop(5)
    assert sorted(seen) == ["sent away", "worked"]
    with pytest.raises(Stopped):
        lanes.pause(5)


def test_who_waits_is_begun_when_a_hand_is_free_and_only_so_many_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hands, "BUSY_SECONDS", 0)
    lanes, begun = Lanes(2), list[str]()
    lanes.open()
    for lane, name in (("one", "a"), ("one", "b"), ("c", "c"), ("d", "d")):
        assert lanes.join_last(lane, name)
        assert lanes.begin(lane, name, partial(begun.append, name))
    # “b” stands behind “a” in its lane; of the other lanes one has the second hand.
    assert begun == ["a", "c"]
    lanes.leave("c", "c")
    assert begun == ["a", "c", "d"]
    lanes.leave("one", "a")
    assert begun == ["a", "c", "d", "b"]


def test_whoever_pauses_lends_its_hand() -> None:
    lanes, begun = Lanes(1), list[str]()
    lanes.open()
    for name in ("pauses", "next"):
        lanes.join_last(name, name)
        lanes.begin(name, name, partial(begun.append, name))

    def pause() -> None:
        with lanes.turn("pauses", "pauses"):
            lanes.pause(0.01)

    pausing = threading.Thread(target=pause)
    pausing.start()
    pausing.join(0.1)
    # It goes on when it gets a hand again.
    assert (begun, pausing.is_alive()) == (["pauses", "next"], True)
    lanes.leave("next", "next")
    pausing.join(5)
    assert not pausing.is_alive()


def test_whoever_lets_others_go_first_is_begun_once() -> None:
    lanes, begun = Lanes(1), list[str]()
    lanes.open()
    lanes.join_last("a", "second")
    lanes.begin("a", "second", partial(begun.append, "second"))
    lanes.join_last("a", "first")
    passing = letting_pass(lanes)
    with lanes.turn("a", "first"):
        pass
    passing.join(5)
    assert (begun, passing.is_alive()) == (["second"], False)


def test_stopping_wakes_up_whoever_lets_others_go_first() -> None:
    lanes = Lanes(1)
    lanes.open()
    lanes.join_last("a", "second")
    lanes.begin("a", "second", lambda: None)
    lanes.join_last("a", "first")
    passing = letting_pass(lanes)
    with lanes.turn("a", "first"):
        assert not lanes.stop(0)
    passing.join(5)
    assert not passing.is_alive()
    assert (lanes.unbegun, lanes.names()) == (set(), frozenset())


def letting_pass(lanes: Lanes) -> threading.Thread:
    """“second”, in its turn, lets “first” go before it; given back once it waits for that."""

    def work() -> None:
        with suppress(Stopped), lanes.turn("a", "second"):
            lanes.let_pass("a", "second", frozenset({"first"}))

    thread = threading.Thread(target=work, daemon=True)
    came = threading.Event()
    lanes.begin("a", "first", came.set)
    thread.start()
    assert came.wait(5)
    return thread


def test_stopping_forgets_whoever_was_not_begun() -> None:
    lanes, begun = Lanes(1), list[str]()
    lanes.open()
    for name in ("works", "waits"):
        lanes.join_last(name, name)
        lanes.begin(name, name, partial(begun.append, name))
    with lanes.turn("works", "works"):
        assert not lanes.stop(0)
        assert lanes.names() == {"works"}
        assert not lanes.begin("works", "works", partial(begun.append, "late"))
    assert lanes.stop(0)
    assert (begun, lanes.unbegun) == (["works"], {"waits"})


def test_one_computes_at_a_time_and_more_begin_where_it_waits_for_something(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What takes long most likely waits, so others begin beside it: up to all hands."""
    monkeypatch.setattr(hands, "BUSY_SECONDS", 0.4)
    lanes, begun, three = Lanes(3), list[str](), threading.Event()
    lanes.open()

    def begin(name: str) -> None:
        begun.append(name)
        if len(begun) == 4:
            three.set()

    for name in "abcdef":
        lanes.join_last(name, name)
        lanes.begin(name, name, partial(begin, name))
    assert begun == ["a"]
    lanes.leave("a", "a")
    assert begun == ["a", "b"]
    assert three.wait(5), "“b” and “c” take long"
    time.sleep(0.5)
    assert begun == ["a", "b", "c", "d"], "there are three hands"
    lanes.leave("c", "c")
    assert begun == ["a", "b", "c", "d", "e"]
