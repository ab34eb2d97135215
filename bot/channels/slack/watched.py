"""Tells where the bot turns out to be, or not to be, while it posts to channels."""

from bot.channels.slack.config import CHANNELS, App
from bot.core.messages import Block
from bot.ports.delivery import Address, NotThere, Sender
from bot.ports.references import Presence, Reference

CHANNEL = CHANNELS[App.RECRUITER]
"""Only this app is in channels."""


def is_channel(name: str) -> bool:
    """Whether an id, such as C0123 or T0123/C0456, is a channel's, and of nobody's own chat."""
    return name.rpartition("/")[2][:1] in ("C", "G")


def reference(channel: str) -> Reference:
    """How a channel is reached: by its id, once the bot is in it."""
    return Reference(CHANNEL, channel, {"channel": channel})


class WatchedSender:
    """A sender whose successes and failures in channels are told to `presence`."""

    def __init__(self, sender: Sender, presence: Presence) -> None:
        self._sender = sender
        self._presence = presence

    def send(self, address: Address, key: str, blocks: tuple[Block, ...]) -> tuple[Address, ...]:
        """Send blocks. Raises TryAgain or Undeliverable."""
        place = address["channel"]
        # What one person alone is told goes to their own chat where the bot is not in the channel.
        watched = is_channel(place) and "user" not in address
        try:
            standing = tuple(self._sender.send(address, key, blocks))
        except NotThere:
            if watched:
                self._presence.gone(CHANNEL, place)
            raise
        if watched:
            self._presence.here(reference(place))
        return standing

    def replace(self, standing: Address, key: str, blocks: tuple[Block, ...]) -> None:
        """Put blocks in the place of a message. Raises TryAgain or Undeliverable."""
        self._sender.replace(standing, key, blocks)
