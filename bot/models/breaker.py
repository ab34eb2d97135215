"""Leaves a model alone after repeated failures, so that a dead one does not slow every answer."""

import threading
from collections.abc import Callable

FAILURES = 3
"""How many failures in a row it takes."""
REST_SECONDS = 60.0
"""How long the model is left alone then."""


class Breaker:
    """Counts failures in a row. `clock` gives seconds that never run backwards."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._resting_since = 0.0

    def allows(self) -> bool:
        """Whether the model may be asked now; after a rest one call at a time tries it again."""
        with self._lock:
            if self._failures < FAILURES:
                return True
            if self._clock() - self._resting_since < REST_SECONDS:
                return False
            self._resting_since = self._clock()
            return True

    def succeeded(self) -> None:
        """The model answered: all is forgotten."""
        with self._lock:
            self._failures = 0

    def failed(self) -> bool:
        """The model failed; whether its rest begins with this failure."""
        with self._lock:
            self._failures += 1
            self._resting_since = self._clock()
            return self._failures >= FAILURES
