"""Gets ready what the first answer needs, behind the first page, and lets go when asked to."""

import logging
from collections.abc import Callable, Sequence
from threading import Event, Thread

from bot.core.errors import RolecallError

Progress = Callable[[int, int], None]
STOP_SECONDS = 3.0
"""How long stopping waits: a batch of the index takes a second, loading the encoder half of one."""
_log = logging.getLogger(__name__)


class _LetGo(Exception):
    """Raised between two batches to end the indexing; what is done is kept."""


class Warming:
    """Brings the index up to date and loads the encoder, in a thread of its own."""

    def __init__(
        self,
        index: Callable[[Progress], object],
        encode: Callable[[Sequence[str]], object],
    ) -> None:
        self._work: tuple[Callable[[], object], ...] = (
            lambda: index(self._go_on),
            lambda: encode(["warm"]),
        )
        self._stopping = Event()
        self._thread = Thread(target=self._warm, name="rolecall-warming", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Do no more, and wait a little for what is under way."""
        self._stopping.set()
        self._thread.join(STOP_SECONDS)

    def _warm(self) -> None:
        for work in self._work:
            if self._stopping.is_set():
                return
            try:
                work()
            except RolecallError as error:
                _log.warning("%s", error)
            except _LetGo:
                return

    def _go_on(self, done: int, total: int) -> None:
        del done, total
        if self._stopping.is_set():
            raise _LetGo
