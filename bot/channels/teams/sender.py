"""The outgoing half of the Teams channel: blocks to an address, once each."""

import threading
from collections import OrderedDict

from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.render import activities
from bot.core.messages import Block
from bot.delivery import Address

REMEMBERED = 1000
"""Of how many sendings it is known how far they came."""


class TeamsSender:
    """Sends blocks to Teams.

    An address needs `conversation` only, so {"conversation": "19:…"} is a new post in a channel;
    `parse` gives the full address of a message. Teams knows no key for a message, so what is sent
    again after a failure goes on with the part that failed, as long as this process lives.
    """

    def __init__(self, config: TeamsConfig) -> None:
        from bot.channels.teams.edge import Edge

        self._edge = Edge(config)
        self._lock = threading.Lock()
        self._sent: OrderedDict[tuple[str, str], int] = OrderedDict()

    def send(self, address: Address, key: str, blocks: tuple[Block, ...]) -> None:
        """Send the blocks as one or more messages, in order. Raises TryAgain or Undeliverable."""
        parts = activities(blocks)
        sent = (address.get("conversation", ""), key)
        for number in range(self._sent.get(sent, 0), len(parts)):
            self._edge.post(address, parts[number])
            self._note(sent, number + 1)

    def _note(self, sent: tuple[str, str], parts: int) -> None:
        with self._lock:
            self._sent[sent] = parts
            self._sent.move_to_end(sent)
            if len(self._sent) > REMEMBERED:
                self._sent.popitem(last=False)
