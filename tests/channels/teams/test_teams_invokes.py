"""What Teams asks for and waits for, and what an answer carries for it, as it is on the wire."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.core.messages import Reply, Sources, Text
from tests.channels.teams.samples import CITATION, FIT_CARD
from tests.channels.teams.tenant import ADA, Tenant, personal

ROOM = f"a:{ADA}"
THUMB = {"actionName": "feedback", "actionValue": {"reaction": "like", "feedback": '{"x": "y"}'}}


def thumb(value: object, **more: Any) -> dict[str, Any]:
    told = {"type": "invoke", "name": "message/submitAction", "replyToId": "out-1", **more}
    return personal(None, value=value, **told)


def test_label_citation_and_thumbs_leave_the_process(tenant: Tenant) -> None:
    tenant.turns.handler = lambda heard: Reply((Text("It pays well."), Sources((CITATION,))))
    tenant.send(personal("pay?"))
    (sent,) = tenant.microsoft.posts(ROOM)
    (label,) = sent["entities"]
    assert label["additionalType"] == ["AIGeneratedContent"]
    (claim,) = label["citation"]
    assert claim["appearance"]["name"] == "Compensation, line 41"
    assert "[1]" in sent["text"]
    assert "usageInfo" not in label
    assert sent["channelData"] == {"feedbackLoop": {"type": "default"}}


def test_sensitivity_leaves_the_process_with_a_fit_card(tenant: Tenant) -> None:
    tenant.turns.handler = lambda heard: Reply(FIT_CARD)
    tenant.send(personal("summary"))
    (sent,) = tenant.microsoft.posts(ROOM)
    (label,) = sent["entities"]
    assert label["usageInfo"]["@type"] == "CreativeWork"
    assert label["usageInfo"]["name"] == "Hiring team only"
    assert "channelData" not in sent


def test_what_is_no_answer_asks_for_no_thumbs(tenant: Tenant) -> None:
    tenant.send(personal("hello"))
    assert "channelData" not in tenant.microsoft.posts(ROOM)[0]


def test_a_thumb_is_noted_without_the_words_beside_it(tenant: Tenant) -> None:
    with capture_logs() as logged:
        answer = tenant.send(thumb(THUMB))
    assert (answer.status_code, answer.json()) == (200, {})
    noted = [entry for entry in logged if entry["event"] == "teams_feedback"]
    assert noted == [
        {"event": "teams_feedback", "log_level": "info", "reaction": "like", "answer": "out-1"}
    ]
    assert not tenant.turns.heard


@pytest.mark.parametrize(
    "value",
    [
        None,
        "feedback",
        {"actionName": "other", "actionValue": {"reaction": "like"}},
        {"actionName": "feedback", "actionValue": {"reaction": ["like"]}},
        {"actionName": "feedback", "actionValue": {"reaction": "love"}},
        {"actionName": "feedback", "actionValue": "like"},
        {"actionName": "feedback"},
    ],
)
def test_another_value_is_no_thumb(tenant: Tenant, value: object) -> None:
    with capture_logs() as logged:
        answer = tenant.send(thumb(value))
    assert (answer.status_code, answer.json()) == (200, {})
    assert not [entry for entry in logged if entry["event"] == "teams_feedback"]
