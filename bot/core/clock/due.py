"""What is due: pure, from the time, where a screening stands, and the policy."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.clock.policy import Policy


@dataclass(frozen=True, slots=True)
class Course:
    """A screening as the clock sees it: its times, and none of its words.

    `number` counts the log's events. `heard_at` is when the candidate last gave a sign of life,
    `reminders` how often they were reminded since they were invited. `reachable` tells whether
    their chat can be written to unasked; a web page cannot. `begins_at` is when the notice is over,
    None where none was given, and `another_way_at` when the candidate chose another way.
    """

    screening: str
    role: str
    pseudonym: str
    number: int
    invited_at: datetime
    expires_at: datetime
    heard_at: datetime
    trial: bool = False
    reachable: bool = False
    consented_at: datetime | None = None
    paused: bool = False
    person_asked: bool = False
    begins_at: datetime | None = None
    begin_told_at: datetime | None = None
    another_way_at: datetime | None = None
    arranged: bool = False
    reminders: int = 0
    reminded_at: datetime | None = None
    unreminded: bool = False
    finished: bool = False
    ended_at: datetime | None = None
    delay_told: bool = False
    on_hold_at: datetime | None = None
    decided_at: datetime | None = None

    @property
    def undecided(self) -> bool:
        """Whether it waits for the team's decision."""
        return self.finished and self.decided_at is None and not self.trial

    @property
    def unarranged(self) -> bool:
        """Whether it waits for the team to arrange another way."""
        return self.another_way_at is not None and not self.arranged and not self.trial

    def noticed(self, now: datetime) -> bool:
        """Whether it waits for its notice to be over."""
        begins = self.begins_at
        return self.consented_at is None and begins is not None and now < begins

    @property
    def waits_since(self) -> datetime | None:
        """Since when the candidate waits for the team: the end, or the last time it put it off."""
        if self.ended_at is None or self.on_hold_at is None:
            return self.ended_at
        return max(self.ended_at, self.on_hold_at)

    @property
    def last_at(self) -> datetime | None:
        """When it was over for everybody: its end, or the decision where that came later."""
        if self.ended_at is None or self.decided_at is None:
            return self.ended_at
        return max(self.ended_at, self.decided_at)


@dataclass(frozen=True, slots=True)
class Remind:
    """Remind the candidate, for the `number`-th time (from 1)."""

    number: int


@dataclass(frozen=True, slots=True)
class Expire:
    """Close the screening: it was not finished, or not begun, in time."""


@dataclass(frozen=True, slots=True)
class TellDelay:
    """Tell the candidate that the team takes longer than it should."""


@dataclass(frozen=True, slots=True)
class TellBegin:
    """Tell the candidate that the notice is over and the screening can begin."""


Due = Remind | Expire | TellDelay | TellBegin


def due(now: datetime, course: Course, policy: Policy) -> Due | None:
    """The one thing that is due in a screening now; None for nothing, as in quiet hours."""
    if policy.quiet(now):
        return None
    if course.ended_at is not None:
        return TellDelay() if _delayed(now, course, policy) else None
    closes = closing(course, policy)
    if closes is not None and closes <= now:
        return Expire()
    if course.noticed(now):
        return None
    if _begins(course):
        return TellBegin()
    return Remind(course.reminders + 1) if _silent(now, course, policy) else None


def closing(course: Course, policy: Policy) -> datetime | None:
    """When an open screening is closed: its invitation's end, or the end of its last day.

    Whoever was given notice can take the invitation up for as long as others, once it is over.
    """
    if course.consented_at is None:
        after = course.begins_at and course.begins_at + timedelta(days=policy.invitation_days)
        return max(course.expires_at, after or course.expires_at)
    return policy.closes_at(course.consented_at)


def answer_late(now: datetime, asked_at: datetime, policy: Policy) -> bool:
    """Whether the team has let a question wait too long."""
    return now >= policy.working_days_after(asked_at, policy.answer_within_days)


def decision_late(now: datetime, sent_at: datetime, policy: Policy) -> bool:
    """Whether the team has let a candidate wait too long for a decision."""
    return now >= policy.working_days_after(sent_at, policy.decide_within_days)


def erasable(now: datetime, course: Course, policy: Policy) -> bool:
    """Whether all that was told in a screening is to be erased by now."""
    ended = course.last_at
    at = policy.erased_at(ended) if ended else None
    return at is not None and at <= now


def _silent(now: datetime, course: Course, policy: Policy) -> bool:
    """Whether the candidate is to be reminded: once they were silent for long enough."""
    if not _may_be_reminded(course):
        return False
    times = (course.heard_at, course.reminded_at, course.begin_told_at)
    since = max(at for at in times if at)
    enough = course.reminders >= policy.reminders
    return not enough and now - since >= timedelta(days=policy.remind_after_days)


def _begins(course: Course) -> bool:
    """Whether the candidate is to be told that the notice is over, as they were promised.

    So is who asked for a person meanwhile, but nobody who wants no reminders.
    """
    waiting = course.consented_at is None and course.begins_at is not None
    promised = course.reachable and not course.trial and not course.unreminded
    return waiting and course.begin_told_at is None and promised


def _may_be_reminded(course: Course) -> bool:
    """Nobody is reminded who waits for a person, said no, or cannot be reached."""
    silent = course.unreminded or course.person_asked
    return course.reachable and not course.trial and not silent


def _delayed(now: datetime, course: Course, policy: Policy) -> bool:
    if not (course.undecided or course.unarranged) or course.delay_told or not course.reachable:
        return False
    return course.waits_since is not None and decision_late(now, course.waits_since, policy)
