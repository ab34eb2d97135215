"""A workspace with the running Slack app and a fake Web API."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette

from bot.channels.slack.app import slack_routes
from bot.channels.slack.config import SlackConfig
from bot.channels.slack.sender import SlackSender
from bot.core.messages import Incoming, Reply, Text
from tests.channels.slack.fake_api import TOKEN, FakeSlack
from tests.channels.slack.workspace import SECRET, TurnsNow, Workspace
from tests.loopback import running


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def slack() -> FakeSlack:
    return FakeSlack()


@pytest.fixture
def config(slack: FakeSlack) -> Iterator[SlackConfig]:
    with running(slack.app()) as url:
        yield SlackConfig(
            bot_token=TOKEN,
            signing_secret=SECRET,
            recruiters=frozenset({"U0RIA"}),
            team_channels=frozenset({"C0HIRING"}),
            api_url=f"{url}/api/",
        )


def echo(incoming: Incoming) -> Reply:
    """Says who was heard, as what, saying what."""
    return Reply((Text(f"{incoming.audience}: {incoming.text}"),))


@pytest.fixture
def workspace(slack: FakeSlack, config: SlackConfig) -> Iterator[Workspace]:
    turns = TurnsNow(echo, SlackSender(config))
    with running(Starlette(routes=list(slack_routes(config, turns)))) as url:
        yield Workspace(url, slack, turns)
