"""The logs of the screenings: opened, appended to, and read back with their hash chain checked."""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, exists, func, insert, select, update

from bot.core.errors import LostRace
from bot.core.screening.events import Consented, Event
from bot.core.screening.notice_events import AnotherWayAsked, NoticeGiven
from bot.core.screening.screening import Screening
from bot.core.team.hand_over import Logged
from bot.ports import Append, Entry, Open
from bot.storage import chain
from bot.storage.codec import clean, event_from_json, event_to_json, kind_of
from bot.storage.database import Database
from bot.storage.kinds import kind_named
from bot.storage.kits import keep_kit
from bot.storage.logs import read_log
from bot.storage.states import States
from bot.storage.tables import erasures, events, people, screenings

_TAKEN_UP = tuple(map(kind_named, (Consented, NoticeGiven, AnotherWayAsked)))
"""What was said or told in time, so that the invitation opens from then on."""


class StoredScreenings:
    """The logs."""

    def __init__(self, database: Database, states: States) -> None:
        self._database = database
        self._states = states

    def events(self, screening: str) -> tuple[Event, ...]:
        """The log in order; empty where there is none. Raises BrokenLog, Unreadable."""
        return tuple(event_from_json(link.body) for link in self.chain(screening))

    def chain(self, screening: str) -> tuple[Logged, ...]:
        """The log as it is kept; empty where there is no such screening. Raises BrokenLog.

        Raises BrokenLog, Unreadable.
        """
        with self._database.reading() as connection:
            log = read_log(connection, screening)
        if log is None:
            return ()
        chain.check(clean(screening), log.links, log.length, log.head)
        return tuple(log.links)

    def state(self, screening: str) -> Screening:
        """The screening as its log makes it; `number` is 0 where there is none.

        Raises BrokenLog, Unreadable; see `states` for which events are read and checked.
        """
        return self._states.of(screening)

    def entries(self, role: str = "", newest: int = 0) -> tuple[Entry, ...]:
        """The screenings of a role (of all roles with ""), oldest first.

        With `newest`, only that many of the newest.
        """
        query = select(screenings)
        if role:
            query = query.where(screenings.c.role == role)
        if newest:
            back = (screenings.c.opened_at.desc(), screenings.c.id.desc())
            return self._entries(query.order_by(*back).limit(newest))[::-1]
        return self._entries(query.order_by(screenings.c.opened_at, screenings.c.id))

    def named(self, names: Collection[str]) -> tuple[Entry, ...]:
        """The screenings with one of these ids, pseudonyms or codes (“7F3”), oldest first."""
        codes = {clean(name).strip() for name in names}
        forms = {form for code in codes for form in (code, f"Candidate {code}")}
        forms |= {f"Candidate {code.upper()}" for code in codes}
        ids = codes | {code.casefold() for code in codes}
        found = screenings.c.id.in_(ids) | screenings.c.pseudonym.in_(forms)
        query = select(screenings).where(found)
        return self._entries(query.order_by(screenings.c.opened_at, screenings.c.id))

    def count(self) -> int:
        """How many screenings there are."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(screenings)) or 0

    def _entries(self, query: Select[*tuple[Any, ...]]) -> tuple[Entry, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(
            Entry(row.id, row.role, row.pseudonym, row.trial, row.opened_at) for row in rows
        )

    def by_token(self, token: str, at: datetime) -> str | None:
        """The screening this invitation opens: taken up in time, it opens as long as it is kept."""
        begun = exists().where(events.c.screening == screenings.c.id, events.c.kind.in_(_TAKEN_UP))
        in_time = (screenings.c.expires_at > at) | begun
        valid = (screenings.c.token_hash == hashed(token)) & in_time
        with self._database.reading() as connection:
            return connection.execute(select(screenings.c.id).where(valid)).scalar()


class StoredPeople:
    """The candidates' names, apart from what they said."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def name(self, screening: str) -> str | None:
        """Who the candidate of this screening is; None where it was erased or never was."""
        query = select(people.c.name).where(people.c.screening == screening)
        with self._database.reading() as connection:
            return connection.execute(query).scalar()


def hashed(secret: str) -> str:
    """What is kept of a secret: its SHA-256, in hex digits."""
    return sha256(clean(secret).encode()).hexdigest()


def is_erased(connection: Connection, screening: str) -> bool:
    """Whether a screening was erased."""
    query = select(erasures.c.at).where(erasures.c.screening == screening)
    return connection.execute(query).first() is not None


def open_screening(connection: Connection, change: Open, message: str) -> None:
    """Open a screening; `message` is the one that asked for it."""
    if is_erased(connection, change.screening):
        raise LostRace(f"Screening {change.screening} was erased.")
    keep_kit(connection, change.kit)
    invited = change.invited
    values = {
        "id": change.screening,
        "role": invited.role,
        "pseudonym": invited.pseudonym,
        "trial": invited.trial,
        "opened_at": invited.at,
        "opened_by": message,
        "token_hash": hashed(change.token),
        "expires_at": change.expires_at,
        "length": 0,
        "head": chain.START,
    }
    connection.execute(insert(screenings).values(values))
    connection.execute(insert(people).values(screening=change.screening, name=change.candidate))
    append(connection, Append(change.screening, 0, (invited,)))


def lock(connection: Connection, screening: str) -> tuple[int, str] | None:
    """The log's length and head, locked until the transaction ends; None where there is no log."""
    query = select(screenings.c.length, screenings.c.head).where(screenings.c.id == screening)
    row = connection.execute(query.with_for_update()).one_or_none()
    return (row.length, row.head) if row else None


def append(connection: Connection, change: Append) -> None:
    """Add events to a log; raises LostRace unless it has exactly `after` events now."""
    log = lock(connection, change.screening)
    if log is None or log[0] != change.after:
        raise LostRace(f"The log of screening {change.screening} grew, or was erased.")
    head = log[1]
    for number, event in enumerate(change.events, change.after + 1):
        head = _keep(connection, change.screening, number, event, head)
    length = change.after + len(change.events)
    grown = update(screenings).where(screenings.c.id == change.screening)
    connection.execute(grown.values(length=length, head=head))


def _keep(connection: Connection, screening: str, number: int, event: Event, head: str) -> str:
    link = chain.linked(clean(screening), number, kind_of(event), event_to_json(event), head)
    values = {
        "screening": screening,
        "number": number,
        "kind": link.kind,
        "body": link.body,
        "at": event.at,
        "previous": link.previous,
        "hash": link.hash,
    }
    connection.execute(insert(events).values(values))
    return link.hash
