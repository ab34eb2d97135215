"""Numbers that grow with every change to something: what is kept of it is stale if its has grown.

Kept in the database, so that a change in one program is seen by all with their next look.
"""

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.storage.tables import stamps

ROLES = "roles"
"""Grows with every brief, every role that is taken out, and every answer of the team."""
ROLE_TEAMS = "role teams"
"""Grows with every choice of who works on a role."""


ERASURES = "erasures"
"""Grows with everybody who is erased."""


def stamp(connection: Connection, what: str) -> int:
    """How often it changed. Read before what it is of: a change in between is then seen later."""
    return connection.scalar(select(stamps.c.number).where(stamps.c.what == what)) or 0


def held(connection: Connection, what: str) -> int:
    """The number, which nobody lets grow before this transaction ends."""
    this = select(stamps.c.number).where(stamps.c.what == what).with_for_update(read=True)
    known = connection.scalar(this)
    if known is not None:
        return int(known)
    try:
        with connection.begin_nested():
            connection.execute(insert(stamps).values(what=what, number=0))
    except IntegrityError:  # somebody else noted the first change in this moment
        return connection.scalar(this) or 0
    return 0


def grow(connection: Connection, what: str) -> None:
    """Note a change, in the transaction that makes it."""
    if _grown(connection, what):
        return
    try:
        with connection.begin_nested():
            connection.execute(insert(stamps).values(what=what, number=1))
    except IntegrityError:  # somebody else noted the first change in this moment
        _grown(connection, what)


def _grown(connection: Connection, what: str) -> bool:
    this = update(stamps).where(stamps.c.what == what)
    return connection.execute(this.values(number=stamps.c.number + 1)).rowcount > 0
