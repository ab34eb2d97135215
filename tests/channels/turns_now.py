"""Turns that answer at once, for the channels that send their replies."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bot.core.messages import Incoming, Origin, Reply, Text
from bot.ports.delivery import Address, Sender


@dataclass
class TurnsNow:
    """Takes messages of one channel, each message id a single time.

    A post goes back to the chat it is for, and to the `hiring` channel where it is for none.
    """

    channel: str
    sender: Sender
    hiring: Address
    handler: Callable[[Incoming], Reply]
    heard: list[Incoming] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)

    def take(self, incoming: Incoming) -> Reply:
        self.heard.append(incoming)
        return self.handler(incoming)

    def submit(self, channel: str, incoming: Incoming, address: Address) -> None:
        assert channel == self.channel
        assert all(isinstance(value, str) for value in address.values())
        if incoming.id in {known.id for known in self.heard}:
            return
        self.addresses.append(address)
        origin = Origin(channel, tuple(address.items()))
        reply = self.take(replace(incoming, origin=origin))
        self.sender.send(address, incoming.id, reply.blocks)
        for post in reply.posts:
            if post.origin and post.origin.channel != channel:
                continue  # it goes to another platform
            to = dict(post.origin.address) if post.origin else self.hiring
            self.sender.send(to, post.id, post.blocks)


def echo(incoming: Incoming) -> Reply:
    """Says who was heard, as what, saying what."""
    return Reply((Text(f"{incoming.audience}: {incoming.text}"),))
