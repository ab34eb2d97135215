"""The daily digest of a role: posted once a day to its hiring channel."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.clock.digest import Day, digest
from bot.core.clock.due import Course
from bot.core.messages import Post
from bot.core.roles import Role
from bot.dialogues.by_the_clock import unsaid
from bot.ports import Holds, Ports


@dataclass(frozen=True, slots=True)
class Courses:
    """The screenings of all roles, those that go on and those that are over; oldest first."""

    open: tuple[Course, ...]
    ended: tuple[Course, ...]

    def of(self, role: str) -> "Courses":
        """Those of one role."""
        return Courses(
            tuple(course for course in self.open if course.role == role),
            tuple(course for course in self.ended if course.role == role),
        )


def reminds_team(ports: Ports, role: str) -> bool:
    """Whether the team of a role is sent a digest: not where its posts are sent nowhere."""
    return ports.policies(role).digest_at is not None and ports.alerts(role)


def post_digest(ports: Ports, holds: Holds, now: datetime, role: Role, courses: Courses) -> bool:
    """Post the role's digest of the day where it is due; whether it was.

    One that says nothing is kept too, without a post, so that the day is done. A role without a
    channel that its posts are sent to has none: its page shows how things stand at any time.
    """
    policy = ports.policies(role.id)
    on = policy.digest_day(now)
    if on is None or not reminds_team(ports, role.id):
        return False
    message = unsaid.message(f"digest {role.id} {on}", now)
    if ports.inbox.reply_to(message.id) is not None:
        return False
    mine, held = courses.of(role.id), frozenset(hold.screening for hold in holds.all())
    day = Day(role.title, mine.open, mine.ended, ports.questions.of(role.id), held)
    blocks = digest(now, day, policy)
    posts = (Post(f"{message.id}:post", role.id, "", now, blocks),) if blocks else ()
    unsaid.keep(ports.inbox, message, posts=posts)
    return True
