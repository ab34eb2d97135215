"""Takes back what was sent about a candidate whose data was erased: a notice stands there."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.cards import erased
from bot.delivery import Standing
from bot.turns.journal import RUNNING
from bot.turns.letters import standing_of, written
from bot.turns.runner import Runner, Work
from bot.turns.sending import SENT, Sending

RETRACTION = "retraction"
"""The kind of work a retraction is."""
_log = logging.getLogger(__name__)


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
        self._runner = runner
        self._given_up: set[str] = set()

    def retract(self, now: datetime) -> None:
        """Begin what was not begun, and forget what is done."""
        self._runner.journal.forget(self._ended(now, sent=True))
        waiting = {_name(each): each for each in self._standings.erased()}
        results = self._runner.journal.results(waiting.keys() - self._given_up)
        self._given_up |= {
            name for name, result in results.items() if result not in (SENT, RUNNING)
        }
        for name in waiting.keys() - results.keys() - self._given_up:
            self._begin(name, waiting[name])

    def try_again(self, now: datetime) -> None:
        """Let those that were given up be begun again."""
        self._runner.journal.forget(self._ended(now, sent=False))

    def body(self, sending: Sending) -> Callable[[str, str], str]:
        """The work of a retraction."""

        def take_back(name: str, content: str) -> str:
            standing = standing_of(content)
            result = sending.replace(standing, name, erased())
            if result == SENT:
                self._standings.forget(standing)
            return result

        return take_back

    def _ended(self, before: datetime, sent: bool) -> list[str]:
        ended = self._runner.journal.finished(RETRACTION, before)
        return [name for name, result in ended.items() if (result == SENT) is sent]

    def _begin(self, name: str, standing: Standing) -> None:
        # One place's messages one after the other: platforms limit how fast they may be changed.
        lane = f"retract {standing.channel} {standing.place}"
        self._runner.begin(Work(RETRACTION, lane, name, written(standing)), lambda: False)


def _name(standing: Standing) -> str:
    return f"retract {standing.id}"
