"""Remembers what came of a prompt, so that nobody is asked twice; holds hashes, not prompts."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Remembered(Generic[T]):
    """The last `most` results by key, the least recently used forgotten first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: OrderedDict[str, T] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str, make: Callable[[], T]) -> T:
        """What is known, or what `make` gives; where it raises, nothing is kept.

        Two threads that ask at the same time get the same result: the first to be kept.
        """
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        made = make()
        with self._lock:
            kept = self._known.setdefault(key, made)
            if len(self._known) > self._most:
                self._known.popitem(last=False)
            return kept
