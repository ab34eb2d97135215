"""Gathers what is handed over to other programs: of one screening, or of a role's finished ones."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.screening.screening import Stage, replayed
from bot.core.team.hand_over import HandOver, Logged
from bot.dialogues.candidates.finding import entry_by_id, entry_named, screened
from bot.ports import Entry, Ports


@dataclass(frozen=True, slots=True)
class HandingOver:
    """`chain` gives a screening's log as it is kept, its hash chain checked."""

    ports: Ports
    chain: Callable[[str], tuple[Logged, ...]]

    def named(self, name: str, role: str = "") -> HandOver:
        """The screening with this id or pseudonym.

        Raises UnknownScreening, NotSummarized (as the candidate was promised), UnknownRole and
        BrokenLog.
        """
        return self._of(entry_named(self.ports, name, role))

    def by_id(self, screening: str) -> HandOver:
        """The screening with exactly this id; raises as `named` does."""
        return self._of(entry_by_id(self.ports, screening))

    def finished(self, role: str) -> tuple[HandOver, ...]:
        """The role's finished screenings without trials, in the order they were opened."""
        real = (entry for entry in self.ports.screenings.entries(role) if not entry.trial)
        return tuple(self._of(entry) for entry in real if self._is_finished(entry))

    def _is_finished(self, entry: Entry) -> bool:
        events = self.ports.screenings.events(entry.id)
        return replayed(entry.id, events).stage is Stage.FINISHED

    def _of(self, entry: Entry) -> HandOver:
        found = screened(self.ports, entry)
        log, events = self.chain(entry.id), self.ports.screenings.events(entry.id)
        status = replayed(entry.id, events).stage.value
        return HandOver(found.summary, status, found.record, events, log, found.resume)
