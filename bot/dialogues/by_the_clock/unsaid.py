"""Keeps what is done by the clock, as a message that nobody said."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.messages import CLOCK, Incoming, Post, Reply
from bot.core.roles import Audience
from bot.ports import Change, Inbox

_NOBODY = "clock"
"""The person and the chat of such a message."""


def keep(
    inbox: Inbox,
    about: Incoming,
    changes: Sequence[Change] = (),
    posts: tuple[Post, ...] = (),
) -> None:
    """Keep changes and posts in one transaction; raises LostRace where they were kept before."""
    inbox.commit(about, Reply((), posts), changes)


def message(name: str, now: datetime, screening: str = "") -> Incoming:
    """The message nobody said: the same name is the same message, so it has one effect."""
    return Incoming(f"{CLOCK}{name}", _NOBODY, _NOBODY, Audience.TEAM, "", now, screening=screening)
