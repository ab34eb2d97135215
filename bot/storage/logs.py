"""Reads a screening's log out of the database, whole or from some event on."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from bot.core.team.hand_over import Logged
from bot.storage.tables import events, screenings

_LINK = (events.c.number, events.c.kind, events.c.body, events.c.previous, events.c.hash)


@dataclass(frozen=True, slots=True)
class Log:
    """Events of a log in order, with its length and the hash of its last event; not checked."""

    length: int
    head: str
    links: tuple[Logged, ...]


def read_log(connection: Connection, screening: str, after: int = 0) -> Log | None:
    """The events behind the first `after` ones; None where there is no such screening.

    One statement reads log and head, so that a writer in between cannot make it look broken.
    """
    behind = (events.c.screening == screenings.c.id) & (events.c.number > after)
    query = (
        select(screenings.c.length, screenings.c.head, *_LINK)
        .outerjoin_from(screenings, events, behind)
        .where(screenings.c.id == screening)
        .order_by(events.c.number)
    )
    rows = connection.execute(query).all()
    if not rows:
        return None
    links = tuple(
        Logged(row.number, row.kind, row.body, row.previous, row.hash)
        for row in rows
        if row.number is not None
    )
    return Log(rows[0].length, rows[0].head, links)
