"""An answer about a role: what the brief says, with citations, or why there is none."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.messages import Aside, Block, Citation, Items, Sources, Text


class Reason(StrEnum):
    """Why a question was not answered."""

    NOT_IN_BRIEF = "not in the brief"
    TEAM_ONLY = "for the hiring team"
    NOT_A_QUESTION = "not a question about the role"
    OFF_TOPIC = "not about the role"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Answer:
    """`answered` is true only when the cited lines say it.

    `text` is the sentence, `items` the list under it where the question asks for one. `related`
    lines are near the question and are offered as that, never as the answer. `missing` names what
    the brief does not say ("pay in Germany"). `unread` is a question in words that the bot does
    not read, and a person may.
    """

    answered: bool
    text: str
    items: tuple[str, ...] = ()
    reason: Reason | None = None
    citations: tuple[Citation, ...] = ()
    related: tuple[Citation, ...] = ()
    missing: str = ""
    unread: bool = False

    @property
    def for_person(self) -> bool:
        """Whether the question can be passed on to a person."""
        return self.unread or self.reason is Reason.NOT_IN_BRIEF

    @property
    def said(self) -> str:
        """The answer as plain text, the list included."""
        return "\n".join((self.text, *(f"- {item}" for item in self.items)))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The answer as a reply's blocks."""
        blocks: list[Block] = [Text(self.text)]
        if self.items:
            blocks.append(Items(self.items))
        if self.citations:
            blocks.append(Sources(self.citations))
        if self.related:
            blocks.append(Aside("Related, not an answer: " + self.related[0].quote))
            blocks.append(Sources(self.related[:1]))
        return tuple(blocks)
