"""A dialog's invoke, read: who asks for what, and the messages that a filled form says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from bot.channels.teams.payload import string
from bot.channels.teams.references import CHANNEL
from bot.core.messages import Incoming, Origin
from bot.ports.delivery import Address


@dataclass(frozen=True, slots=True)
class Asked:
    """A dialog's invoke: who and where, what is filled in, and the token of what comes next."""

    by: Incoming
    address: Address
    fields: Mapping[str, object]

    @property
    def token(self) -> str:
        """Names the next form: the same for a second delivery of the same invoke."""
        return _hashed(self.by.id)

    def field(self, name: str) -> str:
        """A field in one line; "" where it is missing."""
        return " ".join(string(self.fields.get(name)).split())

    def saying(self, text: str, name: str) -> Incoming:
        """The message that says this; `name` tells it from others of the same form."""
        form = _hashed(f"{self.field('opened')} {self.by.person}")
        origin = Origin(CHANNEL, tuple(sorted(self.address.items())))
        identity = f"{self.by.conversation}:dialog:{form}:{name}"
        return replace(self.by, id=identity, text=text, origin=origin)


def _hashed(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
