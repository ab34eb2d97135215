"""Bounds the whole time of a call, however slowly bytes come in, and how many run at once."""

import queue
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class TooMany(Exception):
    """As many calls as may run at once are under way."""


class Deadline:
    """Runs calls in threads of their own and waits for each no longer than `seconds`.

    A client's own time-out starts again with every byte, so it does not bound a call. A call that
    is given up goes on in its thread until its connection ends; `at_once` bounds those too.
    """

    def __init__(self, seconds: float, at_once: int) -> None:
        self._seconds = seconds
        self._places = threading.BoundedSemaphore(at_once)

    def within(self, call: Callable[[], T]) -> T:
        """What the call gives. Raises what it raises, TimeoutError when late, or TooMany."""
        if not self._places.acquire(blocking=False):
            raise TooMany
        outcome: queue.SimpleQueue[tuple[T] | Exception] = queue.SimpleQueue()
        threading.Thread(
            target=self._run, args=(call, outcome), name="chat-model", daemon=True
        ).start()
        try:
            got = outcome.get(timeout=self._seconds)
        except queue.Empty:
            raise TimeoutError from None
        if isinstance(got, Exception):
            raise got
        return got[0]

    def _run(
        self, call: Callable[[], T], outcome: "queue.SimpleQueue[tuple[T] | Exception]"
    ) -> None:
        try:
            outcome.put((call(),))
        except Exception as error:
            outcome.put(error)
        finally:
            self._places.release()
