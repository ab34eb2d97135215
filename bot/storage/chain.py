"""The hash chain of a screening's log: each event carries the hash of the one before it. Pure."""

import json
from collections.abc import Iterable
from hashlib import sha256

from bot.core.errors import BrokenLog
from bot.core.team.hand_over import Logged

START = "0" * 64
"""What stands in the place of the hash before the first event."""


def linked(screening: str, number: int, kind: str, body: str, previous: str) -> Logged:
    """The event as it is kept after the one whose hash is `previous`."""
    return Logged(number, kind, body, previous, _hash(screening, number, kind, body, previous))


def check(
    screening: str,
    links: Iterable[Logged],
    count: int,
    head: str,
    after: tuple[int, str] = (0, START),
) -> None:
    """Check that the links are all events behind `after`, `count` with those, and end in `head`.

    `after` is the number and the hash of an event that was checked before. Raises BrokenLog with
    the number of the first event that was altered, removed or added.
    """
    known, previous = after
    number = known
    for number, link in enumerate(links, known + 1):
        expected = linked(screening, number, link.kind, link.body, previous)
        if link != expected or number > count:
            raise BrokenLog(screening, number)
        previous = link.hash
    if number != count:
        raise BrokenLog(screening, number + 1)
    if previous != head:
        raise BrokenLog(screening, number)


def _hash(screening: str, number: int, kind: str, body: str, previous: str) -> str:
    # As a JSON list, so that no two different events can be written as the same text.
    written = json.dumps([previous, screening, number, kind, body], ensure_ascii=False)
    return sha256(written.encode()).hexdigest()
