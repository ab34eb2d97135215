"""A brief that waits for a yes in a chat, and what a turn changes in the roles' briefs."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.roles import Role


@dataclass(frozen=True, slots=True)
class Draft:
    """A brief that was shown in a chat and is no role yet: its text, from the file `source`.

    `identity` is the id that the file's name gives.
    """

    conversation: str
    identity: str
    source: str
    markdown: str
    at: datetime


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """Keep a draft until the chat says yes or no, in the place of an earlier one there."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class DropDraft:
    """Forget the draft of a chat."""

    conversation: str


@dataclass(frozen=True, slots=True)
class TakeBrief:
    """Make the draft of a chat the brief of a role, whose brief's version was `before` until now.

    `before` is "" where there is no such role.
    """

    role: Role
    draft: Draft
    before: str
    at: datetime


BriefChange = KeepDraft | DropDraft | TakeBrief
