"""Erases what is kept of candidates once the policy's time is over, but for what is held."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.clock.digest import ERASED_WITHIN
from bot.core.clock.due import Course, erasable
from bot.core.screening.self_identification import name_of
from bot.dialogues.by_the_clock import unsaid
from bot.ports import Agenda, Erase, Holds, Ports

ERASED_AT_ONCE = 50
"""How many screenings one transaction erases."""


@dataclass(frozen=True, slots=True)
class Retention:
    """What is to be erased, and the erasing of it: the same as a candidate's own."""

    ports: Ports
    agenda: Agenda
    holds: Holds

    def due(self, now: datetime) -> tuple[Course, ...]:
        """The screenings that are to be erased now, oldest first; none that is held."""
        return self.among(now, self.ended(now))

    def ended(self, now: datetime) -> tuple[Course, ...]:
        """The screenings in which something may be due now, or is told in the digest."""
        policies = (self.ports.policies(role) for role in self.agenda.roles())
        kept = [policy.retention_days for policy in policies if policy.retention_days]
        before = now + ERASED_WITHIN - timedelta(days=min(kept)) if kept else None
        return self.agenda.ended(before)

    def among(self, now: datetime, ended: Iterable[Course]) -> tuple[Course, ...]:
        """Those of them that are to be erased now."""
        held = {hold.screening for hold in self.holds.all()}
        return tuple(
            course
            for course in ended
            if course.screening not in held
            and erasable(now, course, self.ports.policies(course.role))
        )

    def erase(self, now: datetime, courses: Sequence[Course]) -> None:
        """Erase these in one transaction, but for those that are held by then."""
        mark = self.ports.mark
        changes = tuple(
            Erase(one.screening, now, unless_held=True, apart=mark(name_of(one.screening)))
            for one in courses
        )
        # The moment tells apart a second try at one that was held at the last moment.
        name = f"erase {courses[0].screening} {now.isoformat()}"
        unsaid.keep(self.ports.inbox, unsaid.message(name, now), changes)


def batches(courses: tuple[Course, ...]) -> Iterator[tuple[Course, ...]]:
    """The courses in portions of which each is erased in one transaction."""
    for start in range(0, len(courses), ERASED_AT_ONCE):
        yield courses[start : start + ERASED_AT_ONCE]
