"""A web server that ends in order: turns in hand are finished, new ones refused, within a limit."""

import logging
import os
import sys
import time
from collections.abc import Callable
from threading import Event, Thread
from types import FrameType
from typing import NoReturn

import uvicorn

GRACE_SECONDS = 5.0
"""How long everything else may take once the turns had their time: connections, threads, files."""
_log = logging.getLogger(__name__)


def leave(status: int) -> NoReturn:
    """End the process now that everything is closed, whatever threads there still are.

    Python ends threads that run on at its end in the middle of native code, of an encoder or a
    database's driver, which brings the whole process down with a signal instead of a status.
    """
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


class OrderlyServer(uvicorn.Server):
    """On the first signal `let_go` is called, which refuses new turns and waits for those in hand.

    Until it returns, requests are still answered, those that need a turn with 503. A second signal
    ends at once. Whatever hangs, the process ends `seconds` + GRACE_SECONDS after the first one:
    what is unfinished then is durable, and goes on at the next start.
    """

    def __init__(self, config: uvicorn.Config, let_go: Callable[[], None], seconds: float) -> None:
        super().__init__(config)
        self._let_go = let_go
        self._seconds = seconds
        self.stopping = Event()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take a signal."""
        del sig, frame
        if self.stopping.is_set():
            self.should_exit = self.force_exit = True
            return
        self.stopping.set()
        Thread(target=self._end, name="rolecall-stopping", daemon=True).start()

    def _end(self) -> None:
        Thread(target=self._end_hard, name="rolecall-end", daemon=True).start()
        try:
            self._let_go()
        finally:
            self.should_exit = True

    def _end_hard(self) -> None:
        time.sleep(self._seconds + GRACE_SECONDS)
        _log.warning("ended before everything was let go; it goes on at the next start")
        # Threads that wait for a database that is away would keep the process for ever.
        os._exit(1)
