"""A dialog's invoke, read: who asks for what, and what was filled in.

A dialog carries what its form is about, and a short hash of each field as it was opened, so that
only what somebody changed is said.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from bot.channels.teams.payload import part, string
from bot.channels.teams.references import CHANNEL
from bot.core.forms import Entered
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

    @property
    def typed(self) -> str:
        """The words of the button that opened the dialog."""
        return self._field("typed")

    @property
    def about(self) -> dict[str, str]:
        """What the form was about, as it was opened."""
        return {name: string(value) for name, value in part(self.fields, "about").items()}

    @property
    def was(self) -> dict[str, str]:
        """A hash of each field, as it was opened."""
        return {name: string(value) for name, value in part(self.fields, "was").items()}

    def entered(self, form: str) -> Entered:
        """What was filled in; each value is one line."""
        was = self.was
        values = {name: self._field(name) for name in was}
        touched = frozenset(name for name, value in values.items() if as_opened(value) != was[name])
        return Entered(form, self.about, values, touched)

    def saying(self, text: str, name: str, role: str = "") -> Incoming:
        """The message that says this; `name` tells it from others of the same form.

        What is said of a `role` is said beside the chat, which may be about another one.
        """
        form = _hashed(f"{self._field('opened')} {self.by.person}")
        chat = self.by.conversation
        said = replace(self.by, id=f"{chat}:dialog:{form}:{name}", text=text)
        origin = Origin(CHANNEL, tuple(sorted(self.address.items())))
        beside = f"{chat}:{role}" if role else chat
        return replace(said, conversation=beside, role=role or said.role, origin=origin)

    def _field(self, name: str) -> str:
        """A field in one line; "" where it is missing."""
        return " ".join(string(self.fields.get(name)).split())


def as_opened(value: str) -> str:
    """What tells a field's value from another one, however its lines are broken."""
    return _hashed(" ".join(value.split()))[:8]


def _hashed(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
