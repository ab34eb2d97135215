"""Who may do something now: one that computes, and beside it others that wait for something."""

import time
from collections import deque
from threading import Condition, Timer
from typing import Protocol

BUSY_SECONDS = 0.05
"""Who has had a hand for longer most likely waits: for a platform, a language model, a server."""


class Waiter(Protocol):
    """Whoever wants a hand."""

    def call(self) -> None:
        """It has one now."""
        ...


class Hands:
    """The hands that there are, and who waits for one. Call it with `held` held.

    No more than `at_once` are away. One is given where nobody was given one within BUSY_SECONDS who
    still has it: Python runs one thread at a time, so what computes side by side takes longer, and
    so does whatever is taken in meanwhile (docs/operate.md has the figures).
    """

    def __init__(self, at_once: int, held: Condition) -> None:
        self._at_once = at_once
        self._held = held
        self._waiting: deque[Waiter] = deque()
        self._since: dict[Waiter, float] = {}
        self._later: Timer | None = None
        self._stopped = False

    def ask(self, waiter: Waiter, *, first: bool = False) -> None:
        """Have it called when a hand is free: before all others with `first`, else behind them."""
        if first:
            self._waiting.appendleft(waiter)
        else:
            self._waiting.append(waiter)
        self._give()

    def drop(self, waiter: Waiter) -> None:
        """It needs no hand any more, whether it has one or waits for it."""
        if waiter in self._since:
            del self._since[waiter]
            self._give()
        elif waiter in self._waiting:
            self._waiting.remove(waiter)

    def pass_on(self, waiter: Waiter, other: Waiter) -> None:
        """The hand that one has is another's now."""
        self._since[other] = self._since.pop(waiter)

    def stop(self) -> None:
        """Call everybody who waits; none is given a hand any more."""
        self._stopped = True
        if self._later:
            self._later.cancel()
        for waiter in self._waiting:
            waiter.call()

    def _give(self) -> None:
        while self._waiting and len(self._since) < self._at_once and not self._stopped:
            now = time.monotonic()
            busy_until = max(self._since.values(), default=-BUSY_SECONDS) + BUSY_SECONDS
            if busy_until > now:
                self._give_later(busy_until - now)
                return
            waiter = self._waiting.popleft()
            self._since[waiter] = now
            waiter.call()

    def _give_later(self, seconds: float) -> None:
        if self._later is None:
            self._later = Timer(seconds, self._give_now)
            self._later.daemon = True
            self._later.start()

    def _give_now(self) -> None:
        with self._held:
            self._later = None
            self._give()
