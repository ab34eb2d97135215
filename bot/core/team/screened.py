"""One screening as the team reads it: its summary, and all that was said in it."""

from dataclasses import dataclass

from bot.core.fit.summary import FitSummary
from bot.core.screening.resume import ResumeKept
from bot.core.team.record import Entry
from bot.core.team.review import NOTHING_ADDED, Review
from bot.core.text.contact import veiled


@dataclass(frozen=True, slots=True)
class Screened:
    """One screening: its fit summary, all that was said in it, and the candidate's name or "".

    `review` is what the team added since. `hidden` is true where the levels are left out for
    somebody who is to find their own first. `resume` is what the candidate handed in, not rated.
    """

    summary: FitSummary
    record: tuple[Entry, ...]
    name: str
    review: Review = NOTHING_ADDED
    hidden: bool = False
    resume: ResumeKept | None = None

    def shown(self, text: str) -> str:
        """Words of the candidate as the team reads them, without contact data and names."""
        return veiled(text, self.name)
