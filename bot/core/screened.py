"""One screening as the team reads it: its summary, and all that was said in it."""

from dataclasses import dataclass

from bot.core.contact import veiled
from bot.core.fit import FitSummary
from bot.core.record import Entry


@dataclass(frozen=True, slots=True)
class Screened:
    """One screening: its fit summary, all that was said in it, and the candidate's name or ""."""

    summary: FitSummary
    record: tuple[Entry, ...]
    name: str

    def shown(self, text: str) -> str:
        """Words of the candidate as the team reads them, without contact data and names."""
        return veiled(text, self.name)
