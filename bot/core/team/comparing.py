"""What candidates showed for one role, side by side: by requirement, in words, never ordered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.core.fit.summary import Assessment
from bot.core.roles import Criterion
from bot.core.team.screened import Screened

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Compared:
    """One requirement, and what each candidate showed, in the order of `Comparison.people`.

    A cell is None where a screening by another version of the brief did not have the requirement.
    """

    criterion: Criterion
    cells: tuple[Assessment | None, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Candidates by requirements. `left_out` counts screenings that have no summary to show."""

    role: str
    role_title: str
    people: tuple[Screened, ...]
    rows: tuple[Compared, ...]
    left_out: int = 0

    def only(self, places: Iterable[int]) -> "Comparison":
        """The same with the rows at these places alone."""
        wanted = frozenset(places)
        return replace(self, rows=tuple(r for at, r in enumerate(self.rows) if at in wanted))


def compared(people: Sequence[Screened], left_out: int = 0) -> Comparison:
    """These screenings of one role side by side, in the order in which they were finished.

    Those that are not finished come last. Requirements stand as in the brief; the same words are
    the same requirement, whichever version of the brief they come from. At least one.
    """
    ordered = tuple(sorted(people, key=_finished))
    by_text = [{a.criterion.text: a for a in one.summary.assessments} for one in ordered]
    criteria = {text: each.criterion for known in reversed(by_text) for text, each in known.items()}
    rows = tuple(
        Compared(criteria[text], tuple(known.get(text) for known in by_text))
        for text in dict.fromkeys(text for known in by_text for text in known)
    )
    first = ordered[0].summary
    return Comparison(first.role, first.role_title, ordered, rows, left_out)


def _finished(one: Screened) -> tuple[datetime, str]:
    return one.summary.finished_at or _NEVER, one.summary.screening
