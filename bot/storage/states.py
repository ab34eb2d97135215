"""How each screening stands, kept between turns and brought up to date by its newest events alone.

What is kept saves work only: whether it is stale, the log's length and head in the database say.
An old event that was altered behind the program's back is found by whoever reads the whole log:
`screening verify`, a replay, a restore, and each turn of a program that does not know the log yet.
"""

from dataclasses import dataclass

from bot.core.errors import BrokenLog
from bot.core.screening.screening import Screening, evolve
from bot.ports.recollections import Recollections
from bot.storage import chain
from bot.storage.codec import clean, event_from_json
from bot.storage.database import Database
from bot.storage.logs import Log, read_log

KEPT = 512
"""How many screenings are kept: some 10 kB each, of those that were spoken in last."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A screening after its first events, and the hash of the last of them."""

    screening: Screening
    head: str = chain.START


class States:
    """The screenings that were read last, which it keeps as `known`. Threads may share it."""

    def __init__(self, database: Database, kept: int = KEPT) -> None:
        self._database = database
        self.known: Recollections[_Known] = Recollections(kept)

    def of(self, screening: str) -> Screening:
        """The screening as its log makes it; `number` is 0 where there is none.

        Raises BrokenLog, Unreadable.
        """
        known = self.known.get(screening) or _Known(Screening(screening))
        with self._database.reading() as connection:
            log = read_log(connection, screening, known.screening.number)
        if log is None:
            self.known.forget((screening,))
            return Screening(screening)
        try:
            now = _grown(screening, known, log)
        except BrokenLog:
            if not known.screening.number:
                raise
            # Another log than the one that is known, such as a restored one: read it whole.
            self.known.forget((screening,))
            return self.of(screening)
        self.known.put(screening, now)
        return now.screening


def _grown(screening: str, known: _Known, log: Log) -> _Known:
    """What is known and the events behind it; raises BrokenLog where they do not fit together."""
    after = (known.screening.number, known.head)
    chain.check(clean(screening), log.links, log.length, log.head, after)
    state = known.screening
    for link in log.links:
        state = evolve(state, event_from_json(link.body))
    return _Known(state, log.head)
