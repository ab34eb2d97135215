"""Does something every few seconds, and sooner where it is called, in a thread of its own."""

import logging
from collections.abc import Callable
from threading import Event, Thread

from bot.turns.trouble import where

_log = logging.getLogger(__name__)


class Rounds:
    """A round that fails is logged, and the next one comes all the same."""

    def __init__(self, act: Callable[[], None], seconds: float) -> None:
        self._act = act
        self._seconds = seconds
        self._called = Event()
        self._stopping = False
        self._thread = Thread(target=self._go, name="rolecall-rounds", daemon=True)

    def start(self) -> None:
        """Do the first round now."""
        self._called.set()
        self._thread.start()

    def call(self) -> None:
        """Do a round now."""
        self._called.set()

    def stop(self) -> None:
        """Do no more rounds; one that is under way is waited for."""
        self._stopping = True
        self._called.set()
        if self._thread.is_alive():
            self._thread.join()

    def _go(self) -> None:
        while True:
            self._called.wait(self._seconds)
            self._called.clear()
            if self._stopping:
                return
            try:
                self._act()
            except Exception as error:
                _log.error("a round failed and is done again: %s", where(error))
