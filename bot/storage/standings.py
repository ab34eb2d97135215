"""Where what was sent stands on the platforms, so that it can be taken back when it is erased."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, text, update

from bot.ports.delivery import Redrawn, Standing, above
from bot.storage.database import Database
from bot.storage.tables import messages, posts, standings

_WRITTEN = ("id", "origin", "channel", "address")
_NOTE = text(
    "INSERT INTO standings (id, origin, channel, address)"
    " VALUES (:id, :origin, :channel, :address) ON CONFLICT DO NOTHING"
).bindparams(*(bindparam(name, type_=standings.c[name].type) for name in _WRITTEN))


def _row(each: Standing) -> dict[str, str]:
    address = json.dumps(dict(each.address), sort_keys=True)
    return {"id": each.id, "origin": each.origin, "channel": each.channel, "address": address}


def _standing(row: Row[Any]) -> Standing:
    return Standing(row.origin, row.channel, json.loads(row.address), row.revision)


class StoredStandings:
    """Places alone: channels and the platforms' message ids, none of the words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, noted: Sequence[Standing]) -> None:
        """Keep these; one that is kept already has no further effect."""
        if rows := [_row(each) for each in noted]:
            with self._database.noting() as connection:
                connection.execute(_NOTE, rows)

    def erased(self) -> tuple[Standing, ...]:
        """Those whose post or reply was erased since."""
        gone = (
            select(table.c.id).where(table.c.erased_at.is_not(None)) for table in (posts, messages)
        )
        query = select(standings).where(standings.c.origin.in_(next(gone).union(*gone)))
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(standings.c.id)).all()
        return tuple(map(_standing, rows))

    def outdated(self) -> tuple[Redrawn, ...]:
        """The places of posts that were redrawn since."""
        newer = (posts.c.revision > standings.c.revision) & posts.c.erased_at.is_(None)
        query = (
            select(standings, posts.c.revision.label("newest"))
            .join(posts, standings.c.origin == posts.c.id)
            .where(newer)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        # A platform's ids of messages in one channel grow with time.
        ordered = sorted(rows, key=lambda row: (row.origin, row.channel, row.address))
        firsts: set[tuple[str, str, str]] = set()
        told = []
        for row in ordered:
            standing = _standing(row)
            place = (standing.origin, standing.channel, standing.place)
            told.append(Redrawn(standing, row.newest, place not in firsts))
            firsts.add(place)
        return tuple(told)

    def note_revision(self, standing: Standing, revision: int) -> None:
        """Note which drawing of its post stands there now."""
        this = update(standings).where(standings.c.id == standing.id)
        with self._database.writing() as connection:
            connection.execute(this.values(revision=revision))

    def screening_above(self, conversation: str) -> str | None:
        """The screening whose card a chat is the thread of; None where it is under no card.

        "" where it was erased. A thread is named after the message that it stands under.
        """
        address = above(conversation)
        if address is None:
            return None
        channel, told = address[0], [json.dumps(one, sort_keys=True) for one in address[1]]
        here = (standings.c.channel == channel) & standings.c.address.in_(told)
        query = select(posts.c.screening).join(standings, standings.c.origin == posts.c.id)
        with self._database.reading() as connection:
            found = connection.execute(query.where(here)).scalars().all()
        return found[0] if found else None

    def forget(self, standing: Standing) -> None:
        """Delete this one; nothing happens where it is gone."""
        with self._database.writing() as connection:
            connection.execute(delete(standings).where(standings.c.id == standing.id))
