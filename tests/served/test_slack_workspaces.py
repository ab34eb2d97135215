"""The whole program in Slack without a public address: installed, written to, left."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.channels.slack.fake_api import APP_TOKEN, BOT, CLIENT, CLIENT_SECRET, FakeSlack
from tests.channels.slack.fake_socket import FakeSocket, Json, socket_server
from tests.loopback import running
from tests.served.programs import Program, prepared, served
from tests.turns.world import soon

pytestmark = pytest.mark.programs


def event(number: int, inner: Json) -> Json:
    return {
        "type": "event_callback",
        "team_id": "T1",
        "event_id": f"Ev{number}",
        "event_time": 4_000_000_000,
        "authorizations": [{"team_id": "T1", "user_id": BOT, "is_bot": True}],
        "event": inner,
    }


def direct(number: int, text: str) -> Json:
    where = {"channel": "D0ADA", "channel_type": "im", "user": "U0ADA"}
    return event(
        number, {"type": "message", "text": text, "ts": f"1700000100.{number:06d}", **where}
    )


def install(program: Program, slack: FakeSlack) -> httpx.Response:
    """An administrator's way to Slack's page and back, in one browser."""
    with httpx.Client(base_url=program.address, trust_env=False, timeout=20) as browser:
        begun = browser.get("/slack/install")
        asked = parse_qs(urlsplit(begun.headers["location"]).query)
        slack.codes["a-code"] = {
            "access_token": "xoxb-of-T1",
            "token_type": "bot",
            "scope": asked["scope"][0],
            "bot_user_id": BOT,
            "team": {"id": "T1", "name": "Lamps & Co"},
            "enterprise": None,
            "authed_user": {"id": "U0ADMIN"},
            "back": asked["redirect_uri"],
        }
        back = urlsplit(asked["redirect_uri"][0]).path
        return browser.get(back, params={"code": "a-code", "state": asked["state"][0]})


def acknowledged(far: FakeSocket, payload: Json) -> None:
    envelope = far.deliver("events_api", payload)
    soon(lambda: envelope in far.acks, 20)


def test_a_workspace_installs_it_is_answered_and_leaves(tmp_path: Path) -> None:
    slack = FakeSlack()
    url = f"sqlite:///{tmp_path / 'rolecall.db'}"
    prepared(url)
    with running(slack.app()) as address, socket_server() as far:
        slack.links = far.link
        program = Program(
            tmp_path,
            {
                "DATABASE_URL": url,
                "ROLECALL_SLACK_API_URL": f"{address}/api",
                "ROLECALL_SLACK_APP_TOKEN": APP_TOKEN,
                "ROLECALL_SLACK_CLIENT_ID": CLIENT,
                "ROLECALL_SLACK_CLIENT_SECRET": CLIENT_SECRET,
                "ROLECALL_SLACK_WORKSPACES": "T1",
            },
        )
        with served(program):
            soon(lambda: far.opened == 1, 20)
            acknowledged(far, direct(1, "What does it pay?"))
            assert slack.messages == [], "nobody has installed it yet"
            page = install(program, slack)
            assert (page.status_code, "Lamps &amp; Co" in page.text) == (200, True)
            acknowledged(far, direct(2, "What does it pay?"))
            soon(lambda: len(slack.messages) == 1, 20)
            assert "31,400 euros" in str(slack.messages)
            assert ("chat.postMessage", "xoxb-of-T1") in slack.used
            program.kill()
            program.start()
            soon(lambda: far.opened == 2, 20)
            acknowledged(far, direct(2, "What does it pay?"))
            acknowledged(far, direct(3, "help"))
            soon(lambda: len(slack.messages) == 2, 20)
            acknowledged(far, event(4, {"type": "app_uninstalled"}))
            acknowledged(far, direct(5, "help"))
            assert program.stop() == 0
            soon(lambda: not far.open_now, 10)
    assert len(slack.messages) == 2
    assert "xoxb" not in program.log.read_text()
    assert "has removed the app slack" in program.log.read_text()
