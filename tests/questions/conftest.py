"""The assembled product over a fresh SQLite file, and the people who talk with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from bot.assembly.assemble import App, assemble
from bot.core.messages import Choices, Incoming, Origin, Reply
from bot.core.plain import plain
from bot.core.roles import Audience
from bot.settings import read_settings

MONDAY = datetime(2027, 3, 1, 9, tzinfo=UTC)
ROLE = "ferry-captain"
BRIEF = """# Ferry Captain

Location: Port Example

## About
You take the evening ferry across the invented strait.

## Required
- Two seasons on a passenger ferry
- Reading a tide table without help

## Hiring signals
- Stays calm when the radio fails
"""


@dataclass
class World:
    """The product, the time, and everybody's chats."""

    app: App
    now: datetime = MONDAY
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def say(
        self,
        text: str,
        chat: str = "chat-1",
        audience: Audience = Audience.CANDIDATE,
        person: str = "",
        screening: str = "",
        origin: Origin | None = None,
    ) -> Reply:
        """One message, handled."""
        self.now += timedelta(minutes=1)
        said = Incoming(
            id=f"m-{next(self.numbers)}",
            conversation=chat,
            person=person or chat,
            audience=audience,
            text=text,
            at=self.now,
            role=ROLE,
            screening=screening,
            origin=origin,
        )
        return self.app.bot.handle(said)

    def candidate(self, text: str, chat: str = "chat-1", screening: str = "") -> str:
        """What a candidate is told."""
        return plain(self.say(text, chat, screening=screening).blocks)

    def recruiter(self, text: str, person: str = "Rhea Invented") -> str:
        """What a recruiter is told."""
        return plain(self.say(text, "team", Audience.TEAM, person).blocks)

    def invited(self, name: str = "Ottoline Invented-Quibble") -> tuple[str, str]:
        """A candidate's screening with consent given: its id, and how the team sees them."""
        self.recruiter("approve the kit")
        self.recruiter(f"invite {name}")
        entry = self.app.store.screenings.entries(ROLE)[-1]
        chat = f"web:screening:{entry.id}"
        self.candidate("", chat, entry.id)
        self.candidate("yes", chat, entry.id)
        return entry.id, entry.pseudonym

    def screened(self, text: str, screening: str) -> str:
        """What a candidate is told in their screening's own chat."""
        return self.candidate(text, f"web:screening:{screening}", screening)

    def posted(self) -> list[str]:
        """What stands in the hiring channel."""
        return [plain(post.blocks) for post in self.app.store.records.posts(ROLE)]

    def days_later(self, days: int) -> None:
        """Time goes by."""
        self.now += timedelta(days=days)


def button(reply: Reply, label: str) -> str:
    """What a button of a reply says."""
    choices = [one for block in reply.blocks if isinstance(block, Choices) for one in block.choices]
    return next(choice.typed for choice in choices if choice.label == label)


Opened = Callable[..., World]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Opens the product, with settings of the test's choice; it is closed at the end."""
    apps: list[App] = []

    def another(**given: str) -> World:
        settings = read_settings(home=tmp_path, seeds=tmp_path / "seeds", **given)
        apps.append(assemble(settings))
        return World(apps[-1])

    yield another
    for app in apps:
        app.close()


@pytest.fixture
def world(opened: Opened) -> World:
    """The product with one role whose hiring channel is on Slack."""
    made = opened(hiring_channels="*=slack:C0HIRING")
    made.app.store.roles.put(ROLE, "ferry.md", BRIEF, MONDAY)
    return made
