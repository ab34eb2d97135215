"""Invitation tokens, made from this program's own secret, so that none of them has to be kept.

A token is a keyed hash of its screening's id: the same each time, so that a reply with a link in it
can be sent or shown again, and not to be guessed by anybody who has the database alone.
"""

import hmac
import os
import secrets
from base64 import urlsafe_b64encode
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from bot.core.errors import RolecallError


class NoSecret(RolecallError):
    """The program's secret can be neither read nor made."""

    def __init__(self, file: Path, why: str) -> None:
        super().__init__(
            f"The secret that invitations are made from is not at hand: {file}, {why}."
        )
        self.file = file
        self.remedy = "Let this program's user read and write it, or set ROLECALL_SECRET."


@dataclass(frozen=True)
class Invitations:
    """Makes tokens. The secret is `given`, or kept in `file`, which is made on first use.

    With another secret, invitations that were sent still open their screening; only what was said
    about them is no longer shown with its link.
    """

    given: str
    file: Path

    def token(self, screening: str) -> str:
        """A screening's token: 256 bits in 43 letters; raises NoSecret."""
        made = hmac.digest(self._secret, f"invitation {screening}".encode(), sha256)
        return urlsafe_b64encode(made).rstrip(b"=").decode()

    @cached_property
    def _secret(self) -> bytes:
        if self.given:
            return self.given.encode()
        try:
            return _read(self.file) or _made(self.file)
        except OSError as error:
            raise NoSecret(self.file, (error.strerror or str(error)).lower()) from None


def _read(file: Path) -> bytes:
    return file.read_bytes().strip() if file.exists() else b""


def _made(file: Path) -> bytes:
    """A new secret in a file of its own; where another process was first, the one it made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    # Written aside and linked into place, so that nobody ever reads half a secret.
    aside = file.with_name(f"{file.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        aside.touch(mode=0o600, exist_ok=False)
        aside.write_text(secrets.token_urlsafe(32), "ascii")
        with suppress(FileExistsError):
            os.link(aside, file)
    finally:
        aside.unlink(missing_ok=True)
    return _read(file)
