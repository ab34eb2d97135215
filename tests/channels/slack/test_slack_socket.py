"""Socket Mode: the same app as behind the signed requests, over a socket it opens itself."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl

import pytest

from bot.channels.slack.app import slack_app
from bot.channels.slack.config import SlackConfig
from bot.channels.slack.routes import slack_routes
from bot.channels.slack.sender import SlackSender
from bot.channels.slack.socket import SlackSocket
from bot.core.messages import Incoming, Reply
from bot.ports.delivery import NotRunning
from tests.channels.slack.fake_api import APP_TOKEN, BOT, FakeSlack, error
from tests.channels.slack.fake_socket import FakeSocket, Json, socket_server, soon
from tests.channels.slack.workspace import HIRING
from tests.channels.turns_now import TurnsNow, echo


@dataclass
class Line:
    """A bot at one end of a socket and Slack at the other."""

    slack: FakeSlack
    far: FakeSocket
    turns: TurnsNow
    stop: Callable[[], None]
    numbers: list[int] = field(default_factory=lambda: [0])

    def direct(self, text: str, event_id: str = "", **more: object) -> str:
        self.numbers[0] += 1
        event = {
            "type": "message",
            "channel_type": "im",
            "channel": "D0ADA",
            "user": "U0ADA",
            "text": text,
            "ts": f"1700000100.{self.numbers[0]:06d}",
        }
        return self.far.deliver(
            "events_api",
            {
                "type": "event_callback",
                "team_id": "T0",
                "event_id": event_id or f"Ev{self.numbers[0]}",
                "authorizations": [{"team_id": "T0", "user_id": BOT, "is_bot": True}],
                "event": event,
            },
            **more,
        )

    @property
    def texts(self) -> list[str]:
        return [message["text"] for message in self.slack.messages]


@contextmanager
def running(config: SlackConfig, turns: TurnsNow, away: float) -> Iterator[Callable[[], None]]:
    """The bot's end, in a loop of its own; gives what closes it."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    async def made() -> SlackSocket:
        return SlackSocket(config, slack_app(config, turns), away)

    socket = asyncio.run_coroutine_threadsafe(made(), loop).result(5)
    asyncio.run_coroutine_threadsafe(socket.open(), loop).result(5)

    def stop() -> None:
        asyncio.run_coroutine_threadsafe(socket.close(), loop).result(10)

    try:
        yield stop
    finally:
        stop()
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
        loop.close()


@pytest.fixture
def line(slack: FakeSlack, config: SlackConfig) -> Iterator[Line]:
    on = replace(config, signing_secret="", app_token=APP_TOKEN)
    turns = TurnsNow("slack", SlackSender(on), HIRING, echo)
    with socket_server() as far:
        slack.links = far.link
        with running(on, turns, away=0.15) as stop:
            soon(lambda: far.opened)
            yield Line(slack, far, turns, stop)


def test_messages_presses_and_commands_come_over_the_socket(line: Line) -> None:
    said = line.direct("What is the pay?")
    press = line.far.deliver("interactive", PRESS, accepts_response_payload=True)
    command = line.far.deliver("slash_commands", COMMAND, accepts_response_payload=True)
    soon(lambda: {said, press, command} <= set(line.far.acks))
    assert sorted(line.texts) == ["candidate: What is the pay?", "candidate: skip"]
    assert [whisper["text"] for whisper in line.slack.whispers] == ["candidate: roles"]
    ids = {heard.id for heard in line.turns.heard}
    assert ids >= {"slack:Ev1", "slack:13345.1"}


def test_what_is_delivered_twice_has_one_effect_and_both_are_acknowledged(line: Line) -> None:
    first = line.direct("hello", "Ev7")
    again = line.direct("hello", "Ev7", retry_attempt=1, retry_reason="timeout")
    soon(lambda: {first, again} <= set(line.far.acks))
    assert line.texts == ["candidate: hello"]


def test_what_is_not_durable_is_not_acknowledged(line: Line) -> None:
    def away(incoming: Incoming) -> Reply:
        raise NotRunning

    line.turns.handler = away
    lost = line.direct("hello")
    soon(lambda: line.turns.heard)
    line.turns.handler = echo
    line.turns.heard.clear()
    kept = line.direct("hello")
    soon(lambda: kept in line.far.acks)
    assert lost not in line.far.acks
    assert line.texts == ["candidate: hello"]


def test_one_chats_messages_keep_their_order(line: Line) -> None:
    line.turns.handler = later
    for number in range(8):
        line.direct(str(number))
    soon(lambda: len(line.texts) == 8)
    assert line.texts == [f"candidate: {number}" for number in range(8)]


def later(incoming: Incoming) -> Reply:
    """The earlier a message, the longer it takes."""
    threading.Event().wait((8 - int(incoming.text)) / 200)
    return echo(incoming)


def test_a_socket_that_slack_ends_is_opened_again(line: Line) -> None:
    line.far.refresh()
    soon(lambda: line.far.opened == 2)
    said = line.direct("still there?")
    soon(lambda: said in line.far.acks)


def test_after_a_broken_socket_and_a_link_that_leads_nowhere_a_new_one_is_made(
    line: Line,
) -> None:
    line.far.deaf = 1
    line.slack.failing.append(error("internal_error"))
    line.far.drop()
    soon(lambda: line.far.opened == 2, 20)
    said = line.direct("still there?")
    soon(lambda: said in line.far.acks)


def test_closing_lets_what_is_in_hand_be_acknowledged(line: Line) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(incoming: Incoming) -> Reply:
        begun.set()
        assert go_on.wait(5)
        return echo(incoming)

    line.turns.handler = slow
    said = line.direct("hello")
    assert begun.wait(5)
    threading.Timer(0.1, go_on.set).start()
    line.stop()
    assert said in line.far.acks
    soon(lambda: not line.far.open_now)


def test_what_slack_never_sends_stops_nothing(line: Line) -> None:
    odd = [
        line.far.deliver("events_api", {"type": "event_callback", "event": {}}),
        line.far.deliver("interactive", {}),
        line.far.deliver("surprise", {"type": "surprise"}),
    ]
    said = line.direct("hello")
    soon(lambda: {said, *odd} <= set(line.far.acks))
    assert line.texts == ["candidate: hello"]


def test_without_a_signing_secret_there_is_no_door_for_requests(config: SlackConfig) -> None:
    on = replace(config, signing_secret="", app_token=APP_TOKEN)
    assert slack_routes(on, TurnsNow("slack", SlackSender(on), HIRING, echo)) == []
    with pytest.raises(ValueError, match="app token"):
        replace(config, signing_secret="")


PRESS: Json = {
    "type": "block_actions",
    "team": {"id": "T0"},
    "user": {"id": "U0ADA", "team_id": "T0"},
    "channel": {"id": "D0ADA", "name": "directmessage"},
    "container": {"type": "message", "message_ts": "1700000000.000001"},
    "message": {"ts": "1700000000.000001"},
    "actions": [
        {"type": "button", "action_id": "say:0", "value": "skip", "action_ts": "1700000200.000001"}
    ],
}
COMMAND: Json = dict(
    parse_qsl(
        "command=%2Frolecall&text=roles&team_id=T0&channel_id=C0PUBLIC&user_id=U0ADA"
        "&trigger_id=13345.1"
    )
)
