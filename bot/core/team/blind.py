"""Rating blind: a summary without the bot's levels, and how people's levels agree with them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.core.fit.summary import Assessment, FitSummary
from bot.core.ratings import Level, Outcome
from bot.core.screening.team_events import RatedBlind
from bot.core.team.screened import Screened
from bot.core.wording import blind as words


def unshown(one: Screened) -> Screened:
    """The same without levels, reasons, and what to ask next, which tells them too.

    What was not asked, was declined or could not be read is no level, and stays.
    """
    assessments = tuple(map(_unshown, one.summary.assessments))
    summary = replace(one.summary, assessments=assessments, ask_next=())
    return replace(one, summary=summary, hidden=True)


def _unshown(assessment: Assessment) -> Assessment:
    rating = assessment.rating
    if rating.outcome is not Outcome.RATED:
        return assessment
    hidden = replace(rating, level=None, reasons=(words.HIDDEN,), missing=None)
    return replace(assessment, rating=hidden)


def to_rate(summary: FitSummary) -> tuple[Assessment, ...]:
    """What a person can find a level for: every answer that the bot found one for."""
    return tuple(a for a in summary.assessments if a.rating.outcome is Outcome.RATED)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often people who rated blind found the bot's level, one step beside it, or another."""

    people: int = 0
    same: int = 0
    beside: int = 0
    apart: int = 0

    @property
    def levels(self) -> int:
        """How many levels were compared."""
        return self.same + self.beside + self.apart


def agreement(rated: Iterable[tuple[FitSummary, tuple[RatedBlind, ...]]]) -> Agreement:
    """Over the screenings of a role: each person's level for each answer beside the bot's."""
    people: set[str] = set()
    steps: list[int] = []
    for summary, blind in rated:
        known = {a.criterion.id: a.rating.level for a in summary.assessments}
        people.update(one.by for one in blind)
        steps += [
            abs(own.level - level)
            for one in blind
            for own in one.levels
            if isinstance(level := known.get(own.criterion), Level)
        ]
    far = sum(step > 1 for step in steps)
    return Agreement(len(people), steps.count(0), steps.count(1), far)
