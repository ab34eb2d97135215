"""An invented office: the real bot on a real store, with two roles, a clock and a plain rater."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

import numpy as np
from numpy.typing import NDArray

from bot.bot import Bot
from bot.core.kits import Kit, make_kit
from bot.core.messages import Incoming, Link, Reply, plain
from bot.core.ratings import Evidence, Level, Outcome, Rating
from bot.core.roles import Audience, Criterion, Role
from bot.ports import Ports, Ranked
from bot.storage.store import Store

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


class PlainRater:
    """Finds every answer to be demonstrated, with its first word as the evidence."""

    name = "plain-1"

    def rate(self, criterion: Criterion, question: str, answer: str) -> Rating:
        first = answer.split(maxsplit=1)[0]
        start = answer.index(first)
        evidence = (Evidence(start, start + len(first), first),)
        reasons = ("It is said.",)
        return Rating(Outcome.RATED, Level.IMPACT, evidence, reasons, None, self.name)


class NoRanker:
    """Finds no passage for any question, and no meaning in any words."""

    def rank(self, role: Role, question: str, history: Sequence[str]) -> tuple[Ranked, ...]:
        return ()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.zeros((len(texts), 384), np.float32)

    def word_vectors(self, words: Sequence[str]) -> NDArray[np.float32]:
        return self.encode(words)

    def passage_vectors(self, role: Role) -> NDArray[np.float32]:
        return self.encode([passage.text for passage in role.passages])


def token_of_screening(screening: str) -> str:
    """An invented token."""
    return f"invented-token-of-{screening}-" + "x" * 22


@dataclass
class Office:
    """Says things to the bot, each with an id of its own unless one is given."""

    store: Store
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        store = self.store
        self.ports = Ports(
            roles=store.roles,
            kits=store.kits,
            screenings=store.screenings,
            conversations=store.conversations,
            questions=store.questions,
            records=store.records,
            inbox=store.inbox,
            ranker=NoRanker(),
            rater=PlainRater(),
            phraser=None,
            new_id=lambda: f"s{next(self.numbers):03d}",
            token_of=token_of_screening,
            candidate_link=lambda token: f"https://jobs.example/c/{token}",
            alerts=lambda role: False,
        )
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
