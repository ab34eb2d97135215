"""Invitation tokens, made from this program's own secret, so that none of them has to be kept.

A token is a keyed hash of its screening's id: the same each time, so that a reply with a link in it
can be sent or shown again, and not to be guessed by anybody who has the database alone.
"""

from base64 import urlsafe_b64encode
from dataclasses import dataclass

from bot.keys.program_secret import ProgramSecret


@dataclass(frozen=True, slots=True)
class Invitations:
    """Makes tokens.

    With another secret, invitations that were sent still open their screening; only what was said
    about them is no longer shown with its link.
    """

    secret: ProgramSecret

    def token(self, screening: str) -> str:
        """A screening's token: 256 bits in 43 letters; raises NoSecret."""
        made = self.secret.key(f"invitation {screening}")
        return urlsafe_b64encode(made).rstrip(b"=").decode()
