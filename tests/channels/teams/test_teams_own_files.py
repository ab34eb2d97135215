"""A candidate's own data in Teams: offered by a card, put into their OneDrive after a yes."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from bot.channels.teams.app import Own, teams_routes
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.render import CONSENT
from bot.channels.teams.sender import TeamsSender
from bot.channels.teams.taking_along import INFO, INVOKE, hand_over, taken
from bot.core.messages import File, Incoming, Reply, Text
from tests.channels.teams.microsoft import FakeMicrosoft
from tests.channels.teams.tenant import ADA, HIRING, Tenant, personal
from tests.channels.turns_now import TurnsNow
from tests.loopback import running

OWN = File("my-data.json", "application/json", '{"answer": "Ünï"}')


@dataclass
class Drive:
    """Somebody's OneDrive: what was put into it, and what it answers."""

    url: str = ""
    put: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    status: int = 201

    async def take(self, request: Request) -> Response:
        told = (await request.body(), request.headers["content-range"])
        self.put[request.path_params["name"]] = told
        return Response(status_code=self.status)


@pytest.fixture
def drive() -> Iterator[Drive]:
    made = Drive()
    with running(Starlette(routes=[Route("/{name}", made.take, methods=["PUT"])])) as url:
        made.url = url
        yield made


def yes(upload: str, name: str = OWN.name, **more: Any) -> dict[str, Any]:
    """The card's yes, as Teams tells it."""
    there = {
        "contentUrl": "https://x-my.sharepoint.com/d/my-data.json",
        "name": "my-data.json",
        "uploadUrl": upload,
        "uniqueId": "1150D938",
        "fileType": "json",
    }
    value = {"type": "fileUpload", "action": "accept", "context": {"file": name}}
    invoke = {"type": "invoke", "name": INVOKE, "value": {**value, "uploadInfo": there, **more}}
    return personal(None, ADA, **invoke)


def offered(conversation: str, name: str) -> File | None:
    return OWN if (conversation, name) == (f"teams:a:{ADA}", OWN.name) else None


def test_the_card_asks_and_a_yes_puts_the_file_there(
    microsoft: FakeMicrosoft, config: TeamsConfig, drive: Drive
) -> None:
    def say(_: Incoming) -> Reply:
        return Reply((Text("Here."), OWN))

    turns = TurnsNow("teams", TeamsSender(config), {"conversation": HIRING}, say)
    routes = teams_routes(replace(config, service_url=drive.url), turns, own=Own(file_in=offered))
    with TestClient(Starlette(routes=list(routes))) as client:
        tenant = Tenant(microsoft, turns, client)
        tenant.send(personal("my data as a file", ADA, id="1"))
        [card] = microsoft.posts(f"a:{ADA}")[-1]["attachments"]
        assert (card["contentType"], card["name"]) == (CONSENT, OWN.name)
        assert card["content"]["sizeInBytes"] == len(OWN.text.encode())
        assert OWN.text not in str(card), "nothing is sent before the yes"
        found = tenant.send(yes(f"{drive.url}/up", context=card["content"]["acceptContext"]))
    assert (found.status_code, found.json()) == (200, {})
    size = len(OWN.text.encode())
    assert drive.put == {"up": (OWN.text.encode(), f"bytes 0-{size - 1}/{size}")}
    [shown] = microsoft.posts(f"a:{ADA}")[-1]["attachments"]
    assert shown["contentType"] == INFO
    assert shown["contentUrl"] == "https://x-my.sharepoint.com/d/my-data.json"


def test_a_no_another_host_another_chats_file_and_a_full_drive_give_nothing(
    config: TeamsConfig, drive: Drive
) -> None:
    assert taken(yes(drive.url, action="decline")) is None
    told = replace(config, service_url=drive.url)
    elsewhere = taken(yes("https://elsewhere.example/up"))
    assert elsewhere
    assert hand_over(told, elsewhere, offered) is None
    other = taken(yes(f"{drive.url}/up", name="other.json"))
    assert other
    assert hand_over(told, other, offered) is None
    assert drive.put == {}
    drive.status = 507
    full = taken(yes(f"{drive.url}/up"))
    assert full
    assert hand_over(told, full, offered) is None
