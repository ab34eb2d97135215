"""Does what is due by the clock: reads how things stand, lets the core say what is due, keeps it.

Each thing that is done is a message of its own with a name that says what and when, kept together
with its posts and its event in one transaction. So a thing is done once, however many programs look
at the clock, and whatever was due while none ran is done at the next look.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import assert_never

from bot.core.clock import unasked
from bot.core.clock.due import Course, Due, Expire, Remind, TellBegin, TellDelay, due
from bot.core.errors import LostRace, RolecallError
from bot.core.messages import Block, Post
from bot.core.screening.events import DelayTold, Event, Expired, Reminded
from bot.core.screening.notice_events import BeginTold
from bot.dialogues.by_the_clock import unsaid
from bot.dialogues.by_the_clock.daily import Courses, post_digest, reminds_team
from bot.dialogues.by_the_clock.retention import Retention, batches
from bot.ports import Agenda, Append, Change, DropWaiting, Holds, Ports

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said to the candidate, and to the team."""

    candidate: tuple[Block, ...]
    team: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """What the clock reads, and where it keeps what it did."""

    ports: Ports
    agenda: Agenda
    holds: Holds

    def tick(self, now: datetime) -> bool:
        """Do all that is due; whether anything was done.

        What fails is logged and done at a later tick; it holds up nothing else.
        """
        retention = Retention(self.ports, self.agenda, self.holds)
        courses = Courses(self.agenda.open(), retention.ended(now))
        done = [_tried(act) for act in self._acts(now, courses, retention)]
        return any(done)

    def _acts(
        self, now: datetime, courses: Courses, retention: Retention
    ) -> Iterator[Callable[[], bool]]:
        for course in (*courses.open, *courses.ended):
            yield partial(self._see_to, now, course)
        for role in self.ports.roles.all():
            yield partial(post_digest, self.ports, self.holds, now, role, courses)
        for some in batches(retention.among(now, courses.ended)):
            yield partial(_erase, retention, now, some)

    def _see_to(self, now: datetime, course: Course) -> bool:
        """Do what is due in one screening; whether anything was."""
        what = due(now, course, self.ports.policies(course.role))
        role = self.ports.roles.get(course.role) if what else None
        # Where a role was taken out nobody is written to on its behalf, but for the end.
        if what is None or (role is None and not isinstance(what, Expire)):
            return False
        message = unsaid.message(
            f"screening {course.screening} {course.number + 1}", now, course.screening
        )
        changes = self._changes(now, course, what)
        said = self._said(course, role.title if role else course.role, what)
        posts = () if course.trial else self._posts(message.id, now, course, said)
        unsaid.keep(self.ports.inbox, message, changes, posts)
        return True

    def _changes(self, now: datetime, course: Course, what: Due) -> tuple[Change, ...]:
        """The event; a résumé that waits for a yes goes with the end."""
        append = Append(course.screening, course.number, (_event(now, what),))
        reach = self.agenda.reach(course.screening) if isinstance(what, Expire) else None
        return (append, DropWaiting(reach.conversation)) if reach else (append,)

    def _posts(self, name: str, now: datetime, course: Course, said: _Said) -> tuple[Post, ...]:
        """To the candidate in the chat they wrote in last, where there is one; to the team."""
        reach = self.agenda.reach(course.screening)
        of = (course.role, course.screening, now)
        told = f"{name}:told"
        to_candidate = (
            (Post(told, *of, said.candidate, reach.conversation, reach.origin),) if reach else ()
        )
        return (*to_candidate, *((Post(f"{name}:team", *of, said.team),) if said.team else ()))

    def _said(self, course: Course, title: str, what: Due) -> _Said:
        policy = self.ports.policies(course.role)
        match what:
            case Remind(number):
                last = number >= policy.reminders
                return _Said(unasked.reminder(course, title, policy, last))
            case TellBegin():
                return _Said(unasked.can_begin(title))
            case Expire():
                return _Said(unasked.closed(course), unasked.closed_for_team(course, title))
            case TellDelay():
                reminded = reminds_team(self.ports, course.role)
                return _Said(unasked.delayed(course, title, policy, reminded))
            case _:
                assert_never(what)


def _erase(retention: Retention, now: datetime, some: tuple[Course, ...]) -> bool:
    retention.erase(now, some)
    return True


def _event(now: datetime, what: Due) -> Event:
    match what:
        case Remind(number):
            return Reminded(now, number)
        case TellBegin():
            return BeginTold(now)
        case Expire():
            return Expired(now)
        case TellDelay():
            return DelayTold(now)
        case _:
            assert_never(what)


def _tried(act: Callable[[], bool]) -> bool:
    try:
        return act()
    except LostRace:
        return False  # Another program did it, or the candidate wrote: the next tick looks again.
    except RolecallError as error:
        _log.error("something due by the clock was not done and is tried again: %s", error)
        return False
