"""The chat platforms under load: acknowledging, the way of a question to its answer, API calls.

The bot is a process of its own with both channels on, and so is what sends messages to it. The
platforms' interfaces are in this process. Tokens and signatures are checked as they always are.
"""

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.core.messages import Incoming
from bot.core.roles import Audience
from tests.bench.options import Options
from tests.bench.tables import Aim, Line, Table, Unit
from tests.channels.teams.microsoft import APP, PASSWORD, TENANT, FakeMicrosoft
from tests.faults.scene import settled
from tests.loopback import running
from tests.product import product
from tests.served.load import Orders
from tests.served.platform import Platform
from tests.served.programs import ROOT, Program, came_of, load, served, settings

QUESTIONS = (
    "What does it pay?",
    "Is remote work possible?",
    "Which cloud platforms should I know?",
    "Do I need both Terraform and TOGAF?",
    "What would I do in a normal week?",
)
"""Asked in turn: a fact, a slot of the taxonomy, a list, a requirement, and what is not said."""
BRIEF = ROOT / "seeds" / "ai-infrastructure-architect.md"
RATE, SECONDS, QUIET = 50.0, 20, 4.0
"""Messages a second under load, for so many seconds, and so few that none waits for another one."""
CHATS = 200
WARM, SINGLE, MENTIONS = 20, 60, 20
"""How many messages come before anything is measured, one by one, and in a channel."""
ACKNOWLEDGED = {"Teams": 10.0, "Slack": 3.0}
"""Seconds in which each platform wants an answer."""
TIMES = 2.0
"""The aim for the way of a question to its answer, as a multiple of the bot's own time."""


@dataclass
class _Place:
    """A running bot, and the two platforms it is on."""

    program: Program
    slack: Platform
    microsoft: FakeMicrosoft
    posts: dict[str, float] = field(default_factory=dict)
    calls: int = 0
    sent: int = 0

    def orders(self, teams: bool, count: int, rate: float) -> Orders:
        """So many questions, none of them with a number that was used before."""
        first, self.sent = self.sent, self.sent + count
        made = Orders((self.program.address,), first, count, rate, 120, "\n".join(QUESTIONS), CHATS)
        made = replace(made, at_once=32)
        if not teams:
            return made
        return replace(made, teams=self.microsoft.url, token=self.microsoft.token())

    def sending(self, orders: Orders) -> list[dict[str, Any]]:
        """What was acknowledged, once all of it is answered."""
        wanted = {f"Ev{n}" for n in range(orders.first, orders.first + orders.count)}
        with load(orders) as given:
            came = came_of(given, orders.seconds + 60)
            settled(lambda: len(wanted - self.answered().keys()), 60)
        taken: list[dict[str, Any]] = came["acknowledged"]
        return taken

    def answered(self) -> dict[str, float]:
        """When the answer of each event was posted."""
        by_slack = {
            key.removeprefix("slack:").removesuffix("#0"): at
            for key, at in list(self.slack.at.items())
        }
        return {**by_slack, **self.posts}


def tables(options: Options) -> list[Table]:
    """About two minutes in all."""
    del options
    alone = _alone()
    with _place() as place:
        lines = [line for name in ("Teams", "Slack") for line in _of(place, name, alone)]
    return [
        Table(
            f"Questions from chat platforms, {RATE:.0f}/s for {SECONDS} s and then one by one",
            (Line("Bot.handle alone, median", Unit.MILLISECONDS, alone * 1000), *lines),
            notes=(f"{len(QUESTIONS)} questions in turn on the brief that ships; kept in SQLite.",),
        )
    ]


def _of(place: _Place, name: str, alone: float) -> Iterator[Line]:
    teams = name == "Teams"
    place.sending(place.orders(teams, WARM, QUIET))
    loaded = place.sending(place.orders(teams, int(RATE * SECONDS), RATE))
    p50, p99 = np.percentile([one["seconds"] for one in loaded], [50, 99])
    aim = Aim(ACKNOWLEDGED[name] * 1000)
    yield Line(f"{name}: acknowledged, half of them within", Unit.MILLISECONDS, p50 * 1000)
    yield Line(f"{name}: acknowledged, 99 of 100 within", Unit.MILLISECONDS, p99 * 1000, aim)
    calls = _calls(place, teams)
    single = place.sending(place.orders(teams, SINGLE, QUIET))
    per_turn = (_calls(place, teams) - calls) / SINGLE
    answered = place.answered()
    took = statistics.median(answered[one["event"]] - one["begun"] for one in single)
    yield Line(f"{name}: from message to posted answer, median", Unit.MILLISECONDS, took * 1000)
    yield Line(f"{name}: as a multiple of Bot.handle", Unit.TIMES, took / alone, Aim(TIMES))
    yield Line(f"{name}: API calls for an answer in a direct chat", Unit.EACH, per_turn)
    if not teams:
        yield _in_channel(place)


def _in_channel(place: _Place) -> Line:
    calls = _calls(place, teams=False)
    place.sending(replace(place.orders(False, MENTIONS, QUIET), mentioned=True))
    per_turn = (_calls(place, teams=False) - calls) / MENTIONS
    return Line("Slack: API calls for an answer in a channel", Unit.EACH, per_turn, Aim(1))


def _calls(place: _Place, teams: bool) -> int:
    return place.calls if teams else place.slack.calls.total()


def _alone() -> float:
    """The median of the bot's own time for the question, in seconds."""
    home = Path(tempfile.mkdtemp(prefix="rolecall-bench-"))
    try:
        _seed(home)
        with product(home, home / "seeds") as app:
            app.seeded()
            app.index()
            took = [_handled(app.bot.handle, number) for number in range(WARM + SINGLE * 2)]
        return statistics.median(took[WARM:])
    finally:
        shutil.rmtree(home)


def _seed(home: Path) -> None:
    """The brief that ships, as the only role there is."""
    (home / "seeds").mkdir()
    shutil.copy(BRIEF, home / "seeds")


def _handled(handle: Any, number: int) -> float:
    begun = time.perf_counter()
    chat = f"chat-{number % CHATS}"
    now = datetime.now(UTC)
    question = QUESTIONS[number % len(QUESTIONS)]
    handle(Incoming(f"Ev{number}", chat, chat, Audience.CANDIDATE, question, now))
    return time.perf_counter() - begun


@contextmanager
def _place() -> Iterator[_Place]:
    home = Path(tempfile.mkdtemp(prefix="rolecall-bench-"))
    slack, microsoft = Platform(), FakeMicrosoft()
    place = _Place(Program(home, {}), slack, microsoft)
    try:
        with (
            running(slack.app()) as slack_url,
            running(_timed(microsoft.app(), place)) as microsoft_url,
        ):
            microsoft.url = microsoft_url
            url = f"sqlite:///{home / 'rolecall.db'}"
            _seed(home)
            given = settings(
                slack_url,
                DATABASE_URL=url,
                ROLECALL_SEEDS=str(home / "seeds"),
                ROLECALL_TEAMS_APP_ID=APP,
                ROLECALL_TEAMS_APP_PASSWORD=PASSWORD,
                ROLECALL_TEAMS_TENANT_ID=TENANT,
                ROLECALL_BENCH_MICROSOFT=microsoft_url,
            )
            place.program = Program(home, given, words=("tests.bench.channel_program",))
            with served(place.program):
                place.program.wait_for("/readyz")
                yield place
    finally:
        shutil.rmtree(home)


def _timed(app: ASGIApp, place: _Place) -> ASGIApp:
    """The connector, noting when the answer to each activity was posted."""

    async def noting(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if path.startswith("/v3/conversations/"):
            place.calls += 1
            place.posts.setdefault(path.rpartition("/")[2], time.monotonic())
        await app(scope, receive, send)

    return noting
