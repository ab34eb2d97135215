"""A workspace with the running Slack app and a fake Web API."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from bot.briefs.reading import read_brief
from bot.channels.slack.config import SlackConfig
from bot.channels.slack.parts import Parts
from bot.channels.slack.routes import slack_routes
from bot.channels.slack.sender import SlackSender
from bot.dialogues.recruiting.filling_in import FillingIn
from bot.storage.store import open_store
from tests.channels.slack.desk import Desk
from tests.channels.slack.fake_api import TOKEN, FakeSlack
from tests.channels.slack.workspace import HIRING, SECRET, Workspace
from tests.channels.turns_now import TurnsNow, echo
from tests.loopback import running
from tests.ports import token_of_screening
from tests.recruiting.office import KEEPER, KEEPER_BRIEF, Office


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


@pytest.fixture
def desk(tmp_path: Path, slack: FakeSlack, config: SlackConfig) -> Iterator[Desk]:
    store = open_store(f"sqlite:///{tmp_path / 'r.db'}", read_brief, token_of_screening)
    office = Office(store)
    office.add(KEEPER, KEEPER_BRIEF)
    turns = TurnsNow("slack", SlackSender(config), HIRING, office.bot.handle)
    routes = slack_routes(config, turns, Parts(forms=FillingIn(office.ports)))
    with running(Starlette(routes=list(routes))) as url:
        yield Desk(office, Workspace(url, slack, turns), slack)
    store.close()
