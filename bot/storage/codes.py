"""Invitation codes in what was said: none is kept readable.

In the reply to the message that opened a screening, a mark stands for the code and is read as the
code again, so that the reply can be sent and shown again. Anywhere else, a code that somebody
wrote or was quoted is blotted out for good.
"""

import re
from collections.abc import Callable, Sequence

from sqlalchemy import Connection, select

from bot.ports import Change, Open
from bot.storage.screenings import hashed
from bot.storage.tables import screenings

TokenOf = Callable[[str], str]
"""A screening's invitation token; the same each time."""


def no_token(screening: str) -> str:
    """For a store that shows no links: no screening's token is known."""
    del screening
    return ""


BLOTTED = "(invitation code)"
_CODE = re.compile(r"(?<![\w-])[\w-]{40,60}(?![\w-])", re.ASCII)
_MARK = re.compile(r"‹invitation ([\w.:-]+)›", re.ASCII)


def hidden(connection: Connection, said: str, changes: Sequence[Change]) -> str:
    """The text as it is kept; `changes` are those of the turn it belongs to."""
    for change in changes:
        if isinstance(change, Open):
            said = said.replace(change.token, f"‹invitation {change.screening}›")
    return blotted(connection, said)


def blotted(connection: Connection, said: str) -> str:
    """The text without any code that opens a screening."""
    codes = {code for code in _CODE.findall(said) if _opens(connection, code)}
    for code in codes:
        said = said.replace(code, BLOTTED)
    return said


def shown(connection: Connection, kept: str, message: str, token_of: TokenOf) -> str:
    """A kept reply with its code; only the reply to the message that opened the screening has it.

    So that nobody gets a code by writing a mark and being quoted. A code that would not open the
    screening any more (it was made from another secret) is not shown.
    """

    def code(mark: re.Match[str]) -> str:
        mine = (screenings.c.id == mark[1]) & (screenings.c.opened_by == message)
        known = connection.execute(select(screenings.c.token_hash).where(mine)).scalar()
        token = token_of(mark[1]) if known else ""
        return token if known == hashed(token) else BLOTTED

    return _MARK.sub(code, kept)


def _opens(connection: Connection, code: str) -> bool:
    known = select(screenings.c.id).where(screenings.c.token_hash == hashed(code))
    return connection.execute(known).first() is not None
