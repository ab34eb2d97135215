"""What Slack's events tell of the channels that the bot can write in. Pure."""

from enum import StrEnum

from bot.channels.slack.payload import Payload, first, inside, string
from bot.channels.slack.watched import is_channel

_JOINED = "member_joined_channel"
_BACK = ("channel_unarchive", "group_unarchive")
_LOST = (
    "channel_left",
    "channel_archive",
    "channel_deleted",
    "group_left",
    "group_archive",
    "group_deleted",
)
EVENTS = (_JOINED, *_BACK, *_LOST)
"""The events that this reads; `channels:read` and `groups:read` are enough for them."""


class Change(StrEnum):
    """Whether the bot can write in a channel from now on."""

    HERE = "here"
    GONE = "gone"


def changed(body: Payload) -> tuple[Change, str] | None:
    """What became of which channel, by Slack's id; None where nothing did."""
    event = inside(body, "event")
    kind, channel = string(event, "type"), string(event, "channel")
    if not is_channel(channel):
        return None
    if kind in _LOST:
        return Change.GONE, channel
    own = string(first(body, "authorizations"), "user_id")
    if kind in _BACK or (kind == _JOINED and own and string(event, "user") == own):
        return Change.HERE, channel
    return None
