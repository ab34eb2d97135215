"""What is said by the clock about one screening, as blocks: to its candidate, and to the team."""

from bot.core.clock.due import Course, closing
from bot.core.clock.policy import Policy
from bot.core.fit import cards
from bot.core.messages import Block, Choices, Text
from bot.core.screening import dialogue, waiting
from bot.core.wording import clock as words
from bot.core.wording import notice


def reminder(course: Course, role: str, policy: Policy, last: bool) -> tuple[Block, ...]:
    """A reminder for somebody who was silent, with the ways on, to quiet, and out."""
    begun = course.consented_at is not None
    until = policy.open_until(course.consented_at) if course.consented_at else None
    if not begun:
        until = policy.here(closing(course, policy) or course.expires_at).date()
    return (
        Text(words.reminder(role, begun, until)),
        Text(words.REMINDER_CONTINUE if begun else words.REMINDER_BEGIN),
        Text(words.REMINDER_LEAVE),
        *((Text(words.LAST_REMINDER),) if last else ()),
        *dialogue.reminder_choices(),
    )


def can_begin(role: str) -> tuple[Block, ...]:
    """What a candidate is told whose notice is over, with the ways on and out."""
    ways = Text(notice.CAN_BEGIN_WAYS)
    choices = Choices((dialogue.CONTINUE, waiting.ANOTHER_WAY, dialogue.WITHDRAW))
    return (Text(notice.can_begin(role)), ways, choices)


def closed(course: Course) -> tuple[Block, ...]:
    """What a candidate is told whose time is over."""
    begun = course.consented_at is not None
    said = words.CLOSED_STARTED if begun else words.CLOSED_UNSTARTED
    return (Text(said), *dialogue.ended_choices())


def closed_for_team(course: Course, role: str) -> tuple[Block, ...]:
    """What the team is told of it."""
    begun = course.consented_at is not None
    about = words.CLOSED_STARTED_TEAM if begun else words.CLOSED_UNSTARTED_TEAM
    return cards.note(course.pseudonym, role, about)


def delayed(course: Course, role: str, policy: Policy, reminded: bool) -> tuple[Block, ...]:
    """What a candidate is told whom the team lets wait, and whether a digest reminds the team."""
    sent = policy.here(course.ended_at or course.heard_at).date()
    if course.unarranged:
        return (Text(notice.asked_late(sent, reminded)), *dialogue.ended_choices())
    return (Text(words.delayed(role, sent, reminded)), *dialogue.ended_choices())
