"""A program does not grow with the chats it has seen, nor take a thread for each that waits."""

import threading
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from datetime import timedelta

import pytest

from bot.turns import durable
from bot.turns.durable import DurableTurns
from bot.turns.parts import AT_ONCE
from tests.turns.world import ADDRESS, Begin, LogBook, Recorder, on_sqlite, said, soon

CHATS = 12


def holdings(root: object) -> Counter[str]:
    """How much each collection holds that a part of the bot has, from this one on."""
    found, seen, todo = Counter[str](), set[int](), deque([root])
    while todo:
        one = todo.popleft()
        if id(one) in seen or not type(one).__module__.startswith("bot."):
            continue
        seen.add(id(one))
        for name, value in attributes(one):
            if isinstance(value, dict | list | set | deque):
                found[f"{type(one).__name__}.{name}"] += len(value)
            if isinstance(value, Mapping):
                todo.extend(value.values())
            else:
                todo.extend(value if isinstance(value, list | tuple) else [value])
    return found


def attributes(one: object) -> Iterator[tuple[str, object]]:
    """An object's own attributes, and what a method or a function of ours is bound to."""
    yield from getattr(one, "__dict__", {}).items()
    for name in getattr(type(one), "__slots__", ()):
        yield name, getattr(one, name, None)


def speak(turns: DurableTurns, sender: Recorder, when: str) -> None:
    """A message in each of some new chats, until all are answered."""
    sender.sent.clear()
    for number in range(CHATS):
        turns.submit("chat", said(f"{when} {number}", conversation=f"{when} {number}"), ADDRESS)
    soon(lambda: len(sender.sent) == CHATS)
    soon(lambda: not turns.waiting().count)


@on_sqlite
def test_nothing_is_kept_of_chats_that_were_answered(
    begin: Begin, sender: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "_KEPT", timedelta())
    turns = begin()
    speak(turns, sender, "first")
    before = holdings(turns)
    assert {"Lanes._lanes", "Journal._fresh", "Runner._sent_away"} <= before.keys()
    speak(turns, sender, "second")
    soon(lambda: not holdings(turns) - before)


@on_sqlite
def test_messages_that_wait_take_no_threads(begin: Begin, bot: LogBook, sender: Recorder) -> None:
    turns, free = begin(), threading.Event()
    bot.before = lambda _: free.wait(10)  # type: ignore[assignment]
    before = threading.active_count()
    for number in range(2 * AT_ONCE):
        turns.submit("chat", said(f"m-{number}", conversation=f"c-{number}"), ADDRESS)
    soon(lambda: turns.waiting().count == 2 * AT_ONCE)
    # One for each that does something, and one that takes over when they are all busy.
    assert threading.active_count() - before <= AT_ONCE + 1
    free.set()
    soon(lambda: len(sender.sent) == 2 * AT_ONCE)
