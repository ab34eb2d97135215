"""The assembled product with one invented role, and chats that stand wherever a test needs them."""

from itertools import count
from pathlib import Path

from starlette.testclient import TestClient

from bot import serving
from bot.assembly.assemble import App, assemble, now
from bot.core.messages import Incoming, Reply
from bot.core.plain import plain
from bot.core.roles import Audience
from bot.settings import read_settings

ROLE = "lighthouse-keeper"
BRIEF = """# Lighthouse Keeper

## Pay
- The salary is 31,400 crowns a year.

## Required
- Two winters of keeping a light in working order
- Repairing lamps and lenses
- 3+ years of living far from a shop
"""

STATES: dict[str, tuple[str, ...]] = {
    "notice": (),
    "gate": ("yes",),
    "question": ("yes", "5"),
    "second question": ("yes", "5", "skip"),
    "review": ("yes", "5", "skip", "skip"),
    "paused": ("yes", "5", "pause"),
    "withdrawing": ("yes", "5", "withdraw"),
}
"""Where a screening can stand, and what the candidate said until there."""


def app_in(home: Path, **settings: str) -> App:
    """The product with its data in this folder and no seeds."""
    given = {"database_url": f"sqlite:///{home / 'rolecall.db'}", "seeds": home / "seeds"}
    return assemble(read_settings(home=home, **{**given, **settings}))


class Office:
    """One recruiter, and as many candidates as are asked for."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._numbers = count(1)
        app.store.roles.put(ROLE, "lighthouse.md", BRIEF, now())
        self.say("approve the kit")

    def say(self, text: str, chat: str = "", screening: str = "") -> Reply:
        """Say something as the recruiter, or in a candidate's screening."""
        return self.app.bot.handle(self.message(text, chat, screening))

    def message(self, text: str, chat: str = "", screening: str = "") -> Incoming:
        """A message with an id of its own."""
        audience = Audience.CANDIDATE if screening else Audience.TEAM
        number = f"m{next(self._numbers)}"
        return Incoming(number, chat or "team", "U1", audience, text, now(), ROLE, screening)

    def standing(self, state: str) -> tuple[str, str]:
        """A fresh screening that stands there: its chat and its id."""
        self.say("invite Ada Example")
        screening = self.app.store.screenings.entries(ROLE)[-1].id
        chat = f"chat-{screening}"
        for text in ("", *STATES[state]):
            self.say(text, chat, screening)
        return chat, screening

    def log(self, screening: str) -> int:
        """How many events a screening has."""
        return len(self.app.store.screenings.events(screening))


def words(reply: Reply) -> str:
    """A reply as plain text."""
    return plain(reply.blocks)


class TurnsNow:
    """Hands each message to the bot at once."""

    def __init__(self, app: App) -> None:
        self._app = app

    def take(self, incoming: Incoming) -> Reply:
        """The bot's reply."""
        return self._app.bot.handle(incoming)


def browser(app: App) -> TestClient:
    """Somebody at this machine. It is never entered, so that nothing starts or stops the turns."""
    pages = serving.web(app, TurnsNow(app))  # type: ignore[arg-type]
    return TestClient(
        pages,
        "http://localhost:8000",
        client=("127.0.0.1", 50000),
        follow_redirects=False,
        raise_server_exceptions=False,
    )
