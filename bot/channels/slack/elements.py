"""The elements that Slack's blocks are made of: words in their shapes, and buttons."""

from typing import Any

from bot.channels.slack.pieces import BlockKit
from bot.channels.slack.text import clean, cut, escaped, width
from bot.core.messages import Choice

BUTTON_TEXT = 75
BUTTON_VALUE = 2_000
SAY = "say:"
"""How the action id of a button begins that says its value."""


def plain_text(text: str) -> BlockKit:
    """Words outside `rich_text`, which must be escaped."""
    return {"type": "plain_text", "text": escaped(text), "emoji": False}


def rich(*elements: BlockKit) -> BlockKit:
    """A block of paragraphs, lists and quotes."""
    return {"type": "rich_text", "elements": list(elements)}


def section(*elements: BlockKit) -> BlockKit:
    """A paragraph, or a line of a list."""
    return {"type": "rich_text_section", "elements": list(elements)}


def quoted(text: str) -> BlockKit:
    """Somebody's words, set off by a bar."""
    return {"type": "rich_text_quote", "elements": [words(text)]}


def words(text: str, **style: bool) -> BlockKit:
    """Words in `rich_text`, shown as they are; `bold` or `italic` where that is true."""
    plain: dict[str, Any] = {"type": "text", "text": text}
    chosen = {name: True for name, wanted in style.items() if wanted}
    return {**plain, "style": chosen} if chosen else plain


def is_button(choice: Choice) -> bool:
    """Whether a choice fits into a button: label and value have words, and the value has room."""
    value = choice.typed
    return bool(clean(choice.label).strip() and value.strip()) and width(value) <= BUTTON_VALUE


def button(number: int, choice: Choice) -> BlockKit:
    """The button of a choice, the `number`th (from 0) of its block; a long label is cut."""
    first, *more = cut(" ".join(clean(choice.label).split()), BUTTON_TEXT - 1)
    drawn: BlockKit = {
        "type": "button",
        "action_id": f"{SAY}{number}",
        "text": plain_text(first.rstrip() + "…" if more else first),
        "value": choice.typed,
    }
    return {**drawn, "style": "primary"} if choice.primary else drawn
