"""The outgoing half of the Teams channel: blocks to an address, once each."""

import threading
from collections import OrderedDict

from bot.channels.teams.card import Json
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.references import CHANNEL, base, is_channel
from bot.channels.teams.render import activities
from bot.core.messages import Block
from bot.ports.delivery import Address
from bot.ports.references import Presence, Reference, Unnoted

REMEMBERED = 1000
"""Of how many sendings it is known how far they came."""


class TeamsSender:
    """Sends blocks to Teams.

    An address needs `conversation` only, so {"conversation": "19:…"} is a new post in a channel;
    `parse` gives the full address of a message. How a place is reached is taken from what
    `presence` heard last, and it hears where the bot turns out to be or not to be. Teams knows no
    key for a message, so what is sent again after a failure goes on with the part that failed, as
    long as this process lives.
    """

    def __init__(self, config: TeamsConfig, presence: Presence | None = None) -> None:
        from bot.channels.teams.edge import Edge

        self._edge = Edge(config)
        self._presence = presence or Unnoted()
        self._lock = threading.Lock()
        self._sent: OrderedDict[tuple[str, str], tuple[str, ...]] = OrderedDict()

    def send(self, address: Address, key: str, blocks: tuple[Block, ...]) -> tuple[Address, ...]:
        """Send the blocks as one or more messages, in order. Raises TryAgain or Undeliverable.

        Each stands at the address without `reply_to`, as an `activity`.
        """
        parts = activities(blocks)
        name = (address.get("conversation", ""), key)
        sent = self._sent.get(name, ())
        for part in parts[len(sent) :]:
            sent = (*sent, self._post(address, part))
            self._note(name, sent)
        chat = {key: value for key, value in address.items() if key != "reply_to"}
        return tuple({**chat, "activity": number} for number in sent if number)

    def replace(self, standing: Address, key: str, blocks: tuple[Block, ...]) -> None:
        """Put the first message of these blocks in the place of one that was sent.

        Raises TryAgain or Undeliverable.
        """
        del key
        self._edge.replace(standing, activities(blocks)[0])

    def _post(self, address: Address, part: Json) -> str:
        from bot.channels.teams.edge import NotThere

        place = base(address.get("conversation", ""))
        known = self._presence.reach(CHANNEL, place)
        # Where a place is reached can change, so what was heard last counts.
        told = {**known.address, "conversation": address["conversation"]} if known else {}
        try:
            number = self._edge.post({**address, **told}, part)
        except NotThere:
            # A reply can fail because the message above it is gone, so it proves nothing.
            if address.get("conversation") == place and not address.get("reply_to"):
                self._presence.gone(CHANNEL, place)
            raise
        if known or is_channel(place):
            self._presence.here(known or Reference(CHANNEL, place, {"conversation": place}))
        return number

    def _note(self, name: tuple[str, str], sent: tuple[str, ...]) -> None:
        with self._lock:
            self._sent[name] = sent
            self._sent.move_to_end(name)
            if len(self._sent) > REMEMBERED:
                self._sent.popitem(last=False)
