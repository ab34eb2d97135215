"""What was asked of the team, and how questions were answered."""

from typing import Protocol

from bot.core.answering.answers import Answer
from bot.core.answering.feedback import Trace
from bot.core.answering.questions import Question


class Questions(Protocol):
    """What people asked the hiring team, and what it answered."""

    def of(self, role: str = "") -> tuple[Question, ...]:
        """The questions about a role (about any with ""), by number."""
        ...

    def get(self, number: int) -> Question | None:
        """The question with this number."""
        ...

    def fresh(self) -> int:
        """A number no question has."""
        ...


class Traces(Protocol):
    """How questions were answered, for feedback on the answers."""

    def named(self, about: str) -> str | None:
        """The message whose answer is named: by the message's id, or by where the answer stands."""
        ...

    def last(self, conversation: str) -> str | None:
        """The newest message of a chat that was answered with a trace."""
        ...


def untraced(_: Trace) -> None:
    """Where nobody keeps how answers came about."""


def unheard(_: Answer) -> None:
    """Where nobody counts the answers."""
