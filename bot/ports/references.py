"""Where the bot can write first on a platform: how each place is reached, and who hears of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.ports.delivery import Address


@dataclass(frozen=True, slots=True)
class Reference:
    """How a place of a channel is written to without a message to reply to.

    `place` is what `PLACES` names of the address. `part_of` is what it belongs to (a team of
    Microsoft Teams has many channels), `person` whose own chat it is; "" where that is nothing.
    """

    channel: str
    place: str
    address: Address
    part_of: str = ""
    person: str = ""


class References(Protocol):
    """The places the bot was added to, and those it was taken out of."""

    def get(self, channel: str, place: str) -> Reference | None:
        """How this place was reached last, also where it was lost; None where that is not known."""
        ...

    def chats(self, channel: str, people: Sequence[str]) -> tuple[Reference, ...]:
        """The own chats of these people, where the bot is in them."""
        ...

    def absent(self) -> frozenset[tuple[str, str]]:
        """The channel and place of each that the bot cannot write in."""
        ...

    def keep(self, reference: Reference, at: datetime) -> bool:
        """Note that the bot can write there, this way; True where it could not before."""
        ...

    def lose(self, channel: str, place: str, at: datetime) -> tuple[str, ...]:
        """Note that the bot can write there no more, nor in any part of it.

        The places that were not known to be lost, the named one among them.
        """
        ...


class Presence(Protocol):
    """Hears from a channel where the bot is. It never fails: what it cannot keep it logs."""

    def reach(self, channel: str, place: str) -> Reference | None:
        """How a place is reached, as it was heard last; None where that is not known."""
        ...

    def here(self, reference: Reference) -> None:
        """The bot can write there."""
        ...

    def gone(self, channel: str, place: str) -> None:
        """The bot can write there no more."""
        ...


class Unnoted:
    """A presence that keeps nothing, for a channel that stands alone."""

    def reach(self, channel: str, place: str) -> Reference | None:
        """Nothing is known."""
        del channel, place
        return None

    def here(self, reference: Reference) -> None:
        """Nothing is kept."""

    def gone(self, channel: str, place: str) -> None:
        """Nothing is kept."""
