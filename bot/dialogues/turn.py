"""A turn: what is replied and what is kept, decided before anything is written."""

from dataclasses import dataclass

from bot.core.messages import Block, Post, Reply
from bot.ports import Change


@dataclass(frozen=True, slots=True)
class Turn:
    """One message's outcome. Nothing of it has happened until it is committed."""

    reply: Reply
    changes: tuple[Change, ...] = ()


def turn(blocks: tuple[Block, ...], *changes: Change, posts: tuple[Post, ...] = ()) -> Turn:
    """A turn of these blocks and changes."""
    return Turn(Reply(blocks, posts), changes)
