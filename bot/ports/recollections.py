"""What is kept in memory of screenings to save work: of those spoken of last, and until erased."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from threading import Lock
from typing import Any, Generic, TypeVar

Kept = TypeVar("Kept")
Made = TypeVar("Made")


class Recollections(Generic[Kept]):
    """One thing for each of the screenings that were spoken of last. Threads may share it."""

    def __init__(self, most: int) -> None:
        """At most `most` screenings are kept."""
        self._most = most
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._lock = Lock()

    def get(self, screening: str) -> Kept | None:
        """What is kept of this one."""
        with self._lock:
            return self._kept.get(screening)

    def put(self, screening: str, what: Kept) -> None:
        """Keep this of it, and nothing of whichever was kept longest ago where there are many."""
        with self._lock:
            self._kept[screening] = what
            self._kept.move_to_end(screening)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def screenings(self) -> tuple[str, ...]:
        """Those that something is kept of."""
        with self._lock:
            return tuple(self._kept)

    def forget(self, screenings: Iterable[str]) -> None:
        """Keep nothing of these."""
        with self._lock:
            for screening in screenings:
                self._kept.pop(screening, None)


@dataclass(frozen=True, slots=True)
class Unattributed:
    """What is kept of words that nobody knows the screening of: it goes with any of them."""

    clear: Callable[[], None]

    def screenings(self) -> tuple[str, ...]:
        """None that is known."""
        return ()

    def forget(self, screenings: Iterable[str]) -> None:
        """Keep nothing at all."""
        del screenings
        self.clear()


class Recaller:
    """Has what was worked out of a screening from memory, where that was of the same; a port."""

    def __init__(self, memory: Recollections[tuple[Hashable, Any]]) -> None:
        self._memory = memory

    def __call__(self, screening: str, of: Hashable, work: Callable[[], Made]) -> Made:
        """What `work` makes of `of`; see `bot.ports.Recall`."""
        known = self._memory.get(screening)
        made: Made = known[1] if known and known[0] == of else work()
        self._memory.put(screening, (of, made))
        return made
