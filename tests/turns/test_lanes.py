"""Lanes keep their order by themselves, without anything durable."""

import threading

import pytest

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
