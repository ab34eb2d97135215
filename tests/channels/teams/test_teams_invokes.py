"""What Teams asks for and waits for, and what an answer carries for it, as it is on the wire."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft6Validator  # type: ignore[import-untyped]
from structlog.testing import capture_logs

from bot.assembly.noting import NotingSender
from bot.channels.teams.card import CARD_BYTES
from bot.core.messages import Choice, Choices, Incoming, Reply, Sources, Text
from tests.channels.teams.microsoft import TENANT, utf16
from tests.channels.teams.samples import CITATION, FIT_CARD
from tests.channels.teams.tenant import ADA, HIRING, Tenant, personal

SCHEMA = Path(__file__).parent / "schemas" / "adaptive-card-1.5.0.json"
CARD = "application/vnd.microsoft.card.adaptive"
CHOICES = Choices((Choice("Yes, start", "<yes>", primary=True),))
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


def test_a_thumb_is_heard_as_words_about_its_answer_and_nothing_beside_it(tenant: Tenant) -> None:
    dislike = {"actionName": "feedback", "actionValue": {"reaction": "dislike"}}
    for value, number in ((THUMB, "in-7"), (dislike, "in-8")):
        answer = tenant.send(thumb(value, id=number))
        assert (answer.status_code, answer.json()) == (200, {})
    assert [heard.text for heard in tenant.turns.heard] == ["good answer", "bad answer"]
    assert {heard.about for heard in tenant.turns.heard} == {f"{ROOM} out-1"}
    assert len({heard.id for heard in tenant.turns.heard}) == 2, "the last one counts"
    assert tenant.microsoft.posts(ROOM) == []


def test_an_answers_place_is_noted_so_that_a_thumb_finds_it(tenant: Tenant) -> None:
    noted: list[tuple[str, str]] = []
    sender = tenant.turns.sender
    tenant.turns.sender = NotingSender(sender, lambda *told: noted.append(told), str.upper)
    tenant.turns.handler = lambda heard: Reply((Text("It pays well."), Sources((CITATION,))))
    tenant.send(personal("pay?", id="in-1"))
    tenant.turns.handler = lambda heard: Reply((Text("Hello."),))
    tenant.send(personal("hello", id="in-2"))
    ((place, message),) = noted
    assert message == tenant.turns.heard[0].id
    assert place.startswith(f"{ROOM} ".upper())


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


MESSAGE = "application/vnd.microsoft.activity.message"


def press(data: object, number: str = "1", **more: Any) -> dict[str, Any]:
    """A pressed button of a card, as Teams asks for it to be carried out."""
    value = {"action": {"type": "Action.Execute", "verb": "say", "data": data}, "trigger": "manual"}
    told = {"type": "invoke", "name": "adaptiveCard/action", "replyToId": "out-1", "id": number}
    return personal(None, **{**told, "value": value, **more})


def test_a_pressed_button_is_heard_and_its_card_replaced(tenant: Tenant) -> None:
    tenant.turns.handler = lambda heard: Reply((Text(f"heard {heard.text}"), CHOICES))
    tenant.send(personal("Hi", id="0"))
    card = tenant.microsoft.posts(ROOM)[0]["attachments"][0]["content"]
    (button,) = card["body"][0]["actions"]
    answer = tenant.send(press(button["data"])).json()
    assert (answer["statusCode"], answer["type"]) == (200, CARD)
    assert answer["value"]["body"][0]["inlines"][0]["text"] == "You chose “<yes>”."
    assert not [part for part in answer["value"]["body"] if part["type"] == "ActionSet"]
    assert tenant.turns.heard[-1].text == "<yes>"
    assert tenant.microsoft.posts(ROOM)[1]["text"] == "heard &lt;yes&gt;"


def test_the_card_in_the_answer_follows_the_schema(tenant: Tenant) -> None:
    validator = Draft6Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for typed in ("yes", "x" * 100_000, ""):
        card = tenant.send(press({"typed": typed}, number=typed[:9])).json()["value"]
        assert [error.message for error in validator.iter_errors(card)] == []
        assert utf16(card) < CARD_BYTES


def test_the_same_button_pressed_twice_is_said_once(tenant: Tenant) -> None:
    for number in ("1", "2"):
        assert tenant.send(press({"typed": "yes"}, number)).json()["statusCode"] == 200
    as_message = personal(None, value={"typed": "yes"}, replyToId="out-1", id="3")
    assert tenant.send(as_message).status_code == 202
    assert [heard.text for heard in tenant.turns.heard] == ["yes"]


def test_a_card_in_a_channel_stays_when_somebody_presses_and_can_be_pressed_again(
    tenant: Tenant,
) -> None:
    place = {"id": f"{HIRING};messageid=77", "conversationType": "channel", "tenantId": TENANT}
    for minute in ("10:00:01", "10:00:02", "10:05:00"):
        stamp = f"2027-03-01T{minute}.000Z"
        pressed = press({"typed": "undo 7F3"}, minute, conversation=place, timestamp=stamp)
        answer = tenant.send(pressed).json()
        assert (answer["statusCode"], answer["type"]) == (200, MESSAGE)
        assert answer["value"] == "You chose “undo 7F3”."
    assert [heard.text for heard in tenant.turns.heard] == ["undo 7F3"] * 2


def test_replies_are_sent_where_an_invoke_has_no_room_for_them(tenant: Tenant) -> None:
    answer = tenant.send(press({"typed": "yes"}, deliveryMode="expectReplies"))
    assert answer.json()["statusCode"] == 200
    assert len(tenant.microsoft.posts(ROOM)) == 1


@pytest.mark.parametrize("data", [None, "yes", {}, {"typed": 5}, {"typed": None}, [{"typed": "x"}]])
def test_a_button_that_says_nothing_gets_a_reason(tenant: Tenant, data: object) -> None:
    answer = tenant.send(press(data))
    assert answer.status_code == 200
    assert answer.json()["statusCode"] == 400
    assert "This button is not known" in answer.json()["value"]["message"]
    assert not tenant.turns.heard


def test_a_button_that_was_not_kept_can_be_pressed_again(tenant: Tenant) -> None:
    def broken(heard: Incoming) -> Reply:
        raise OSError("the disk is full")

    tenant.turns.handler = broken
    with capture_logs():
        assert tenant.send(press({"typed": "yes"})).status_code == 503
