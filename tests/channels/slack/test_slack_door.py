"""Requests that are not from Slack, or not of its form: refused, never a failure of the app."""

import json
import time
from typing import Any

import httpx
import pytest

from bot.core.errors import LostRace
from bot.core.messages import Incoming, Reply
from tests.channels.slack.workspace import Workspace, signature

HELLO = json.dumps(
    {
        "type": "event_callback",
        "team_id": "T0",
        "event_id": "Ev1",
        "event": {
            "type": "message",
            "channel_type": "im",
            "channel": "D0ADA",
            "user": "U0ADA",
            "text": "hello",
            "ts": "1700000100.000001",
        },
    }
).encode()


def stamp(seconds: float = 0) -> str:
    return str(int(time.time() + seconds))


@pytest.mark.parametrize(
    "headers",
    [
        {"x-slack-signature": "v0=" + "0" * 64},
        {"x-slack-signature": ""},
        {"x-slack-signature": signature(stamp(), HELLO, "another secret")},
        {"x-slack-request-timestamp": stamp(-301)},
        {"x-slack-request-timestamp": stamp(86_400)},
        {"x-slack-request-timestamp": ""},
        {"x-slack-request-timestamp": "soon"},
        {"x-slack-request-timestamp": "9" * 400},
        {"x-slack-request-timestamp": "-1"},
    ],
)
def test_a_request_slack_did_not_sign_just_now_is_refused(
    workspace: Workspace, headers: dict[str, str]
) -> None:
    assert workspace.send(HELLO, **headers).status_code == 401
    assert workspace.turns.heard == []


def test_the_same_request_well_signed_is_taken(workspace: Workspace) -> None:
    assert workspace.send(HELLO).status_code == 200
    assert [heard.text for heard in workspace.turns.heard] == ["hello"]


def test_a_signature_of_other_letters_is_refused(workspace: Workspace) -> None:
    headers = [(b"x-slack-request-timestamp", stamp().encode()), (b"x-slack-signature", b"v0=\xe4")]
    answer = _raw(workspace, HELLO, headers)
    assert answer.status_code == 401


def test_a_request_without_slack_headers_is_refused(workspace: Workspace) -> None:
    assert _raw(workspace, HELLO, []).status_code == 401
    assert _raw(workspace, b"ssl_check=1", []).status_code == 401
    assert workspace.turns.heard == []


def _raw(workspace: Workspace, body: bytes, headers: list[tuple[bytes, bytes]]) -> httpx.Response:
    with httpx.Client(trust_env=False) as client:
        address = f"{workspace.url}/slack/events"
        kind = (b"content-type", b"application/json")
        return client.post(address, content=body, headers=[kind, *headers])


def test_a_changed_body_is_refused(workspace: Workspace) -> None:
    now = stamp()
    headers = {"x-slack-request-timestamp": now, "x-slack-signature": signature(now, HELLO)}
    changed = HELLO.replace(b"U0ADA", b"U0RIA")
    assert workspace.send(changed, **headers).status_code == 401


def test_ten_megabytes_are_refused(workspace: Workspace) -> None:
    body = b'{"text":"' + b"x" * 10_000_000 + b'"}'
    try:
        status = workspace.send(body).status_code
    except httpx.WriteError:
        status = 413  # The server hung up while the body was still being sent.
    assert status == 413
    assert workspace.send(HELLO).status_code == 200


@pytest.mark.parametrize(
    "kind", ["text/plain", "multipart/form-data; boundary=x", "", "application"]
)
def test_another_content_type_is_refused(workspace: Workspace, kind: str) -> None:
    assert workspace.send(HELLO, kind).status_code == 415


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b"[]", "application/json"),
        (b'"event"', "application/json"),
        (b"null", "application/json"),
        (b"[" * 200_000, "application/json"),
        (b'{"a":' * 50_000, "application/json"),
        (b'{"type":"event_callback","authorizations":["x"]}', "application/json"),
        (b'{"type":"event_callback","authorizations":{"a":1}}', "application/json"),
        (b"payload=garbage", FORM),
        (b'payload={"type":"view_submission","view":{"callback_id":"x"}}', FORM),
        (b"payload=[1]", FORM),
        (b"just words", FORM),
        (b"&".join(b"a=1" for _ in range(500)), FORM),
    ],
)
def test_garbage_is_refused_even_where_it_is_signed(
    workspace: Workspace, body: bytes, kind: str
) -> None:
    assert workspace.send(body, kind).status_code == 400


def test_bytes_that_are_no_text_are_refused(workspace: Workspace) -> None:
    assert workspace.send(b'{"a":"\xff\xfe"}').status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        {"type": "event_callback", "event": {"type": "reaction_added", "user": "U0ADA"}},
        {"type": "event_callback", "event": {"type": "app_home_opened", "tab": "home"}},
        {"type": "event_callback", "event": {"type": "an_event_of_next_year"}},
        {"type": "event_callback", "event": {"type": "message"}},
        {"type": "event_callback", "event": {"type": "app_mention", "text": 7, "channel": []}},
        {"type": "app_rate_limited"},
        {},
    ],
)
def test_an_event_nobody_listens_to_is_acknowledged(
    workspace: Workspace, body: dict[str, Any]
) -> None:
    answer = workspace.send(json.dumps({"team_id": "T0", **body}).encode())
    assert (answer.status_code, answer.text) == (200, "")
    assert workspace.turns.heard == []


@pytest.mark.parametrize(
    "payload",
    [
        {
            "type": "block_actions",
            "actions": [{"action_id": "other", "value": "x", "action_ts": "1"}],
        },
        {"type": "block_actions", "actions": [{"action_id": "say:0", "action_ts": "1.0"}]},
        {"type": "block_actions", "actions": [{"action_id": "say:0", "value": "x"}]},
        {"type": "view_submission", "view": {"type": "modal", "callback_id": "x"}},
        {"type": "shortcut", "callback_id": "x"},
        {"type": "block_suggestion", "action_id": "x", "value": "y"},
        {"type": "something_new"},
    ],
)
def test_an_action_nobody_knows_is_acknowledged(
    workspace: Workspace, payload: dict[str, Any]
) -> None:
    people = {"team": {"id": "T0"}, "user": {"id": "U0ADA"}, "channel": {"id": "D0ADA"}}
    assert workspace.form(payload=json.dumps({**people, **payload})).status_code == 200
    assert workspace.turns.heard == []


def test_a_command_of_another_name_is_acknowledged(workspace: Workspace) -> None:
    assert workspace.command("hello", command="/other").status_code == 200
    assert workspace.turns.heard == []


def test_only_post_is_taken(workspace: Workspace) -> None:
    with httpx.Client(trust_env=False) as client:
        assert client.get(f"{workspace.url}/slack/events").status_code == 405


def test_a_message_that_could_not_be_kept_is_asked_for_again(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(incoming: Incoming) -> Reply:
        raise LostRace("The store is away.")

    workspace.turns.handler = fails
    assert workspace.direct("my private words").status_code == 503
    assert workspace.command("my private words").status_code == 503
    assert "my private words" not in caplog.text
    assert "The store is away." in caplog.text
