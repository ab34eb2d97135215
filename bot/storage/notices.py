"""What another program is to be told of the screenings, and what it was told; none of the words."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, insert, select, update

from bot.core.screening.events import Decided, Expired, Finished, PutOnHold, Withdrawn
from bot.core.screening.notice_events import AnotherWayAsked
from bot.core.screening.team_events import DecisionUndone, Overridden
from bot.ports.delivery import Notice
from bot.storage.database import Database
from bot.storage.kinds import kind_named
from bot.storage.tables import erasures, events, notices, screenings

_TOLD = {
    kind_named(Finished): "finished",
    kind_named(Decided): "decided",
    kind_named(PutOnHold): "decided",
    kind_named(DecisionUndone): "decided",
    kind_named(Overridden): "changed",
    kind_named(Withdrawn): "withdrawn",
    kind_named(Expired): "expired",
    kind_named(AnotherWayAsked): "another_way",
}
"""What is told, by the kind of event."""
_ERASED = "erased"


class StoredNotices:
    """The notices. Trials are told to nobody; an erasure only where something was told before."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self) -> tuple[Notice, ...]:
        """What was not told yet, oldest first."""
        with self._database.reading() as connection:
            happened = connection.execute(_happened()).all()
            erased = connection.execute(_erased()).scalars().all()
        return (
            *(Notice(screening, _ERASED, 0) for screening in erased),
            *(Notice(row.screening, _TOLD[row.kind], row.number) for row in happened),
        )

    def begin(self, notice: Notice) -> None:
        """Note that it is being told; a second time does nothing."""
        known = select(notices.c.id).where(notices.c.id == notice.id)
        values = {"id": notice.id, "screening": notice.screening, "what": notice.what}
        with self._database.writing() as connection:
            if connection.execute(known).first() is None:
                connection.execute(insert(notices).values(values))

    def told(self, notice: Notice, at: datetime) -> None:
        """Note that it was told."""
        this = update(notices).where(notices.c.id == notice.id)
        with self._database.writing() as connection:
            connection.execute(this.values(told_at=at))


def _happened() -> Select[Any]:
    name = events.c.screening + "." + events.c.number.cast(notices.c.id.type)
    done = exists().where(notices.c.id == name, notices.c.told_at.is_not(None))
    return (
        select(events.c.screening, events.c.kind, events.c.number)
        .join(screenings)
        .where(events.c.kind.in_(_TOLD), screenings.c.trial.is_(False), ~done)
        .order_by(events.c.at, events.c.screening, events.c.number)
    )


def _erased() -> Select[Any]:
    """The erased screenings of which something was told, but not yet that they were erased."""
    begun = exists().where(notices.c.screening == erasures.c.screening)
    told = exists().where(
        notices.c.screening == erasures.c.screening,
        notices.c.what == _ERASED,
        notices.c.told_at.is_not(None),
    )
    return select(erasures.c.screening).where(begun, ~told).order_by(erasures.c.at)
