"""How a channel hands a message in, and how a reply or a post gets back out."""

from collections.abc import Mapping
from typing import Protocol

from bot.core.errors import RolecallError
from bot.core.messages import Block, Incoming, Reply

Address = Mapping[str, str]
"""Where a channel sends something: its own keys, plain strings, so that it can be stored."""


class Turns(Protocol):
    """Takes messages in, one chat at a time and in order, and sees to it that each is answered."""

    def take(self, incoming: Incoming) -> Reply:
        """Handle a message now and give its reply back; posts are delivered behind it."""
        ...

    def submit(self, channel: str, incoming: Incoming, address: Address) -> None:
        """Make a message durable and return at once; its reply is sent by the channel's sender.

        The same `incoming.id` submitted again has no further effect.
        """
        ...


class Sender(Protocol):
    """A channel's outgoing half."""

    def send(self, address: Address, key: str, blocks: tuple[Block, ...]) -> None:
        """Send blocks to an address.

        `key` is the same when the same thing is sent again. Raises TryAgain or Undeliverable.
        """
        ...


class TryAgain(RolecallError):
    """Sending failed for now; `after` is how many seconds the platform asks to wait (or 0)."""

    def __init__(self, why: str, after: float = 0) -> None:
        super().__init__(why)
        self.after = after


class Undeliverable(RolecallError):
    """Sending failed for good, such as a channel that is archived or a bot that was removed."""
