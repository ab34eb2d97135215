"""How the places are reached in which the bot can write first, and which of them it lost."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update

from bot.ports.references import Reference
from bot.storage.database import Database
from bot.storage.tables import whereabouts

_NOWHERE = "{}"
_HELD = whereabouts.c.lost_at.is_(None)


class StoredReferences:
    """Places and addresses alone, and no words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, channel: str, place: str) -> Reference | None:
        """How this place was reached last, also where it was lost; None where that is not known."""
        query = select(whereabouts).where(_at(channel, place))
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return _read(row) if row and row.address != _NOWHERE else None

    def chats(self, channel: str, people: Sequence[str]) -> tuple[Reference, ...]:
        """The own chats of these people, where the bot is in them."""
        theirs = (whereabouts.c.channel == channel) & whereabouts.c.person.in_(people)
        query = select(whereabouts).where(theirs, whereabouts.c.person != "", _HELD)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(whereabouts.c.place)).all()
        return tuple(_read(row) for row in rows)

    def absent(self) -> frozenset[tuple[str, str]]:
        """The channel and place of each that the bot cannot write in."""
        query = select(whereabouts.c.channel, whereabouts.c.place).where(~_HELD)
        with self._database.reading() as connection:
            return frozenset((row.channel, row.place) for row in connection.execute(query))

    def keep(self, reference: Reference, at: datetime) -> bool:
        """Note that the bot can write there, this way; True where it could not before."""
        here = _at(reference.channel, reference.place)
        with self._database.reading() as connection:
            row = connection.execute(select(whereabouts).where(here)).one_or_none()
        if row and row.lost_at is None and _read(row) == reference:
            return False
        values = {**_written(reference), "at": at, "lost_at": None}
        with self._database.writing() as connection:
            if row is None:
                connection.execute(insert(whereabouts).values(**values))
            else:
                connection.execute(update(whereabouts).where(here).values(**values))
        return row is not None and row.lost_at is not None

    def lose(self, channel: str, place: str, at: datetime) -> tuple[str, ...]:
        """Note that the bot can write there no more, nor in any part of it.

        The places that were not known to be lost, the named one among them.
        """
        among = (whereabouts.c.channel == channel) & (
            (whereabouts.c.place == place) | (whereabouts.c.part_of == place)
        )
        with self._database.writing() as connection:
            rows = connection.execute(select(whereabouts).where(among)).all()
            connection.execute(update(whereabouts).where(among, _HELD).values(lost_at=at))
            if place not in {row.place for row in rows}:
                values = {**_written(Reference(channel, place, {})), "at": at, "lost_at": at}
                connection.execute(insert(whereabouts).values(**values))
        lost = {row.place for row in rows if row.lost_at}
        return tuple(sorted({place, *(row.place for row in rows)} - lost))


def _at(channel: str, place: str) -> ColumnElement[bool]:
    return (whereabouts.c.channel == channel) & (whereabouts.c.place == place)


def _written(reference: Reference) -> dict[str, object]:
    return {
        "channel": reference.channel,
        "place": reference.place,
        "address": json.dumps(dict(reference.address), sort_keys=True),
        "part_of": reference.part_of,
        "person": reference.person,
    }


def _read(row: Row[Any]) -> Reference:
    return Reference(row.channel, row.place, json.loads(row.address), row.part_of, row.person)
