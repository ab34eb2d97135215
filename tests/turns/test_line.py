"""A lane is one line over all programs: the order is the journal's, and a lock keeps it single."""

import threading
import time

import pytest

from bot.core.errors import Unavailable
from bot.turns import line as lines
from bot.turns.lanes import Lanes
from bot.turns.line import Line, NoLocks


class Written:
    """What was written down before each piece, whoever has it."""

    def __init__(self, **before: set[str]) -> None:
        self.earlier = before
        self.away = 0

    def before(self, lane: str, name: str) -> frozenset[str]:
        """Those that are not done."""
        assert lane == "chat"
        if self.away:
            self.away -= 1
            raise ConnectionError("secret words")
        return frozenset(self.earlier.get(name, ()))

    def done(self, name: str) -> None:
        """It was handled."""
        for earlier in self.earlier.values():
            earlier.discard(name)


class Held:
    """Locks of which another program holds one."""

    def __init__(self) -> None:
        self.by_another, self.ours = True, list[str]()

    def take(self, name: str) -> bool:
        """Once the other let go."""
        if not self.by_another:
            self.ours.append(name)
        return not self.by_another

    def drop(self, name: str) -> None:
        """Let go."""
        self.ours.remove(name)


def goes(line: Line, name: str, order: list[str]) -> threading.Thread:
    """Work that notes when it had its turn."""

    def work() -> None:
        with line.turn("chat", name):
            order.append(name)

    thread = threading.Thread(target=work)
    thread.start()
    return thread


def opened(*names: str) -> Lanes:
    """Lanes in which these joined."""
    lanes = Lanes(2)
    lanes.open()
    for name in names:
        lanes.join_last("chat", name)
    return lanes


def test_what_another_program_took_in_before_goes_first() -> None:
    lanes, order = opened("second"), list[str]()
    written = Written(second={"first, elsewhere"})
    waits = goes(Line(lanes, written, NoLocks()), "second", order)
    waits.join(0.05)
    assert order == []
    # It waits without a hand: others go on.
    for other in ("x", "y"):
        lanes.join_last(other, other)
        with lanes.turn(other, other):
            pass
    written.done("first, elsewhere")
    waits.join(5)
    assert order == ["second"]


def test_while_the_order_cannot_be_known_it_is_waited_for(
    caplog: pytest.LogCaptureFixture,
) -> None:
    written, order = Written(second={"first, elsewhere"}), list[str]()
    written.away = 3
    waits = goes(Line(opened("second"), written, NoLocks()), "second", order)
    waits.join(0.15)
    assert (order, written.away) == ([], 0)
    written.done("first, elsewhere")
    waits.join(5)
    assert order == ["second"]
    assert "secret" not in caplog.text


def test_what_was_taken_up_from_another_program_passes_what_came_after_it() -> None:
    lanes, order = opened("second"), list[str]()
    written = Written(second={"first"}, third={"first", "second"})
    line = Line(lanes, written, NoLocks())
    threads = [goes(line, "second", order)]
    lanes.join_last("chat", "third")
    lanes.join_last("chat", "first")
    threads += [goes(line, name, order) for name in ("third", "first")]
    until = time.monotonic() + 5
    while len(order) < 3 and time.monotonic() < until:
        for name in list(order):
            written.done(name)
        time.sleep(0.005)
    for thread in threads:
        thread.join(5)
    assert order == ["first", "second", "third"]
    assert lanes.names() == frozenset()


def test_what_came_in_the_same_moment_is_handled_one_after_the_other() -> None:
    locks, order = Held(), list[str]()
    waits = goes(Line(opened("ours"), Written(), locks), "ours", order)
    waits.join(0.05)
    assert order == []
    locks.by_another = False
    waits.join(5)
    assert (order, locks.ours) == (["ours"], [])


def test_nobody_waits_for_ever_nor_for_locks_that_are_away(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(lines, "LONGEST_SECONDS", 0.03)
    order = list[str]()
    goes(Line(opened("ours"), Written(ours={"stuck"}), Held()), "ours", order).join(5)
    assert "goes before others of its chat" in caplog.text

    class Away(Held):
        def take(self, name: str) -> bool:
            raise Unavailable(name)

        def drop(self, name: str) -> None:
            raise Unavailable(name)

    goes(Line(opened("ours"), Written(), Away()), "ours", order).join(5)
    assert order == ["ours", "ours"]
