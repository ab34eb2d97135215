"""The kits, with their sign-offs and changes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.kits.edits import Edits
from bot.core.kits.kit import Kit


@dataclass(frozen=True, slots=True)
class Approval:
    """Who signed a kit off, and when; `name` is what the platform called them then."""

    role: str
    version: str
    by: str
    at: datetime
    name: str = ""


@dataclass(frozen=True, slots=True)
class KitEdit:
    """One change to a role's kit: what, the version that came of it, by whom, and when.

    `number` counts the role's changes from 1; `source` names the file it was taken from, or is "".
    """

    number: int
    version: str
    what: str
    by: str
    at: datetime
    name: str = ""
    source: str = ""


class Kits(Protocol):
    """The kits that were signed off or used, by version, and what was written over the brief's."""

    def get(self, role: str, version: str) -> Kit | None:
        """The kit with this version."""
        ...

    def approved(self, role: str) -> Approval | None:
        """The newest sign-off for a role."""
        ...

    def edits(self, role: str) -> Edits:
        """What was written over the role's kit and is in force now."""
        ...

    def history(self, role: str) -> tuple[KitEdit, ...]:
        """The changes to a role's kit, oldest first."""
        ...
