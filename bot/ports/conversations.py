"""The chats, and what was said and posted in them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.messages import File, Post, Reply


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is remembered of a chat: its role and screening, the last questions, a pending step.

    `questions` are the person's last questions about the role, oldest first. `pending` names a
    step that waits for one more word ("withdraw", "erase", "change q2"). `draft` is an answer that
    is being written in several messages, "" before the first of them; None where none is.
    """

    id: str
    role: str = ""
    screening: str = ""
    questions: tuple[str, ...] = ()
    pending: str = ""
    draft: str | None = None


class Conversations(Protocol):
    """The chats."""

    def get(self, conversation: str) -> Conversation:
        """What is remembered of this chat; a fresh one where nothing is."""
        ...


@dataclass(frozen=True, slots=True)
class Exchange:
    """One message that was handled, and its reply."""

    text: str
    at: datetime
    reply: Reply


class Records(Protocol):
    """What was said and posted, for the pages that show it."""

    def transcript(self, conversation: str) -> tuple[Exchange, ...]:
        """A chat's messages and replies, oldest first."""
        ...

    def words(self, message: str) -> str:
        """What a message says after its newest revision; "" where nothing is kept of it.

        A revision's id is the message's, a "~" and more.
        """
        ...

    def posts(self, role: str) -> tuple[Post, ...]:
        """What was posted to a role's hiring channel, oldest first; an erased post says so."""
        ...

    def news(self, conversation: str) -> tuple[Post, ...]:
        """What waits to be told in a chat with its next reply, oldest first."""
        ...


def file_offered(records: Records, conversation: str, name: str) -> File | None:
    """The newest file with this name that was offered in a chat; None where none was."""
    found = (
        block
        for exchange in reversed(records.transcript(conversation))
        for block in exchange.reply.blocks
        if isinstance(block, File) and block.name == name
    )
    return next(found, None)
