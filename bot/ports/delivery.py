"""How a channel hands a message in, and how a reply or a post gets back out."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from bot.core.errors import RolecallError
from bot.core.messages import Block, Incoming, Reply

Address = Mapping[str, str]
"""Where a channel sends something: its own keys, plain strings, so that it can be stored."""

PLACES: Address = {"slack": "channel", "teams": "conversation"}
"""For each channel that sends, the key of its addresses that says where."""

OPENED_BY_ID = frozenset({"slack"})
"""The channels where a person's id is also the place of their own chat, before they ever wrote."""

_THREADS = {
    "slack": (
        re.compile(r"slack:(?P<within>[^:]*):(?P<place>[^:]+):(?P<message>\d+\.\d+)"),
        "channel",
        "ts",
    ),
    "teams": (
        re.compile(r"teams:(?P<place>.+);messageid=(?P<message>\w+)"),
        "conversation",
        "activity",
    ),
}
"""How each channel names the chat in a thread, and what an address calls the parts of the name."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one message that was sent stands: `address` is what the channel's `replace` needs.

    `origin` is the post it is a part of, or the message it replies to.
    """

    origin: str
    channel: str
    address: Address
    revision: int = 0
    """Which drawing of the post stands there, from 0."""

    @property
    def id(self) -> str:
        """Its name: 64 hex digits, the same for the same place and origin."""
        told = [self.origin, self.channel, dict(self.address)]
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    @property
    def place(self) -> str:
        """The chat or channel it stands in."""
        return self.address.get("channel", "") or self.address.get("conversation", "")


@dataclass(frozen=True, slots=True)
class Notice:
    """Something another program is told of a screening: `what`, by the log's event `number`.

    An erasure is no event of a log: its number is 0.
    """

    screening: str
    what: str
    number: int

    @property
    def id(self) -> str:
        """Its name, the same whenever it is told again."""
        return f"{self.screening}.{self.number}" if self.number else f"{self.screening}.erased"


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A place of a post that was redrawn since, and the newest drawing's revision.

    `first` is false for the further messages of a post that once needed several.
    """

    standing: Standing
    revision: int
    first: bool = True


def above(conversation: str) -> tuple[str, tuple[dict[str, str], ...]] | None:
    """The channel and the address of the message a chat is the thread of; None where it is none.

    The address is as a sender gives it for what it posted to a channel: with the workspace in it
    where there are several, so it can be one of two.
    """
    for channel, (form, place, message) in _THREADS.items():
        found = form.fullmatch(conversation)
        if found:
            told = found.groupdict()
            within = [f"{told['within']}/{told['place']}"] if "within" in told else []
            there = (told["place"], *within)
            return channel, tuple({place: one, message: told["message"]} for one in there)
    return None


def place_of(conversation: str) -> str:
    """Where a chat is held, as in `slack:C0123` or `teams:19:…`; "" where that is unknown."""
    channel, _, rest = conversation.partition(":")
    if channel not in PLACES or not rest:
        return ""
    if channel == "slack":
        team, _, chat = rest.partition(":")
        return f"slack:{chat.partition(':')[0]}" if team else ""
    return f"{channel}:{rest.partition(';')[0]}"


def place_name(address: Address) -> str:
    """What names one message at an address, as a sender gives it for what it has sent."""
    told = (address.get(key, "") for key in ("conversation", "activity", "channel", "ts"))
    return " ".join(part for part in told if part)


class Turns(Protocol):
    """Takes messages in, one chat at a time and in order, and sees to it that each is answered."""

    def take(self, incoming: Incoming) -> Reply:
        """Handle a message now and give its reply back; posts are delivered behind it.

        Raises NotRunning.
        """
        ...

    def submit(self, channel: str, incoming: Incoming, address: Address) -> None:
        """Make a message durable and return at once; its reply is sent by the channel's sender.

        The same `incoming.id` submitted again has no further effect. Raises NotRunning.
        """
        ...


class Sender(Protocol):
    """A channel's outgoing half."""

    def send(self, address: Address, key: str, blocks: tuple[Block, ...]) -> Sequence[Address]:
        """Send blocks to an address; gives where each message of it stands, as `replace` needs it.

        `key` is the same when the same thing is sent again. A message that cannot be replaced, or
        whose place the platform did not tell, has no part in what is given. Raises TryAgain or
        Undeliverable.
        """
        ...

    def replace(self, standing: Address, key: str, blocks: tuple[Block, ...]) -> None:
        """Put a few blocks in the place of a message; nothing happens where it is gone.

        Raises TryAgain or Undeliverable.
        """
        ...


class Hook(Protocol):
    """Another program that is told what happened."""

    def tell(self, notice: str, body: bytes) -> None:
        """Hand a body over under a notice's id. Raises TryAgain or Undeliverable."""
        ...


class NotRunning(RolecallError):
    """A message came before the turns were started, or while they stop. It was not taken."""

    remedy = "Please send it again in a moment."

    def __init__(self) -> None:
        super().__init__("The bot is just starting or stopping.")


class TryAgain(RolecallError):
    """Sending failed for now; `after` is how many seconds the platform asks to wait (or 0)."""

    def __init__(self, why: str, after: float = 0) -> None:
        super().__init__(why)
        self.after = after


class Undeliverable(RolecallError):
    """Sending failed for good, such as a channel that is archived or a bot that was removed."""


class NotThere(Undeliverable):
    """The bot cannot write in this chat or channel: it was taken out, or it is archived or gone."""
