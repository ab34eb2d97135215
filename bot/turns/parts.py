"""What the turns are made of, and how they are run."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.ports import Inbox
from bot.ports.delivery import Sender
from bot.turns.adopting import Seat
from bot.turns.answering import Handler
from bot.turns.line import Locks, NoLocks
from bot.turns.notifying import Telling
from bot.turns.patience import USUAL, Patience
from bot.turns.posting import Outbox
from bot.turns.refreshing import Places
from bot.turns.retracting import Standings
from bot.turns.routing import Routes
from bot.turns.sending import unheard

AT_ONCE = 8
"""How many pieces of work do something at the same time, unless told otherwise."""

Tick = Callable[[datetime], bool]
"""Does what is due by a moment; whether anything was."""


def never() -> bool:
    """Nothing comes back."""
    return False


def _still(_: datetime) -> bool:
    """Nothing is ever due."""
    return False


class Noted(Standings, Places, Protocol):
    """Where what was sent stands: to be taken back, or brought up to date."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What turns are made of: the bot, what it keeps, the ways out, and the clock."""

    bot: Handler
    inbox: Inbox
    outbox: Outbox
    standings: Noted
    senders: Mapping[str, Sender]
    routes: Routes
    tick: Tick = _still
    given_up: Callable[[str], None] = unheard
    """Told the channel of whatever was not sent after all tries."""
    came_back: Callable[[], bool] = never
    """Whether a place can be written to again that could not be when this was asked last."""
    seat: Seat | None = None
    """This program's name where several share the database; without it, Settings' own holds."""
    locks: Locks = field(default_factory=NoLocks)
    """Keep apart what several programs would do at once in one chat."""
    telling: Telling | None = None
    """What another program is told, where one is."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How turns are run: kept beside the product's database at `url`, under this program's name.

    `at_once` is how many handle or send something at the same time; the outbox is looked through
    every so many seconds, and at once when the bot has posted; the clock every `clock_every`. Those
    that have their turn when the program stops get `stop_seconds` to finish.
    """

    url: str
    executor: str = "rolecall"
    patience: Patience = USUAL
    at_once: int = AT_ONCE
    every: float = 2
    clock_every: float = 300
    stop_seconds: float = 5
