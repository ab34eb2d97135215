"""Drawn blocks packed into as few Slack messages as their limits allow, in order."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.channels.slack.text import cut, escaped

BlockKit = dict[str, Any]
"""One Block Kit block, as Slack documents it."""

BLOCKS = 50
SIZE = 12_000
"""How long a message's blocks may be, as JSON.

Slack documents no such limit. People saw `msg_blocks_too_long` from about 13,200 characters, and
with many `rich_text` blocks from somewhat less, so this leaves room.
"""
FALLBACK = 3_000

Each = TypeVar("Each")


@dataclass(frozen=True, slots=True)
class Piece:
    """One Block Kit block, and the same as plain text."""

    block: BlockKit
    text: str

    @property
    def is_heading(self) -> bool:
        """Whether it belongs to what follows it."""
        return bool(self.block["type"] == "header")


@dataclass(frozen=True, slots=True)
class Message:
    """One Slack message: its pieces, at least one."""

    pieces: tuple[Piece, ...]

    @property
    def blocks(self) -> list[BlockKit]:
        """What people see."""
        return [piece.block for piece in self.pieces]

    @property
    def text(self) -> str:
        """What a notification shows and a screen reader reads, escaped."""
        whole = "\n".join(piece.text for piece in self.pieces if piece.text)
        parts = cut(whole, FALLBACK)
        return escaped(whole if len(parts) == 1 else parts[0].rstrip() + " …")

    @property
    def halves(self) -> tuple["Message", ...]:
        """The same in two messages; empty where it cannot be divided."""
        middle = len(self.pieces) // 2
        if not middle:
            return ()
        return Message(self.pieces[:middle]), Message(self.pieces[middle:])


def grouped(
    all_of_them: Iterable[Each], measure: Callable[[Each], int], limit: int, count: int
) -> Iterator[list[Each]]:
    """Neighbours in groups of at most `count`, whose measures add up to at most `limit`.

    One that is over the limit alone is a group of its own.
    """
    group: list[Each] = []
    room = limit
    for each in all_of_them:
        needed = measure(each)
        if group and (needed > room or len(group) == count):
            yield group
            group, room = [], limit
        group.append(each)
        room -= needed
    if group:
        yield group


def size(block: BlockKit) -> int:
    """The length of a block as JSON, with the comma after it."""
    return len(json.dumps(block, ensure_ascii=False)) + 2


def packed(pieces: Iterable[Piece]) -> tuple[Message, ...]:
    """The pieces in messages, none over a limit, a heading never last."""
    messages: list[list[Piece]] = [[]]
    room = SIZE
    for piece in pieces:
        needed = size(piece.block)
        if needed > room or len(messages[-1]) == BLOCKS:
            messages.append(_taken_along(messages[-1]))
            room = SIZE - sum(size(taken.block) for taken in messages[-1])
        messages[-1].append(piece)
        room -= needed
    return tuple(Message(tuple(message)) for message in messages if message)


def _taken_along(message: list[Piece]) -> list[Piece]:
    """Takes the headings at a message's end out of it, for the next one."""
    last = len(message)
    while last and message[last - 1].is_heading:
        last -= 1
    taken, message[last:] = message[last:], []
    return taken
