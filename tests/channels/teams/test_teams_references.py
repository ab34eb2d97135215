"""Where the bot is: kept from what Teams sends, told to the recruiters where it is missing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.briefs.reading import read_brief
from bot.channels.teams.app import teams_routes
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.sender import TeamsSender
from bot.core.messages import Text
from bot.core.plain import plain
from bot.dialogues.recruiting.whereabouts import Team, Whereabouts
from bot.ports.delivery import TryAgain, Undeliverable
from bot.storage.errors import StorageBusy
from bot.storage.store import Store, open_store
from tests.channels.teams.microsoft import TENANT, FakeMicrosoft, error
from tests.channels.teams.samples import NOW
from tests.channels.teams.tenant import ADA, BOT, HIRING, RIA, Tenant, mention, personal
from tests.channels.turns_now import TurnsNow, echo

TEAM = "19:team@thread.tacv2"
IN_TEAM: dict[str, Any] = {
    "conversation": {
        "conversationType": "channel",
        "isGroup": True,
        "id": TEAM,
        "tenantId": TENANT,
    },
    "channelData": {"team": {"id": TEAM}, "tenant": {"id": TENANT}},
}
SAID = (Text("A screening is finished."),)
BRIEF = "# Lighthouse Keeper\n\n## Required\n- Two winters of keeping a light in working order\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'rolecall.db'}", read_brief)
    store.roles.put("keeper", "keeper.md", BRIEF, NOW)
    yield store
    store.close()


@pytest.fixture
def where(store: Store) -> Whereabouts:
    routes = (("teams", {"conversation": HIRING}),)
    team = Team(store.roles, store.inbox, lambda role: routes, {"teams": frozenset({RIA.lower()})})
    return Whereabouts(store.references, team)


@pytest.fixture
def tenant(microsoft: FakeMicrosoft, config: TeamsConfig, where: Whereabouts) -> Iterator[Tenant]:
    turns = TurnsNow("teams", TeamsSender(config, where), {"conversation": HIRING}, echo)
    with TestClient(Starlette(routes=list(teams_routes(config, turns, presence=where)))) as client:
        yield Tenant(microsoft, turns, client)


def event(kind: str, **more: Any) -> dict[str, Any]:
    """Something that happened in the team the bot is in."""
    return {**personal(None, person=RIA), **IN_TEAM, "type": kind, "id": kind + str(more), **more}


def of_channel(name: str, channel: str) -> dict[str, Any]:
    told = {**IN_TEAM["channelData"], "eventType": name, "channel": {"id": channel}}
    return event("conversationUpdate", channelData=told)


def told(store: Store) -> list[str]:
    return [plain(post.blocks) for post in store.outbox.undelivered()]


def in_hiring(text: str) -> dict[str, Any]:
    return {**mention(text, HIRING, RIA), "channelData": IN_TEAM["channelData"]}


def test_a_post_goes_where_the_channel_was_heard_from_last(
    tenant: Tenant, config: TeamsConfig, store: Store, where: Whereabouts
) -> None:
    """The setting names the channel alone; its address comes from what Teams sent."""
    away = TeamsSender(replace(config, service_url="http://127.0.0.1:9"), where)
    with pytest.raises(TryAgain):
        away.send({"conversation": HIRING}, "k1", SAID)
    assert tenant.send(in_hiring("hi")).status_code == 202
    kept = store.references.get("teams", HIRING)
    assert kept
    assert (kept.part_of, kept.person) == (TEAM, "")
    assert kept.address["service_url"] == tenant.microsoft.url
    away.send({"conversation": HIRING}, "k2", SAID)
    assert tenant.microsoft.posts(HIRING)[-1]["text"] == "A screening is finished."


def test_only_recruiters_own_chats_are_kept(tenant: Tenant, store: Store) -> None:
    for person in (RIA, ADA):
        tenant.send(personal("hi", person, id=person))
    kept = [chat.place for chat in store.references.chats("teams", [RIA.lower(), ADA])]
    assert kept == [f"a:{RIA}"]
    assert store.references.get("teams", f"a:{ADA}") is None


@pytest.mark.parametrize(
    "leaving",
    [
        event("conversationUpdate", membersRemoved=[{"id": BOT}]),
        event("installationUpdate", action="remove"),
        of_channel("channelDeleted", HIRING),
        of_channel("teamDeleted", ""),
    ],
)
def test_the_recruiters_are_told_once_when_the_bot_leaves_the_hiring_channel(
    tenant: Tenant, store: Store, where: Whereabouts, leaving: dict[str, Any]
) -> None:
    tenant.send(personal("hi", RIA))
    tenant.send(in_hiring("hi"))
    assert where.absent("keeper") == ()
    for _ in range(2):
        assert tenant.send(leaving).status_code == 202
    (notice,) = told(store)
    assert "I cannot write in the hiring channel of Lighthouse Keeper" in notice
    assert HIRING in notice
    (post,) = store.outbox.undelivered()
    assert post.origin
    assert dict(post.origin.address)["conversation"] == f"a:{RIA}"
    assert where.absent("keeper") == (f"Microsoft Teams, {HIRING}",)
    assert not where.came_back()
    back = of_channel("channelRestored", HIRING)
    assert tenant.send(back).status_code == 202
    assert (where.absent("keeper"), where.came_back(), where.came_back()) == ((), True, False)


def test_another_channel_that_goes_concerns_nobody(tenant: Tenant, store: Store) -> None:
    tenant.send(personal("hi", RIA))
    tenant.send(in_hiring("hi"))
    tenant.send(of_channel("channelDeleted", "19:lunch@thread.tacv2"))
    tenant.send(event("conversationUpdate", membersRemoved=[{"id": "29:somebody"}]))
    assert told(store) == []


def test_a_refused_post_tells_too_and_one_that_arrives_shows_that_the_bot_is_back(
    tenant: Tenant, store: Store, where: Whereabouts
) -> None:
    tenant.send(personal("hi", RIA))
    tenant.microsoft.removed = {HIRING}
    for key in ("k1", "k2"):
        with pytest.raises(Undeliverable):
            tenant.turns.sender.send({"conversation": HIRING}, key, SAID)
    assert len(told(store)) == 1
    tenant.microsoft.removed = set()
    tenant.turns.sender.send({"conversation": HIRING}, "k3", SAID)
    assert where.came_back()
    assert where.absent("keeper") == ()


def test_a_reply_whose_thread_is_gone_proves_nothing(tenant: Tenant, where: Whereabouts) -> None:
    for address in (
        {"conversation": HIRING, "reply_to": "17"},
        {"conversation": f"{HIRING};messageid=17"},
    ):
        tenant.microsoft.next = [error(404, "ActivityNotFound")]
        with pytest.raises(Undeliverable):
            tenant.turns.sender.send(address, str(address), SAID)
    assert where.absent("keeper") == ()


def test_a_database_that_is_away_keeps_no_message_out(
    tenant: Tenant, where: Whereabouts, monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    def away(*_: object) -> bool:
        raise StorageBusy

    for name in ("keep", "lose", "get"):
        monkeypatch.setattr(type(store.references), name, away)
    assert tenant.send(in_hiring("hi")).status_code == 202
    assert tenant.send(of_channel("channelDeleted", HIRING)).status_code == 202
    assert [heard.text for heard in tenant.turns.heard] == ["hi"]
