"""Draws a reply as a dialogue file shows it: plain paragraphs, quotes in quotes, buttons in ‹ ›."""

import re

from bot.core.messages import Block, Choices
from bot.core.plain import plain

_VARIES = (
    re.compile(r"\b[0-9a-f]{12}\b"),
    re.compile(r"(?<=· rated by )[^\n]+"),
)
"""What other changes to the product vary: versions, and the rater's name."""


def drawn(blocks: tuple[Block, ...]) -> str:
    """The blocks as text, a paragraph each."""
    return "\n\n".join(text for block in blocks if (text := _drawn(block)))


def _drawn(block: Block) -> str:
    if isinstance(block, Choices):
        return " ".join(f"‹{choice.label}›" for choice in block.choices)
    return plain((block,))


def lasting(text: str) -> str:
    """The text as it is written into a file: what varies is left open."""
    for pattern in _VARIES:
        text = pattern.sub("…", text)
    return "\n".join(line.rstrip() for line in text.splitlines())
