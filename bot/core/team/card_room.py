"""How much of a screen a card takes: what is counted on before anything is drawn.

A screen is 900 px high. Slack draws a message 650 px wide, where 566 px are left for words: 15 px
letters in lines of 22 px. Teams draws a card 600 to 700 px wide, with smaller letters and more
around them. The figures leave room for that; a test measures what is drawn.
"""

from collections.abc import Iterable
from math import ceil

from bot.core.messages import (
    Aside,
    Assessed,
    Block,
    Choices,
    Heading,
    Items,
    Pairs,
    Quote,
    Text,
)

SCREEN = 900
"""How high a screen is, in px."""
ROOM = SCREEN - 50
"""How high a card may be by these figures: in Teams a button for the picture stands below it."""
LETTERS, SMALL = 70, 86
"""So many letters stand in a line, and in a line of small ones."""
_FRAME = 48
"""Who writes, and the space around a message."""
_TITLE, _LINE, _SMALL_LINE, _GAP = 26, 22, 18, 8
_TITLE_LETTERS = 54
_BUTTON, _BUTTON_FRAME, _LETTER, _WIDTH = 44, 34, 8, 566


def lines(text: str, letters: int = LETTERS) -> int:
    """How many lines a text takes."""
    return sum(max(1, ceil(len(line) / letters)) for line in text.split("\n"))


def height(blocks: Iterable[Block]) -> int:
    """How high a card of these blocks is, in px."""
    return _FRAME + sum(map(taken, blocks))


def taken(block: Block) -> int:
    """How much of the height one block takes, in px."""
    match block:
        case Heading(text):
            return lines(text, _TITLE_LETTERS) * _TITLE + _GAP
        case Text(text):
            return lines(text) * _LINE + _GAP
        case Aside(text):
            return lines(text, SMALL) * _SMALL_LINE + _GAP
        case Quote(text, by):
            return (lines(text) + bool(by)) * _LINE + 2 * _GAP
        case _:
            return _rows(block)


def _rows(block: Block) -> int:
    match block:
        case Items(items):
            return sum(map(lines, items)) * _LINE + _GAP
        case Pairs(rows):
            return sum(lines(f"{name}: {value}") for name, value in rows) * _LINE + _GAP
        case Assessed():
            return _assessed(block)
        case Choices(choices):
            wide = sum(len(choice.label) * _LETTER + _BUTTON_FRAME for choice in choices)
            return ceil(wide / _WIDTH) * _BUTTON
        case _:
            return _LINE + _GAP


def _assessed(block: Assessed) -> int:
    named = lines(f"{block.criterion} · {block.words}") * _LINE
    said = sum(lines(quote) * _LINE + _GAP for quote in block.quotes)
    return named + said + sum(map(lines, block.reasons)) * _LINE
