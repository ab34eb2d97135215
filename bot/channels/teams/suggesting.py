"""What a person may want to say next, as buttons above the box they write in: pure."""

from collections.abc import Sequence

from bot.channels.teams.card import Json
from bot.channels.teams.markdown import inert
from bot.core.messages import Choice

SUGGESTS = "suggests"
"""The key of an address whose reply comes with suggestions: for which audience."""

MOST = 6
"""The most suggestions that Teams shows."""


def with_suggestions(said: tuple[Json, ...], steps: Sequence[Choice]) -> tuple[Json, ...]:
    """The messages, the last one with suggestions: pressed, they are said as if typed.

    Teams shows none with a card, so none are put there.
    """
    if not said or not steps or said[-1].get("attachments"):
        return said
    actions = [
        {"type": "imBack", "title": inert(step.label), "value": step.typed} for step in steps[:MOST]
    ]
    return (*said[:-1], {**said[-1], "suggestedActions": {"to": [], "actions": actions}})
