"""What happens by the clock, and when: one policy for all roles, and what a role has of its own.

Hours and days are those of the policy's time zone, as people there read them off the wall, also on
the days on which the clocks are put forward or back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one time of day to another, also past midnight; equal times are no quiet at all."""

    start: time
    end: time

    def hold(self, at: time) -> bool:
        """Whether this time of day lies in them; the end does not."""
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


@dataclass(frozen=True, slots=True)
class Policy:
    """When people are written to, how long things stay open, and how long data is kept.

    Days are whole numbers. `remind_after_days` is how long a candidate has been silent, or was
    reminded last; `reminders` is how many one screening gets at most. `digest_at` is None where no
    digest is sent. `answer_within_days` and `decide_within_days` are what the team has for a
    question and for a decision before it is called late. With `blind_first`, reviewers find levels
    of their own before they see the bot's. With 0, `finish_days` closes nothing and
    `retention_days` erases nothing. `working_days` are days of the week from 0, a Monday, at least
    one of them: on others nobody is written to, and the team's days do not count. Nor do
    `days_off`, such as public holidays. `notice_days` working days lie between the notice and the
    first question, 0 for none; with `notice_waiver` candidates may give up what is left of them.
    """

    time_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    quiet_hours: QuietHours = QuietHours(time(20), time(8))
    digest_at: time | None = time(9)
    remind_after_days: int = 2
    reminders: int = 2
    answer_within_days: int = 2
    decide_within_days: int = 5
    invitation_days: int = 14
    finish_days: int = 30
    retention_days: int = 190
    working_days: frozenset[int] = frozenset(range(7))
    days_off: frozenset[date] = frozenset()
    notice_days: int = 0
    notice_waiver: bool = False
    blind_first: bool = False

    def here(self, at: datetime) -> datetime:
        """A moment as it is read off the wall in the policy's time zone."""
        return at.astimezone(self.time_zone)

    def quiet(self, now: datetime) -> bool:
        """Whether nobody is written to now."""
        here = self.here(now)
        return not self._works(here.date()) or self.quiet_hours.hold(here.time())

    def working_days_after(self, at: datetime, days: int) -> datetime:
        """The moment so many working days later; one that is on a day off moves to the next."""
        later = at
        for _ in range(days):
            later = self._working(later + timedelta(days=1))
        return later

    def _working(self, at: datetime) -> datetime:
        while not self._works(self.here(at).date()):
            at += timedelta(days=1)
        return at

    def _works(self, day: date) -> bool:
        return day.weekday() in self.working_days and day not in self.days_off

    def notice_over(self, given_at: datetime) -> date:
        """The first day on which a screening whose notice was given then can begin.

        The day of the notice does not count: `notice_days` whole working days come behind it, and
        the screening can begin on the day after the last of them, whatever day that is.
        """
        day = self.here(given_at).date()
        if not self.notice_days:
            return day
        left = self.notice_days
        while left:
            day += timedelta(days=1)
            left -= self._works(day)
        return day + timedelta(days=1)

    def start_of(self, day: date) -> datetime:
        """The midnight with which a day begins, in UTC."""
        return datetime.combine(day, time(), self.time_zone).astimezone(UTC)

    def digest_day(self, now: datetime) -> date | None:
        """The day whose digest may go out now; None before its time and in quiet hours."""
        here = self.here(now)
        if self.digest_at is None or here.time() < self.digest_at or self.quiet(now):
            return None
        return here.date()

    def open_until(self, consented_at: datetime) -> date | None:
        """The last day on which a screening can be finished; None where there is none."""
        if not self.finish_days:
            return None
        return self.here(consented_at).date() + timedelta(days=self.finish_days)

    def closes_at(self, consented_at: datetime) -> datetime | None:
        """The end of that day, in UTC."""
        last = self.open_until(consented_at)
        if last is None:
            return None
        return self.start_of(last + timedelta(days=1))

    def erased_at(self, ended_at: datetime) -> datetime | None:
        """When what was told in a screening that ended then is erased; None for never."""
        return ended_at + timedelta(days=self.retention_days) if self.retention_days else None


USUAL = Policy()
"""What holds where nobody chose otherwise."""


def usual(_: str) -> Policy:
    """What holds for every role where nobody chose otherwise."""
    return USUAL


@dataclass(frozen=True, slots=True)
class Policies:
    """The policy of every role: the general one, and those that roles have of their own."""

    general: Policy = USUAL
    own: Mapping[str, Policy] = field(default_factory=dict)

    def of(self, role: str) -> Policy:
        """The role's policy."""
        return self.own.get(role, self.general)
