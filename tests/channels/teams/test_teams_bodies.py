"""Requests that are damaged, huge or of a wrong kind: refused or acknowledged, never an error."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.teams.app import MAX_BODY
from bot.core.messages import Reply, Text
from tests.channels.teams.tenant import Tenant, personal

KINDS = ("message", "messageUpdate", "conversationUpdate", "installationUpdate", "invoke")
OTHERS = ("messageDelete", "messageReaction", "typing", "event", "endOfConversation", "trace")
FIELDS = st.sampled_from(
    [
        *(name for name in personal() if name != "type"),
        *("membersAdded", "membersRemoved", "value", "replyToId", "action", "attachments", "data"),
        *("team", "channel", "settings", "eventType", "typed", "dialog", "aadObjectId", "content"),
    ]
)
WRONG: list[object] = [None, 5, "x", [], {}, [None], {"id": None}, {"id": 5}, [{"id": 5}], True]


@pytest.mark.parametrize("name", [*personal(), "membersAdded", "value", "replyToId", "name"])
def test_a_field_that_is_missing_or_wrong_is_never_an_error(tenant: Tenant, name: str) -> None:
    for kind in KINDS:
        for number, wrong in enumerate(WRONG):
            told = personal(type=kind, id=f"{kind}{number}", name="adaptiveCard/action")
            activity = {**told, name: wrong}
            assert tenant.send(activity).status_code in (200, 202, 401)
        left = personal(type=kind, id=f"{kind}-without")
        left.pop(name, None)
        assert tenant.send(left).status_code in (200, 202, 401)


@pytest.mark.parametrize("kind", [*KINDS, *OTHERS])
def test_an_activity_of_any_kind_may_hold_its_kind_alone(tenant: Tenant, kind: str) -> None:
    assert tenant.send({"type": kind}).status_code in (200, 202, 401)
    told = {"type": kind, "channelId": "msteams", "name": "message/submitAction"}
    answer = tenant.send(told)
    assert answer.status_code == (200 if kind == "invoke" else 202)
    assert not tenant.turns.heard


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'"x"', b"5", b"\xff\xfe", b"[" * 100_000, b"9" * 5000]
)
def test_a_body_that_is_no_activity_is_a_bad_request(tenant: Tenant, body: bytes) -> None:
    told = f"Bearer {tenant.microsoft.token()}"
    assert tenant.raw(body, authorization=told).status_code == 400


@pytest.mark.parametrize("typed", ["text/plain", "", "application/x-www-form-urlencoded"])
def test_another_content_type_is_refused(tenant: Tenant, typed: str) -> None:
    assert tenant.raw(b"{}", content_type=typed).status_code == 415


def test_a_body_of_ten_megabytes_is_refused(tenant: Tenant) -> None:
    large = json.dumps(personal("x" * 10_000_000)).encode()
    told = f"Bearer {tenant.microsoft.token()}"
    assert tenant.raw(large, authorization=told).status_code == 413
    assert not tenant.turns.heard


def test_a_long_answer_fits(tenant: Tenant) -> None:
    words = "one real example " * ((MAX_BODY - 2000) // 17 // 4)
    tenant.turns.handler = lambda heard: Reply((Text("Noted."),))
    assert tenant.send(personal(words)).status_code == 202
    assert tenant.turns.heard[0].text == words.strip()


def test_only_post_is_answered(tenant: Tenant) -> None:
    assert tenant.client.get("/teams/messages").status_code == 405


PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=4)
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from((*KINDS, *OTHERS)),
    name=st.sampled_from(
        ("adaptiveCard/action", "task/fetch", "task/submit", "fileConsent/invoke")
    ),
    wrong=st.dictionaries(FIELDS, VALUES, max_size=6),
)
def test_whatever_an_activity_holds_it_is_never_an_error(
    tenant: Tenant, kind: str, name: str, wrong: dict[str, object]
) -> None:
    activity = {**personal(type=kind, name=name), **wrong}
    answer = tenant.send(activity)
    assert answer.status_code in (200, 202, 401)
    if answer.status_code == 200:
        assert isinstance(answer.json(), dict)
