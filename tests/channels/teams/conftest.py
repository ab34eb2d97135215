"""A tenant with the running Teams app and a fake Microsoft."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from bot.channels.teams.app import teams_routes
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.sender import TeamsSender
from tests.channels.teams.microsoft import (
    APP,
    ISSUER,
    PASSWORD,
    TENANT,
    FakeMicrosoft,
)
from tests.channels.teams.tenant import HIRING, RIA, Tenant
from tests.channels.turns_now import TurnsNow, echo
from tests.loopback import running


class _Served:
    """One server for all tests: starting and ending one takes longer than most of them."""

    def __init__(self) -> None:
        self.fake = FakeMicrosoft()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.fake.app()(scope, receive, send)


@pytest.fixture(scope="session")
def _server() -> Iterator[tuple[_Served, str]]:
    served = _Served()
    with running(served) as url:
        yield served, url


@pytest.fixture
def microsoft(_server: tuple[_Served, str]) -> FakeMicrosoft:
    served, url = _server
    served.fake = FakeMicrosoft(url=url)
    return served.fake


@pytest.fixture
def config(microsoft: FakeMicrosoft) -> TeamsConfig:
    return TeamsConfig(
        app_id=APP,
        app_password=PASSWORD,
        tenant_id=TENANT,
        recruiters=frozenset({RIA.upper()}),
        team_channels=frozenset({HIRING}),
        openid_url=f"{microsoft.url}/openid",
        issuer=ISSUER,
        login_url=microsoft.url,
        service_url=microsoft.url,
        key_pause=0,
    )


@pytest.fixture
def sender(config: TeamsConfig) -> TeamsSender:
    return TeamsSender(config)


@pytest.fixture
def tenant(microsoft: FakeMicrosoft, config: TeamsConfig, sender: TeamsSender) -> Iterator[Tenant]:
    turns = TurnsNow("teams", sender, {"conversation": HIRING}, echo)
    app = Starlette(routes=list(teams_routes(config, turns)))
    with TestClient(app) as client:
        yield Tenant(microsoft, turns, client)
