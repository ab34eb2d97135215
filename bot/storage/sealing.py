"""Seals what must not be read by whoever has a copy of the database alone."""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

KeyOf = Callable[[str], bytes]
"""32 bytes for a purpose, made from a secret that is not in the database."""


def no_key(purpose: str) -> bytes:
    """Where nothing is sealed, no key is needed."""
    raise RuntimeError(f"the store was opened without keys, and one is needed for {purpose}")


class Seal:
    """Encrypts and authenticates texts (Fernet: AES-128 in CBC mode, HMAC-SHA-256).

    The key is asked for on first use.
    """

    def __init__(self, key_of: KeyOf, purpose: str) -> None:
        self._key_of = key_of
        self._purpose = purpose

    def sealed(self, text: str) -> str:
        """The text, unreadable without the key; another time it looks different."""
        return self._cipher().encrypt(text.encode()).decode()

    def opened(self, sealed: str) -> str | None:
        """The text; None where it was sealed with another key, or altered."""
        from cryptography.fernet import InvalidToken

        try:
            return self._cipher().decrypt(sealed.encode()).decode()
        except InvalidToken:
            return None

    def _cipher(self) -> "Fernet":
        from cryptography.fernet import Fernet

        return Fernet(urlsafe_b64encode(self._key_of(self._purpose)))
