"""A workspace with the running Slack app and a fake Web API."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette

from bot.channels.slack.config import SlackConfig
from bot.channels.slack.routes import slack_routes
from bot.channels.slack.sender import SlackSender
from tests.channels.slack.fake_api import TOKEN, FakeSlack
from tests.channels.slack.workspace import HIRING, SECRET, Workspace
from tests.channels.turns_now import TurnsNow, echo
from tests.loopback import running


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


@pytest.fixture
def sender(config: SlackConfig) -> SlackSender:
    return SlackSender(config)


@pytest.fixture
def workspace(slack: FakeSlack, config: SlackConfig, sender: SlackSender) -> Iterator[Workspace]:
    turns = TurnsNow("slack", sender, HIRING, echo)
    with running(Starlette(routes=list(slack_routes(config, turns)))) as url:
        yield Workspace(url, slack, turns)
