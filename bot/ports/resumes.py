"""A candidate's résumé on its way: read from a file, and waiting until they have said yes to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.errors import ResumeUnreadable
from bot.core.screening.resume import ReadResume

ReadFile = Callable[[str, bytes], ReadResume]
"""What a file says, from its name and bytes; raises ResumeUnreadable."""


@dataclass(frozen=True, slots=True)
class WaitingResume:
    """A résumé that was shown in a chat and waits for a yes. It is in no log yet."""

    conversation: str
    screening: str
    read: ReadResume
    at: datetime


@dataclass(frozen=True, slots=True)
class KeepWaiting:
    """Keep a résumé until its chat says yes or no, in the place of an earlier one there."""

    waiting: WaitingResume


@dataclass(frozen=True, slots=True)
class DropWaiting:
    """Forget the résumé that waits in a chat."""

    conversation: str


class WaitingResumes(Protocol):
    """The résumés that wait for a yes, at most one in each chat."""

    def get(self, conversation: str) -> WaitingResume | None:
        """The one that waits in this chat."""
        ...


class NoneWaits:
    """Where no résumés are kept."""

    def get(self, conversation: str) -> WaitingResume | None:
        """None."""
        del conversation
        return None


def unread(name: str, data: bytes) -> ReadResume:
    """Where nobody reads résumés."""
    del name, data
    raise ResumeUnreadable("files are not read here", "Please tell me in your own words.")
