"""The screenings as the clock sees them: the times of their events, and none of their words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, exists, func, select

from bot.core.clock.due import Course
from bot.core.screening.events import (
    Consented,
    Decided,
    DelayTold,
    Expired,
    Finished,
    Paused,
    PersonAsked,
    PutOnHold,
    Reminded,
    Resumed,
    Unreminded,
    Withdrawn,
)
from bot.core.screening.notice_events import (
    AnotherWayArranged,
    AnotherWayAsked,
    BeginTold,
    NoticeGiven,
    NoticeWaived,
)
from bot.core.screening.team_events import (
    CandidateTold,
    DecisionUndone,
    MoreAsked,
    NoteKept,
    Overridden,
    RatedBlind,
    Revealed,
)
from bot.ports import Reach
from bot.storage.codec import event_from_json
from bot.storage.database import Database
from bot.storage.kinds import kind_named
from bot.storage.origins import origin_from_json
from bot.storage.tables import conversations, events, screenings

_ENDS = tuple(map(kind_named, (Finished, Withdrawn, Expired, AnotherWayAsked)))
_BY_CLOCK = (Reminded, Expired, DelayTold, BeginTold)
_BY_TEAM = (
    Decided,
    PutOnHold,
    DecisionUndone,
    CandidateTold,
    MoreAsked,
    Overridden,
    RatedBlind,
    NoteKept,
    Revealed,
    AnotherWayArranged,
)
_NOT_HEARD = tuple(map(kind_named, (*_BY_CLOCK, *_BY_TEAM)))
"""What happens in a log without the candidate."""
_OVER = exists().where(events.c.screening == screenings.c.id, events.c.kind.in_(_ENDS))


def _has(event: type) -> ColumnElement[bool]:
    """Whether something happened in a screening."""
    kind = kind_named(event)
    return exists().where(events.c.screening == screenings.c.id, events.c.kind == kind)


def _is_decided() -> ColumnElement[bool]:
    """Whether a decision stands: one that was not taken back behind it."""
    later = events.alias("later")
    undone = exists().where(
        later.c.screening == events.c.screening,
        later.c.kind == kind_named(DecisionUndone),
        later.c.number > events.c.number,
    )
    decided = (events.c.screening == screenings.c.id) & (events.c.kind == kind_named(Decided))
    return exists().where(decided, ~undone)


def _over_before(moment: datetime) -> ColumnElement[bool]:
    ends = events.c.kind.in_(_ENDS) & (events.c.at <= moment)
    return exists().where(events.c.screening == screenings.c.id, ends)


@dataclass(frozen=True, slots=True)
class _Told:
    """How often events of one kind happened, and when last."""

    count: int
    last: datetime


_Times = Mapping[str, _Told]


class StoredAgenda:
    """The screenings. An erased one is in none of the lists."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self) -> tuple[Course, ...]:
        """Those that go on, oldest first."""
        return self._courses(~_OVER)

    def ended(self, before: datetime | None = None) -> tuple[Course, ...]:
        """Those that wait for a decision, and those that were over before a moment, oldest first.

        The others are left out because they pile up: nothing is due in them.
        """
        waiting = _has(Finished) & ~_is_decided()
        waiting |= _has(AnotherWayAsked) & ~_has(AnotherWayArranged)
        return self._courses(waiting if before is None else waiting | _over_before(before))

    def roles(self) -> frozenset[str]:
        """The roles that have screenings, also those that were taken out."""
        with self._database.reading() as connection:
            return frozenset(connection.execute(select(screenings.c.role).distinct()).scalars())

    def reach(self, screening: str) -> Reach | None:
        """Where its candidate wrote last; None where they never did."""
        row = next(iter(self._chats(conversations.c.screening == screening)), None)
        return Reach(row.id, origin_from_json(row.origin)) if row else None

    def _courses(self, which: ColumnElement[bool]) -> tuple[Course, ...]:
        listed = select(screenings).where(which)
        ids = select(screenings.c.id).where(which)
        last = func.max(events.c.at, type_=events.c.at.type).label("last")
        counted = (
            select(events.c.screening, events.c.kind, func.count().label("times"), last)
            .where(events.c.screening.in_(ids))
            .group_by(events.c.screening, events.c.kind)
        )
        ordered = listed.order_by(screenings.c.opened_at, screenings.c.id)
        with self._database.reading() as connection:
            rows = connection.execute(ordered).all()
            if not rows:
                return ()
            told = _by_screening(connection.execute(counted))
            noticed = any(kind_named(NoticeGiven) in kinds for kinds in told.values())
            begins = _begins(connection, ids) if noticed else {}
        # The newest chat of each screening comes first, and stays.
        chats = {
            row.screening: row for row in reversed(self._chats(conversations.c.screening.in_(ids)))
        }
        return tuple(
            replace(
                _course(row, told[row.id], chats.get(row.id)),
                begins_at=_last(told[row.id], NoticeWaived) or begins.get(row.id),
            )
            for row in rows
        )

    def _chats(self, which: ColumnElement[bool]) -> list[Row[Any]]:
        """The chats in which screenings are held, that in which was written last first."""
        known = conversations.c
        query = (
            select(known.id, known.screening, known.origin, known.heard_at)
            .where(which, known.heard_at.is_not(None))
            .order_by(known.heard_at.desc(), known.id)
        )
        with self._database.reading() as connection:
            return list(connection.execute(query))


def _begins(connection: Connection, ids: Select[Any]) -> dict[str, datetime]:
    """From when each screening that was given notice can begin, as its candidate was told."""
    given = (events.c.kind == kind_named(NoticeGiven)) & events.c.screening.in_(ids)
    rows = connection.execute(select(events.c.screening, events.c.body).where(given))
    notices = ((row.screening, event_from_json(row.body)) for row in rows)
    return {name: one.begins_at for name, one in notices if isinstance(one, NoticeGiven)}


def _by_screening(rows: Iterable[Row[Any]]) -> defaultdict[str, dict[str, _Told]]:
    told: defaultdict[str, dict[str, _Told]] = defaultdict(dict)
    for row in rows:
        told[row.screening][row.kind] = _Told(row.times, row.last)
    return told


def _course(row: Row[Any], told: _Times, chat: Row[Any] | None) -> Course:
    heard = [one.last for kind, one in told.items() if kind not in _NOT_HEARD]
    reminded = told.get(kind_named(Reminded))
    return Course(
        screening=row.id,
        role=row.role,
        pseudonym=row.pseudonym,
        number=row.length,
        invited_at=row.opened_at,
        expires_at=row.expires_at,
        heard_at=max((row.opened_at, *heard, *((chat.heard_at,) if chat else ()))),
        trial=row.trial,
        reachable=bool(chat and chat.origin),
        consented_at=_last(told, Consented),
        begin_told_at=_last(told, BeginTold),
        another_way_at=_last(told, AnotherWayAsked),
        arranged=_last(told, AnotherWayArranged) is not None,
        paused=_paused(told),
        person_asked=_last(told, PersonAsked) is not None,
        reminders=reminded.count if reminded else 0,
        reminded_at=reminded.last if reminded else None,
        unreminded=_last(told, Unreminded) is not None,
        finished=_last(told, Finished) is not None,
        ended_at=max((told[kind].last for kind in _ENDS if kind in told), default=None),
        delay_told=_last(told, DelayTold) is not None,
        on_hold_at=_standing(told, PutOnHold),
        decided_at=_standing(told, Decided),
    )


def _last(told: _Times, event: type) -> datetime | None:
    one = told.get(kind_named(event))
    return one.last if one else None


def _standing(told: _Times, decision: type) -> datetime | None:
    """When this was decided, unless it was taken back since."""
    at, undone = _last(told, decision), _last(told, DecisionUndone)
    return None if at is None or (undone is not None and undone >= at) else at


def _paused(told: _Times) -> bool:
    paused, resumed = _last(told, Paused), _last(told, Resumed)
    return paused is not None and (resumed is None or resumed < paused)
