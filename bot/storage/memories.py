"""What this program keeps in memory of screenings goes with the screening, whoever erased it."""

from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import select

from bot.storage.database import Database
from bot.storage.tables import erasures


class Memory(Protocol):
    """Something kept in memory of some screenings."""

    def screenings(self) -> tuple[str, ...]:
        """Those that something is kept of."""
        ...

    def forget(self, screenings: Iterable[str]) -> None:
        """Keep nothing of these."""
        ...


class Memories:
    """All of a program's memories of screenings."""

    def __init__(self, database: Database, *memories: Memory) -> None:
        self._database = database
        self._memories = list(memories)

    def add(self, memory: Memory) -> None:
        """Take care of this one too."""
        self._memories.append(memory)

    def forget(self, screenings: Iterable[str]) -> None:
        """Keep nothing of these."""
        gone = tuple(screenings)
        for memory in self._memories:
            memory.forget(gone)

    def forget_erased(self) -> None:
        """Keep nothing of those that were erased, by whichever program."""
        kept = {screening for memory in self._memories for screening in memory.screenings()}
        query = select(erasures.c.screening).where(erasures.c.screening.in_(kept))
        with self._database.reading() as connection:
            self.forget(connection.execute(query).scalars().all())
