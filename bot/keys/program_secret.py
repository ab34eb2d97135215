"""The program's own secret, and the keys that are made from it: none of them has to be kept."""

import hmac
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from bot.core.errors import RolecallError


class NoSecret(RolecallError):
    """The program's secret can be neither read nor made."""

    def __init__(self, file: Path, why: str) -> None:
        super().__init__(f"The program's secret is not at hand: {file}, {why}.")
        self.file = file
        self.remedy = "Let this program's user read and write it, or set ROLECALL_SECRET."


@dataclass(frozen=True)
class ProgramSecret:
    """The secret is `given`, or kept in `file`, which is made on first use."""

    given: str
    file: Path

    def key(self, purpose: str) -> bytes:
        """32 bytes for one purpose, the same each time; raises NoSecret.

        A keyed hash (HMAC-SHA-256), so that nobody learns the secret, or another purpose's key.
        """
        return hmac.digest(self._secret, purpose.encode(), sha256)

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
