"""Who may speak to the bot: the real token path, with keys and metadata on loopback."""

import asyncio
import time
from dataclasses import replace
from typing import Any

import jwt
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.channels.teams import keys
from bot.channels.teams.app import teams_routes
from bot.channels.teams.config import TeamsConfig, TeamsNotConfigured
from tests.channels.teams.microsoft import APP, ISSUER, TENANT, private_key
from tests.channels.teams.tenant import Tenant, personal


def refused(tenant: Tenant, token: str) -> bool:
    answer = tenant.send(personal("Let me in"), token)
    assert answer.status_code in (202, 401)
    assert (answer.status_code == 401) == (not tenant.turns.heard)
    return answer.status_code == 401


def test_a_good_token_is_let_in(tenant: Tenant) -> None:
    assert not refused(tenant, tenant.microsoft.token())


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": int(time.time()) - 3600},
        {"nbf": int(time.time()) + 3600},
        {"aud": "another-bot"},
        {"aud": ""},
        {"aud": ["x", "y"]},
        {"iss": "https://somebody.example"},
        {"iss": f"https://sts.windows.net/{TENANT}/"},
        {"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"},
        {"iss": ""},
        {"serviceurl": "https://elsewhere.example"},
        {"serviceurl": ""},
    ],
)
def test_a_token_with_a_wrong_claim_is_refused(tenant: Tenant, claims: dict[str, Any]) -> None:
    assert refused(tenant, tenant.microsoft.token(**claims))


@pytest.mark.parametrize("issuer", ["sts.windows.net", "login.microsoftonline.com"])
def test_a_token_for_the_emulator_is_refused(tenant: Tenant, issuer: str) -> None:
    # The SDK takes these, checks neither audience nor service URL, and fetches keys for them.
    own = "d6d49420-f39b-4df7-a1dc-d59a935871db"
    ended = "/v2.0" if issuer.startswith("login") else "/"
    claims = {"iss": f"https://{issuer}/{own}{ended}", "ver": "1.0", "appid": APP, "aud": "any"}
    assert refused(tenant, tenant.microsoft.token(**claims))
    assert tenant.microsoft.keys_fetched == 0


def test_a_token_signed_by_somebody_else_is_refused(tenant: Tenant) -> None:
    assert refused(tenant, tenant.microsoft.token("key-1", signed_by="stranger"))


def test_a_token_without_a_signature_is_refused(tenant: Tenant) -> None:
    claims = {"iss": ISSUER, "exp": int(time.time()) + 60, "serviceurl": tenant.microsoft.url}
    unsigned = jwt.encode(claims, "", algorithm="none", headers={"kid": "key-1"})
    assert refused(tenant, unsigned)


def test_a_key_for_another_channel_is_refused(tenant: Tenant) -> None:
    tenant.microsoft.published["key-1"] = ["webchat", "directline"]
    assert refused(tenant, tenant.microsoft.token())


def test_an_unknown_key_is_refused(tenant: Tenant) -> None:
    assert refused(tenant, tenant.microsoft.token("never-published"))


@pytest.mark.parametrize("token", ["garbage", "a.b.c", "..", "é", "x" * 5000, "two words"])
def test_garbage_is_refused(tenant: Tenant, token: str) -> None:
    body = b'{"type": "message"}'
    answer = tenant.client.post(
        "/teams/messages",
        content=body,
        headers={
            b"content-type": b"application/json",
            b"authorization": f"Bearer {token}".encode("latin-1"),
        },
    )
    assert answer.status_code == 401
    assert not tenant.turns.heard


@pytest.mark.parametrize("scheme", ["Basic", "bearer", ""])
def test_another_scheme_is_refused(tenant: Tenant, scheme: str) -> None:
    told = f"{scheme} {tenant.microsoft.token()}".strip()
    assert tenant.raw(b'{"type": "message"}', authorization=told).status_code == 401


def test_no_token_is_refused(tenant: Tenant) -> None:
    assert tenant.raw(b'{"type": "message"}').status_code == 401


def test_an_activity_that_hides_its_service_url_is_refused(tenant: Tenant) -> None:
    # The SDK checks the URL in the token only where the activity has one.
    for hidden in (None, 5, ""):
        assert tenant.send(personal(serviceUrl=hidden)).status_code == 401


def test_a_new_key_is_known_at_once(tenant: Tenant) -> None:
    assert tenant.send(personal("before", id="1")).status_code == 202
    tenant.microsoft.published = {"key-2": ["msteams"]}
    rotated = tenant.send(personal("after", id="2"), tenant.microsoft.token("key-2"))
    assert rotated.status_code == 202
    assert tenant.send(personal("old", id="3"), tenant.microsoft.token("key-1")).status_code == 401


def test_keys_are_fetched_once_however_many_come(tenant: Tenant) -> None:
    for number in range(5):
        assert tenant.send(personal(id=str(number))).status_code == 202
    assert tenant.microsoft.keys_fetched == 1


def test_unknown_keys_cannot_make_the_bot_fetch_all_the_time(
    tenant: Tenant, config: TeamsConfig
) -> None:
    routes = teams_routes(replace(config, key_pause=60), tenant.turns)
    private_key("never-published")
    with TestClient(Starlette(routes=list(routes))) as client:
        for _ in range(10):
            token = tenant.microsoft.token("never-published")
            headers = {"authorization": f"Bearer {token}"}
            answer = client.post("/teams/messages", json=personal(), headers=headers)
            assert answer.status_code == 401
    assert tenant.microsoft.keys_fetched == 1


def test_an_outage_of_the_keys_is_no_refusal(tenant: Tenant) -> None:
    tenant.microsoft.keys_down = True
    answer = tenant.send(personal())
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
    tenant.microsoft.keys_down = False
    assert tenant.send(personal()).status_code == 202


def test_the_event_loop_goes_on_while_keys_are_fetched(
    config: TeamsConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(url: str) -> dict[str, keys.SigningKey]:
        time.sleep(0.1)
        return {}

    monkeypatch.setattr(keys, "_fetch", slowly)
    ticks = 0

    async def waiting() -> None:
        nonlocal ticks
        fetching = asyncio.create_task(keys.Keys(config.openid_url, 0).get("key-1"))
        while not fetching.done():
            await asyncio.sleep(0.005)
            ticks += 1
        with pytest.raises(keys.KeysUnreachable):
            await fetching

    asyncio.run(waiting())
    assert ticks > 5


def test_known_keys_outlast_an_outage(tenant: Tenant) -> None:
    assert tenant.send(personal(id="1")).status_code == 202
    tenant.microsoft.keys_down = True
    assert tenant.send(personal(id="2")).status_code == 202
    assert tenant.send(personal(), tenant.microsoft.token("new")).status_code == 401
    assert tenant.send(personal(id="3")).status_code == 202


@pytest.mark.parametrize("missing", ["app_id", "app_password", "tenant_id"])
def test_it_does_not_start_without_a_registration(config: TeamsConfig, missing: str) -> None:
    with pytest.raises(TeamsNotConfigured, match="ROLECALL_TEAMS_APP_ID"):
        replace(config, **{missing: " "})  # type: ignore[arg-type]


def test_the_flag_does_not_turn_off_a_registration(config: TeamsConfig) -> None:
    assert not replace(config, unauthenticated=True).loopback_only
    with pytest.raises(TeamsNotConfigured):
        replace(config, unauthenticated=True, app_password="")


def test_the_password_is_not_shown(config: TeamsConfig) -> None:
    assert config.app_password not in f"{config} {config!r}"


def test_without_a_registration_only_this_computer_is_heard(tenant: Tenant) -> None:
    open_config = TeamsConfig("", "", "", unauthenticated=True)
    assert open_config.loopback_only
    app = Starlette(routes=list(teams_routes(open_config, tenant.turns)))
    message = personal("Hi", deliveryMode="expectReplies", channelId="emulator")
    with TestClient(app, client=("127.0.0.1", 50000)) as near:
        assert near.post("/teams/messages", json=message).status_code == 200
        typed = {"content-type": "text/plain"}
        assert near.post("/teams/messages", content=b"{}", headers=typed).status_code == 415
    with TestClient(app, client=("192.0.2.7", 50000)) as far:
        assert far.post("/teams/messages", json=message).status_code == 403
    assert len(tenant.turns.heard) == 1
