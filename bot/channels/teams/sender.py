"""The outgoing half of the Teams channel: blocks to an address, once each."""

import threading
from collections import OrderedDict
from typing import Protocol

import structlog

from bot.channels.teams.access import Access
from bot.channels.teams.card import Json
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.connector import Connector
from bot.channels.teams.members import Members
from bot.channels.teams.references import CHANNEL, base, is_channel
from bot.channels.teams.render import activities, is_fit_card
from bot.channels.teams.suggesting import SUGGESTS, with_suggestions
from bot.core.errors import RolecallError
from bot.core.messages import Block, Choice
from bot.core.roles import Audience
from bot.ports.delivery import Address, NotThere
from bot.ports.references import Presence, Reference, Unnoted

REMEMBERED = 1000
"""Of how many sendings it is known how far they came."""


_log = structlog.get_logger(__name__)


class Desk(Protocol):
    """What is suggested to somebody who has said nothing yet."""

    def steps(self, audience: Audience, conversation: str) -> tuple[Choice, ...]:
        """What they may want to say first in this chat."""
        ...


class TeamsSender:
    """Sends blocks to Teams.

    An address needs `conversation` only, so {"conversation": "19:…"} is a new post in a channel;
    `parse` gives the full address of a message. How a place is reached is taken from what
    `presence` heard last, and it hears where the bot turns out to be or not to be. Teams knows no
    key for a message, so what is sent again after a failure goes on with the part that failed, as
    long as this process lives.
    """

    def __init__(
        self, config: TeamsConfig, presence: Presence | None = None, desk: Desk | None = None
    ) -> None:
        access = Access(config)
        self._connector = Connector(config, access)
        self._members = Members(access)
        self._service_url = config.service_url
        self._desk = desk
        self._presence = presence or Unnoted()
        self._lock = threading.Lock()
        self._sent: OrderedDict[tuple[str, str], tuple[str, ...]] = OrderedDict()

    def send(self, address: Address, key: str, blocks: tuple[Block, ...]) -> tuple[Address, ...]:
        """Send the blocks as one or more messages, in order. Raises TryAgain or Undeliverable.

        Each stands at the address without `reply_to`, as an `activity`.
        """
        parts = activities(blocks, self._lookers(address, blocks))
        parts = with_suggestions(parts, self._suggested(address))
        name = (address.get("conversation", ""), key)
        sent = self._sent.get(name, ())
        for part in parts[len(sent) :]:
            sent = (*sent, self._post(address, part))
            self._note(name, sent)
        chat = {key: value for key, value in address.items() if key not in ("reply_to", SUGGESTS)}
        return tuple({**chat, "activity": number} for number in sent if number)

    def replace(self, standing: Address, key: str, blocks: tuple[Block, ...]) -> None:
        """Put the first message of these blocks in the place of one that was sent.

        Raises TryAgain or Undeliverable.
        """
        del key
        drawn = activities(blocks, self._lookers(standing, blocks))
        self._connector.replace({**standing, **self._reached(standing)}, drawn[0])

    def _lookers(self, address: Address, blocks: tuple[Block, ...]) -> tuple[str, ...]:
        """Who is shown a view of their own: everybody in the channel that a fit card is posted to.

        A card in somebody's own chat, or under another one, is as they asked for it.
        """
        place = address.get("conversation", "")
        posted = base(place) == place and is_channel(place) and not address.get("reply_to")
        if not posted or not is_fit_card(blocks):
            return ()
        reached = {**address, **self._reached(address)}
        return self._members.of(place, reached.get("service_url") or self._service_url)

    def _suggested(self, address: Address) -> tuple[Choice, ...]:
        """What whoever has just come may want to say first."""
        audience = address.get(SUGGESTS)
        if audience is None or self._desk is None:
            return ()
        try:
            return self._desk.steps(Audience(audience), f"{CHANNEL}:{address['conversation']}")
        except (RolecallError, ValueError) as error:
            _log.warning("teams_nothing_suggested", why=type(error).__name__)
            return ()

    def _reached(self, address: Address) -> Address:
        """How the place of an address is reached, as it was heard last: that can change."""
        conversation = address.get("conversation", "")
        known = self._presence.reach(CHANNEL, base(conversation))
        return {**known.address, "conversation": conversation} if known else {}

    def _post(self, address: Address, part: Json) -> str:
        place = base(address.get("conversation", ""))
        known = self._presence.reach(CHANNEL, place)
        try:
            number = self._connector.post({**address, **self._reached(address)}, part)
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
