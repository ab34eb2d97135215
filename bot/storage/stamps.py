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
    if known is None:
        _first(connection, what, 0)
        known = connection.scalar(this)
    return known or 0


def grow(connection: Connection, what: str) -> None:
    """Note a change, in the transaction that makes it."""
    if not _grown(connection, what) and not _first(connection, what, 1):
        _grown(connection, what)


def _first(connection: Connection, what: str, number: int) -> bool:
    """Note the first number; False where somebody else did in this moment."""
    try:
        with connection.begin_nested():
            connection.execute(insert(stamps).values(what=what, number=number))
    except IntegrityError:
        return False
    return True


def _grown(connection: Connection, what: str) -> bool:
    this = update(stamps).where(stamps.c.what == what)
    return connection.execute(this.values(number=stamps.c.number + 1)).rowcount > 0
