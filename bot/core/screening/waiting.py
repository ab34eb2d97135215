"""What a candidate is told whose screening waits for its notice to be over: pure."""

from dataclasses import dataclass
from datetime import date

from bot.core.kits.kit import Kit
from bot.core.messages import Block, Choice, Choices, Text
from bot.core.screening.dialogue import NO, PERSON, notice_told
from bot.core.wording import notice as words

ANOTHER_WAY = Choice("Another way", "another way")
START_SOONER = Choice("Start sooner", "start sooner")


@dataclass(frozen=True, slots=True)
class Wait:
    """A notice of so many working days: `week` are the days that count, 0 is a Monday.

    `reachable` tells whether the chat can be written to when it is over, `waivable` whether the
    candidate may give up the rest.
    """

    days: int
    week: frozenset[int]
    begins_on: date
    reachable: bool
    waivable: bool


def notice(kit: Kit, kept_days: int, wait: Wait) -> tuple[Block, ...]:
    """The notice, with the day from which questions can begin in the place of the first one."""
    return (*notice_told(kit, kept_days), *still(wait))


def still(wait: Wait) -> tuple[Block, ...]:
    """What is waited for, and what can be done meanwhile."""
    told = Text(words.waits(wait.days, wait.week, wait.begins_on, wait.reachable))
    waive = (Text(words.CAN_WAIVE),) if wait.waivable else ()
    sooner = (START_SOONER,) if wait.waivable else ()
    return (told, *waive, Choices((ANOTHER_WAY, *sooner, NO, PERSON)))


def waive(wait: Wait) -> tuple[Block, ...]:
    """Asks whether the rest of the notice is given up."""
    choices = (Choice("Yes, give it up", "yes"), Choice("No, I wait", "no", primary=True))
    return (Text(words.waive(wait.days, wait.begins_on)), Choices(choices))
