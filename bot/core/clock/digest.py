"""The team's daily digest of a role: pure, from how things stand to blocks."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.answering.questions import Question
from bot.core.clock.due import Course, answer_late, decision_late
from bot.core.clock.policy import Policy
from bot.core.messages import Aside, Block, Heading, Items, Text
from bot.core.wording import clock as words
from bot.core.wording import notice
from bot.core.wording import questions as to_team

ERASED_WITHIN = timedelta(days=7)
"""How long before an erasure by policy the team reads of it."""


@dataclass(frozen=True, slots=True)
class Day:
    """What the digest of one role is made of; courses and questions are oldest first.

    `open` are the screenings that go on, `ended` those that are over, `held` the ids of those that
    are kept on purpose.
    """

    title: str
    open: tuple[Course, ...]
    ended: tuple[Course, ...]
    questions: tuple[Question, ...]
    held: frozenset[str] = frozenset()


def digest(now: datetime, day: Day, policy: Policy) -> tuple[Block, ...]:
    """The blocks; none where there is nothing to say. What waits longest stands first."""
    blocks = (
        *_to_decide(now, day, policy),
        *_to_arrange(now, day, policy),
        *_to_answer(now, day, policy),
        *_open(now, day, policy),
        *_erased_soon(now, day, policy),
    )
    if not blocks:
        return ()
    return (Heading(words.digest_title(day.title, policy.here(now).date())), *blocks)


def _to_decide(now: datetime, day: Day, policy: Policy) -> tuple[Block, ...]:
    waiting = sorted(
        (each.waits_since, each.pseudonym, each)
        for each in day.ended
        if each.undecided and each.waits_since
    )
    if not waiting:
        return ()
    told = tuple(_undecided(now, each, since, policy) for since, _, each in waiting)
    how = Aside(words.how_to_decide(waiting[0][1]))
    return (Text(words.TO_DECIDE), Items(told), how)


def _undecided(now: datetime, course: Course, since: datetime, policy: Policy) -> str:
    state = words.ON_HOLD if course.on_hold_at else words.FINISHED
    late = decision_late(now, since, policy)
    return words.to_decide(course.pseudonym, state, now - since, late, course.person_asked)


def _to_arrange(now: datetime, day: Day, policy: Policy) -> tuple[Block, ...]:
    waiting = [(each.another_way_at, each) for each in day.ended if each.unarranged]
    dated = sorted((at, each.pseudonym) for at, each in waiting if at)
    if not dated:
        return ()
    told = tuple(
        notice.to_arrange(pseudonym, now - at, decision_late(now, at, policy))
        for at, pseudonym in dated
    )
    how = Aside(notice.HOW_TO_ARRANGE.format(who=dated[0][1]))
    return (Text(notice.TO_ARRANGE), Items(told), how)


def _to_answer(now: datetime, day: Day, policy: Policy) -> tuple[Block, ...]:
    waiting = [one for one in day.questions if one.open and one.asks]
    if not waiting:
        return ()
    told = tuple(waiting_line(one, now, policy) for one in waiting)
    return (Text(words.TO_ANSWER), Items(told), Aside(to_team.how_to_answer(waiting[0].number)))


def waiting_line(question: Question, now: datetime, policy: Policy) -> str:
    """A question that waits: its number, who asked, since when, and whether that is too long."""
    late = answer_late(now, question.asked_at, policy)
    asks, since = question.asks, now - question.asked_at
    waits = to_team.waits(asks[0].who, len(asks), since, late) if asks else ""
    return f"{to_team.listed(question.number, question.text)} ({waits})"


def _open(now: datetime, day: Day, policy: Policy) -> tuple[Block, ...]:
    real = [each for each in day.open if not each.trial]
    if not real:
        return ()
    told = tuple(
        words.open_one(
            each.pseudonym,
            _state(now, each, policy),
            now - each.heard_at,
            each.person_asked,
            each.reachable,
        )
        for each in real
    )
    unreached = any(not each.reachable for each in real)
    return (Text(words.OPEN), Items(told), *((Aside(words.UNREACHED),) if unreached else ()))


def _state(now: datetime, course: Course, policy: Policy) -> str:
    if course.consented_at is None and course.begins_at:
        begins = policy.here(course.begins_at).date()
        waits = course.noticed(now)
        return notice.waiting_until(begins) if waits else notice.may_begin(begins)
    if course.consented_at is None:
        return words.INVITED
    return words.PAUSED if course.paused else words.ANSWERING


def _erased_soon(now: datetime, day: Day, policy: Policy) -> tuple[Block, ...]:
    dated = [
        (policy.erased_at(each.last_at), each)
        for each in day.ended
        if each.last_at and not each.trial and each.screening not in day.held
    ]
    soon = [(at, each) for at, each in dated if at and at <= now + ERASED_WITHIN]
    if not soon:
        return ()
    told = tuple(
        words.erased_soon(each.pseudonym, policy.here(max(at, now)).date()) for at, each in soon
    )
    keep = Aside(words.how_to_keep(soon[0][1].screening))
    return (Text(words.ERASED_SOON), Items(told), keep)
