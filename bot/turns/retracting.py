"""Takes back what was sent about a candidate whose data was erased: a notice stands there."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.fit.cards import erased
from bot.ports.delivery import Standing
from bot.turns.each_once import EachOnce
from bot.turns.journal import Work
from bot.turns.letters import standing_of, written
from bot.turns.runner import Runner
from bot.turns.sending import SENT, Sending

RETRACTION = "retraction"
"""The kind of work a retraction is."""


class Standings(Protocol):
    """Where what was sent stands on the platforms, and which of it is of an erased candidate."""

    def note(self, standings: Sequence[Standing]) -> None:
        """Keep these; one that is kept already has no further effect."""
        ...

    def erased(self) -> tuple[Standing, ...]:
        """Those whose post or reply was erased since."""
        ...

    def forget(self, standing: Standing) -> None:
        """Delete this one; nothing happens where it is gone."""
        ...


class Retracting:
    """Each message that is taken back is durable work of its own.

    One that cannot be replaced (the bot was removed, say) is tried again at each start.
    """

    def __init__(self, standings: Standings, runner: Runner) -> None:
        self._standings = standings
        self._each = EachOnce(RETRACTION, runner)

    def retract(self, now: datetime) -> None:
        """Begin what was not begun, and forget what is done."""
        self._each.see_to(lambda: map(_work, self._standings.erased()), now)

    def try_again(self, now: datetime) -> None:
        """Let those that were given up be begun again."""
        self._each.try_again(now)

    def body(self, sending: Sending) -> Callable[[str, str], str]:
        """The work of a retraction."""

        def take_back(name: str, content: str) -> str:
            standing = standing_of(content)
            result = sending.replace(standing, name, erased())
            if result == SENT:
                self._standings.forget(standing)
            return result

        return take_back


def _work(standing: Standing) -> Work:
    # One place's messages one after the other: platforms limit how fast they may be changed.
    lane = f"retract {standing.channel} {standing.place}"
    return Work(RETRACTION, lane, f"retract {standing.id}", written(standing))
