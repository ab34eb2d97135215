"""The answer finds its way back: through the sender of the chat it was asked in, days later too."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.bot import Bot
from bot.core.messages import Incoming
from bot.core.roles import Audience
from bot.turns.durable import DurableTurns
from bot.turns.parts import Parts, Settings
from tests.turns.world import Recorder, soon

from .conftest import MONDAY, ROLE, World

ASKED = "How big is the crew?"
ANSWER = "The crew is eight people."
HERE = {"channel": "D0OTTO", "thread_ts": "1.5"}
HIRING = {"channel": "C0HIRING"}


class Running:
    """The bot behind durable turns; what is sent on the channel is recorded."""

    def __init__(self, world: World) -> None:
        store = world.app.store
        self.sender = Recorder()
        senders = {"slack": self.sender}
        bot, routes = Bot(world.app.ports), world.app.routes
        parts = Parts(bot, store.inbox, store.outbox, store.standings, senders, routes)
        self.turns = DurableTurns(parts, Settings(world.app.settings.database, every=0.1))

    def submit(
        self, number: int, text: str, person: str = "U0OTTO", recruiter: bool = False
    ) -> None:
        said = Incoming(
            f"e-{number}",
            f"slack:{person}",
            person,
            Audience.TEAM if recruiter else Audience.CANDIDATE,
            text,
            datetime.now(UTC) if recruiter else MONDAY,
            role=ROLE,
        )
        address = {"channel": "D0RHEA"} if recruiter else HERE
        self.turns.submit("slack", said, address)

    def at(self, address: dict[str, str]) -> list[str]:
        """What was sent to an address."""
        return [words for to, _, words in self.sender.sent if to == address]


@pytest.fixture
def running(world: World) -> Iterator[Running]:
    running = Running(world)
    running.turns.start()
    yield running
    running.turns.stop()


def test_asked_answered_and_brought_back(running: Running, world: World) -> None:
    running.submit(1, ASKED)
    running.submit(2, "yes")
    soon(lambda: len(running.at(HIRING)) == 1)
    assert running.at(HIRING)[0].startswith("Question 1 · Ferry Captain")
    running.submit(3, f"answer 1 {ANSWER}", "U0RHEA", recruiter=True)
    soon(lambda: len(running.at(HERE)) == 3)
    assert running.at(HERE)[2].startswith(
        f"You asked the hiring team: “{ASKED}”\nThey answered:\n“{ANSWER}” (answered by"
    )
    assert len(running.at(HIRING)) == 1
    soon(lambda: not world.app.store.outbox.undelivered())
    running.submit(4, "thanks")
    soon(lambda: len(running.at(HERE)) == 4)
    assert ANSWER not in running.at(HERE)[3], "it is told once"


def test_an_answer_given_while_nothing_runs_goes_out_at_the_next_start(
    running: Running, world: World
) -> None:
    running.submit(1, ASKED)
    running.submit(2, "yes")
    soon(lambda: len(running.at(HERE)) == 2)
    running.turns.stop()
    world.days_later(3)
    world.recruiter(f"answer 1 {ANSWER}")
    again = Running(world)
    again.turns.start()
    soon(lambda: len(again.at(HERE)) == 1)
    again.turns.stop()
    assert ANSWER in again.at(HERE)[0]


def test_a_chat_that_is_erased_is_told_nothing(world: World) -> None:
    screening, _ = world.invited()
    world.screened(ASKED, screening)
    world.screened("yes", screening)
    world.screened("erase my data", screening)
    world.recruiter(f"answer 1 {ANSWER}")
    told = world.screened("erase my data", screening)
    assert ASKED not in told
    assert world.app.store.records.news(f"web:screening:{screening}") == ()
