"""Files in Teams: named in a message, fetched from Microsoft alone, taken in as briefs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from bot.bot import Bot
from bot.briefs.reading import read_brief
from bot.channels.teams import files
from bot.channels.teams.app import teams_routes
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.files import DOWNLOAD, LARGEST, attached, fetch
from bot.channels.teams.sender import TeamsSender
from bot.core.errors import FileNotFetched
from bot.core.messages import Attachment, Origin
from bot.storage.store import Store, open_store
from tests.channels.teams.microsoft import FakeMicrosoft
from tests.channels.teams.tenant import ADA, HIRING, RIA, Tenant, personal
from tests.channels.turns_now import TurnsNow
from tests.loopback import running
from tests.ports import ports_on, token_of_screening
from tests.recruiting.office import KEEPER_BRIEF

BRIEF = KEEPER_BRIEF.encode()


def _drive(request: Request) -> Response:
    """Somebody's OneDrive, and what can go wrong in it."""
    match request.path_params["name"]:
        case "moved":
            return RedirectResponse("/keeper.md")
        case "round":
            return RedirectResponse("/round")
        case "away":
            return RedirectResponse("https://elsewhere.example/keeper.md")
        case "long.md":
            return Response(b"x" * (LARGEST + 5))
        case "ended":
            return Response(status_code=403)
        case "broken":
            return Response(status_code=500)
    return Response(BRIEF)


@pytest.fixture(scope="module")
def drive() -> Iterator[str]:
    with running(Starlette(routes=[Route("/{name}", _drive)])) as url:
        yield url


@pytest.fixture
def on_drive(config: TeamsConfig, drive: str) -> TeamsConfig:
    return replace(config, service_url=drive)


def at(url: str, name: str = "keeper.md") -> Attachment:
    return Attachment(name, "", 0, Origin("teams", (("url", url),)))


def dropped(url: str, **more: Any) -> dict[str, Any]:
    """A file in a personal chat, as Teams tells of it; the words come as HTML beside it."""
    content = {"downloadUrl": url, "uniqueId": "1150D938", "fileType": "md"}
    file = {"contentType": DOWNLOAD, "content": content, "name": "keeper.md"}
    words = {"contentType": "text/html", "content": "<div></div>"}
    return personal(None, **{"person": RIA, "attachments": [words, file], **more})


def test_a_file_is_fetched_and_no_more_of_it_than_a_brief_may_have(
    on_drive: TeamsConfig, drive: str
) -> None:
    assert fetch(on_drive, at(f"{drive}/keeper.md")) == BRIEF
    assert fetch(on_drive, at(f"{drive}/moved")) == BRIEF
    assert len(fetch(on_drive, at(f"{drive}/long.md"))) == LARGEST


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("away", "not kept by Microsoft itself"),
        ("round", "the link to it has ended"),
        ("ended", r"the link to it has ended\. Please send it again"),
        ("broken", "Microsoft answered 500"),
    ],
)
def test_what_cannot_be_fetched_says_why(
    on_drive: TeamsConfig, drive: str, path: str, why: str
) -> None:
    with pytest.raises(FileNotFetched, match=why):
        fetch(on_drive, at(f"{drive}/{path}"))


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/keeper.md",
        "http://example-my.sharepoint.com/keeper.md",
        "https://sharepoint.com.elsewhere.example/keeper.md",
        "https://example-my.sharepoint.com@elsewhere.example/keeper.md",
        "https://user@example-my.sharepoint.com/keeper.md",
        "https://example-my.sharepoint.com:8443/keeper.md",
        "https://notsharepoint.com/keeper.md",
        "https://[bad/keeper.md",
        "http://169.254.169.254/metadata",
        "file:///etc/hosts",
        "",
    ],
)
def test_nobody_but_microsoft_is_asked(
    config: TeamsConfig, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_: object, **__: object) -> None:
        raise AssertionError("somebody was asked")

    monkeypatch.setattr("requests.Session.get", asked)
    with pytest.raises(FileNotFetched, match="not kept by Microsoft itself"):
        fetch(config, at(url))


def test_a_slow_file_is_given_up(
    on_drive: TeamsConfig, drive: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ALL_SECONDS", -1.0)
    with pytest.raises(FileNotFetched, match="could not be reached"):
        fetch(on_drive, at(f"{drive}/keeper.md"))


@pytest.mark.parametrize(
    "attachment",
    [
        {"contentType": DOWNLOAD, "name": "a.md"},
        {"contentType": DOWNLOAD, "name": "a.md", "content": "x"},
        {"contentType": DOWNLOAD, "name": 5, "content": {"downloadUrl": "https://x.example"}},
        {
            "contentType": "image/png",
            "name": "a.png",
            "content": {"downloadUrl": "https://x.example"},
        },
        {
            "contentType": DOWNLOAD,
            "name": "a.md",
            "content": {"downloadUrl": ["https://x.example"]},
        },
    ],
)
def test_what_cannot_be_fetched_is_only_counted(attachment: dict[str, object]) -> None:
    assert attached({"attachments": [attachment]}, "teams") is None


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'rolecall.db'}", read_brief, token_of_screening)
    yield store
    store.close()


@pytest.fixture
def tenant(
    microsoft: FakeMicrosoft, config: TeamsConfig, on_drive: TeamsConfig, store: Store
) -> Iterator[Tenant]:
    ports = replace(ports_on(store, iter(())), fetch=lambda file: fetch(on_drive, file))
    hiring = {"conversation": HIRING}
    turns = TurnsNow("teams", TeamsSender(config), hiring, Bot(ports).handle)
    with TestClient(Starlette(routes=list(teams_routes(config, turns)))) as client:
        yield Tenant(microsoft, turns, client)


def test_a_brief_dropped_in_a_personal_chat_becomes_a_role_after_a_yes(
    tenant: Tenant, store: Store, drive: str
) -> None:
    assert tenant.send(dropped(f"{drive}/keeper.md", id="1")).status_code == 202
    preview = tenant.microsoft.posts(f"a:{RIA}")[-1]
    assert "Lighthouse Keeper" in preview["text"]
    assert store.roles.all() == ()
    tenant.send(personal("yes", RIA, id="2"))
    assert [role.title for role in store.roles.all()] == ["Lighthouse Keeper"]


def test_a_candidates_file_is_not_fetched(tenant: Tenant, store: Store, drive: str) -> None:
    tenant.send(dropped(f"{drive}/keeper.md", person=ADA, id="1"))
    tenant.send(personal("yes", ADA, id="2"))
    assert store.roles.all() == ()
    assert tenant.turns.heard[0].attachment
    assert "Lighthouse Keeper" not in tenant.microsoft.posts(f"a:{ADA}")[0]["text"]
