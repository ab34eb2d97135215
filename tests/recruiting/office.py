"""An invented office: the real bot on a real store, with two roles, a clock and a plain rater."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from bot.bot import Bot
from bot.core.kits.kit import Kit, make_kit
from bot.core.messages import Incoming, Link, Reply
from bot.core.plain import plain
from bot.core.roles import Audience, Role
from bot.storage.store import Store
from tests.ports import ports_on

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
KEEPER, KEEPER_BRIEF = (
    "lighthouse-keeper",
    """# Lighthouse Keeper

## Required
- Repairing lamps and lenses
""",
)
BAKER, BAKER_BRIEF = (
    "night-baker",
    """# Night Baker

## Required
- Sourdough and long cold fermentation
""",
)
CANDIDATE = "Ottoline Invented-Quibble"


@dataclass
class Office:
    """Says things to the bot, each with an id of its own unless one is given."""

    store: Store
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.ports = ports_on(self.store, self.numbers)
        self.bot = Bot(self.ports)

    def add(self, role: str, brief: str) -> Role:
        """A role from its brief."""
        return self.store.roles.put(role, f"{role}.md", brief, NOON)

    def kit(self, role: str) -> Kit:
        """The kit a role's brief gives now."""
        found = self.store.roles.get(role)
        assert found
        return make_kit(found)

    def team(self, text: str, chat: str = "team", role: str = "", message: str = "") -> Reply:
        """What a recruiter is told."""
        identity = message or self._next_id()
        return self.bot.handle(
            Incoming(identity, chat, "U-ria", Audience.TEAM, text, NOON, role=role)
        )

    def candidate(self, text: str, chat: str = "dm-ottoline", private: bool = True) -> Reply:
        """What somebody outside the team is told."""
        return self.bot.handle(
            Incoming(self._next_id(), chat, "U-o", Audience.CANDIDATE, text, NOON, private=private)
        )

    def invited(self, name: str = CANDIDATE, role: str = KEEPER) -> str:
        """The token of an invitation to a role whose kit is signed off first."""
        self.team("approve the kit", f"team-{role}", role)
        return token_of(self.team(f"invite {name}", f"team-{role}", role))

    def _next_id(self) -> str:
        return f"m-{next(self.numbers)}"


def token_of(reply: Reply) -> str:
    """The token of the link in a reply."""
    (link,) = (block for block in reply.blocks if isinstance(block, Link))
    return link.url.rpartition("/")[2]


def words(reply: Reply) -> str:
    """A reply as plain text."""
    return plain(reply.blocks)
