"""Keeps what was posted as it is now: a card that was redrawn is replaced where it stands."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from bot.core.messages import Aside, Block, Post
from bot.core.wording.card import FOLLOWS
from bot.ports.delivery import Redrawn, Standing
from bot.turns.each_once import EachOnce
from bot.turns.journal import Work
from bot.turns.letters import redrawn_of, written_redrawn
from bot.turns.runner import Runner
from bot.turns.sending import SENT, Sending

REFRESH = "refresh"
"""The kind of work a replacement is."""


class Drawn(Protocol):
    """The posts as they are now."""

    def post(self, post: str) -> Post | None:
        """The post with this id; None where there is none any more."""
        ...


class Places(Protocol):
    """Where posts stand, and which drawing of them."""

    def outdated(self) -> tuple[Redrawn, ...]:
        """The places of posts that were redrawn since."""
        ...

    def note_revision(self, standing: Standing, revision: int) -> None:
        """Note which drawing of its post stands there now."""
        ...


class Refreshing:
    """Each place and revision is durable work of its own; one that fails waits for a start.

    What is sent is the post as it is then, so that two changes in a row cannot end in the older.
    """

    def __init__(self, posts: Drawn, places: Places, runner: Runner) -> None:
        self._posts = posts
        self._places = places
        self._each = EachOnce(REFRESH, runner)

    def refresh(self, now: datetime) -> None:
        """Begin what was not begun, and forget what is done."""
        self._each.see_to(lambda: map(_work, self._places.outdated()), now)

    def try_again(self, now: datetime) -> None:
        """Let those that were given up be begun again."""
        self._each.try_again(now)

    def body(self, sending: Sending) -> Callable[[str, str], str]:
        """The work of a replacement."""

        def bring_up_to_date(name: str, content: str) -> str:
            one = redrawn_of(content)
            post = self._posts.post(one.standing.origin)
            if post is None:
                return SENT  # It was erased meanwhile, and is taken back.
            blocks: tuple[Block, ...] = post.blocks if one.first else (Aside(FOLLOWS),)
            result = sending.replace(one.standing, name, blocks)
            if result == SENT:
                self._places.note_revision(one.standing, one.revision)
            return result

        return bring_up_to_date


def _work(one: Redrawn) -> Work:
    # The lane of retractions too: whatever happens to a place happens one after the other.
    lane = f"retract {one.standing.channel} {one.standing.place}"
    name = f"refresh {one.standing.id} {one.revision}"
    return Work(REFRESH, lane, name, written_redrawn(one))
