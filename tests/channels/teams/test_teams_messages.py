"""What Teams sends, through HTTP: chats, mentions, buttons, greetings, and what is no message."""

from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from bot.channels.teams.app import teams_routes
from bot.channels.teams.config import TeamsConfig
from bot.core.messages import Choice, Choices, Incoming, Post, Reply, Sources, Text
from bot.core.roles import Audience
from tests.channels.teams.microsoft import APP, TENANT, page
from tests.channels.teams.samples import CITATION, NOW
from tests.channels.teams.tenant import ADA, BOT, HIRING, PUBLIC, RIA, Tenant, mention, personal

ROOM = f"a:{ADA}"


def test_a_personal_message_is_answered_in_the_chat(tenant: Tenant) -> None:
    answer = tenant.send(personal("What does it pay?"))
    assert (answer.status_code, answer.content) == (202, b"")
    heard = tenant.turns.heard[0]
    assert heard.id == f"teams:{ROOM}:1700000000001"
    assert heard.conversation == f"teams:{ROOM}"
    assert (heard.person, heard.audience) == (ADA, Audience.CANDIDATE)
    posted = tenant.microsoft.posts(ROOM)
    assert [post["text"] for post in posted] == ["candidate: What does it pay?"]
    assert posted[0]["replied"] == "1700000000001"
    assert posted[0]["from"] == {"id": BOT}
    assert posted[0]["textFormat"] == "markdown"


def test_a_mention_is_answered_in_its_thread(tenant: Tenant) -> None:
    assert tenant.send(mention("what does it pay?")).status_code == 202
    thread = f"{PUBLIC};messageid=1700000000000"
    assert tenant.turns.heard[0].text == "what does it pay?"
    assert tenant.turns.heard[0].conversation == f"teams:{thread}"
    assert len(tenant.microsoft.posts(thread)) == 1


def test_two_threads_are_two_conversations(tenant: Tenant) -> None:
    place = {"conversationType": "channel", "id": PUBLIC, "isGroup": True, "tenantId": TENANT}
    for number in ("1", "2"):
        tenant.send(mention("hi", id=number) | {"conversation": place})
    heard = {incoming.conversation for incoming in tenant.turns.heard}
    assert heard == {f"teams:{PUBLIC};messageid={number}" for number in ("1", "2")}


def test_a_second_delivery_is_answered_once(tenant: Tenant) -> None:
    for _ in range(3):
        assert tenant.send(personal("Hi")).status_code == 202
    assert len(tenant.microsoft.posts(ROOM)) == 1


def test_without_an_id_the_same_activity_is_still_one(tenant: Tenant) -> None:
    for text in ("Hi", "Hi", "Hello"):
        tenant.send(personal(text, id=None))
    assert [incoming.text for incoming in tenant.turns.heard] == ["Hi", "Hello"]


@pytest.mark.parametrize(
    ("activity", "audience"),
    [
        (personal(person=RIA), Audience.TEAM),
        (personal(person=RIA.upper()), Audience.TEAM),
        (personal(person=ADA), Audience.CANDIDATE),
        (mention("hi", HIRING, RIA), Audience.TEAM),
        (mention("hi", HIRING, ADA), Audience.CANDIDATE),
        (mention("hi", PUBLIC, RIA), Audience.CANDIDATE),
        ({**personal(), "from": {"id": RIA, "name": RIA}}, Audience.CANDIDATE),
        (personal(person=RIA, channelId="directline"), None),
        (personal(person=RIA, channelId="webchat"), None),
        (
            personal(person=RIA, conversation={"id": "19:g", "conversationType": "groupChat"}),
            None,
        ),
        (
            personal(
                person=RIA,
                conversation={"id": "a:1", "conversationType": "personal", "tenantId": "other"},
            ),
            Audience.CANDIDATE,
        ),
        (personal(person=RIA, conversation={"id": "a:1"}), Audience.CANDIDATE),
    ],
)
def test_who_belongs_to_the_team(
    tenant: Tenant, activity: dict[str, Any], audience: Audience | None
) -> None:
    # The key vouches for every channel here, so that the bot's own check is what is tested.
    tenant.microsoft.published["key-1"] = ["msteams", "directline", "webchat"]
    assert tenant.send(activity).status_code == 202
    assert [heard.audience for heard in tenant.turns.heard] == ([audience] if audience else [])


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("<at>Rolecall</at> hello", "hello"),
        ("ask <at>Rolecall</at> about pay", "ask   about pay"),
        ("<at>Rolecall</at>&nbsp;hello\xa0there", "hello there"),
        ("<at>Rolecall</at> is <at>Ada Example</at> in?", "is Ada Example in?"),
        ("<at>Rolecall</at>", ""),
        ("<at>Rolecall</at> a < b & c > d", "a < b & c > d"),
        ("half a \ud800 character\x00", "half a ? character"),
    ],
)
def test_the_words_without_the_mention(tenant: Tenant, text: str, heard: str) -> None:
    tenant.send({**mention(""), "text": text})
    assert [incoming.text for incoming in tenant.turns.heard] == [heard]


def test_a_mention_without_a_recipient_is_still_understood(tenant: Tenant) -> None:
    told = {name: value for name, value in mention("hello").items() if name != "recipient"}
    assert tenant.send(told).status_code == 202
    assert tenant.turns.heard[0].text == "hello"


def test_a_pressed_button_says_its_words(tenant: Tenant) -> None:
    pressed = personal(None, value={"typed": "yes"}, replyToId="out-1", id="2")
    assert tenant.send(pressed).status_code == 202
    assert tenant.turns.heard[0].text == "yes"


def test_a_double_click_says_the_buttons_words_once(tenant: Tenant) -> None:
    for number, words in enumerate(("yes", "yes", "no")):
        pressed = personal(None, value={"typed": words}, replyToId="out-1", id=f"2{number}")
        assert tenant.send(pressed).status_code == 202
    assert [each.text for each in tenant.turns.heard] == ["yes", "no"]
    later = personal(None, value={"typed": "yes"}, replyToId="out-2", id="30")
    tenant.send(later)
    assert [each.text for each in tenant.turns.heard] == ["yes", "no", "yes"]


def test_a_drawn_button_can_be_pressed(tenant: Tenant) -> None:
    choices = Choices((Choice("Yes, start", "yes", primary=True),))
    tenant.turns.handler = lambda heard: Reply((Text(f"heard {heard.text}"), choices))
    tenant.send(personal("Hi"))
    card = tenant.microsoft.posts(ROOM)[0]["attachments"][0]["content"]
    button = card["body"][0]["actions"][0]
    tenant.send(personal(None, value=button["data"], id="2"))
    assert tenant.microsoft.posts(ROOM)[1]["text"] == "heard yes"


@pytest.mark.parametrize("value", ["yes", 5, [1], {"typed": 5}, {"other": "yes"}, None])
def test_another_value_is_no_button(tenant: Tenant, value: object) -> None:
    assert tenant.send(personal("typed words", value=value)).status_code == 202
    assert tenant.turns.heard[0].text == "typed words"


def test_a_file_without_words_gets_an_answer(tenant: Tenant) -> None:
    file = {"contentType": "application/vnd.microsoft.teams.file.download.info", "name": "cv.pdf"}
    page = {"contentType": "text/html", "content": "<p></p>"}
    tenant.send(personal(None, attachments=[file, page]))
    assert [(incoming.text, incoming.files) for incoming in tenant.turns.heard] == [("", 1)]


def test_a_person_has_the_name_that_teams_gives(tenant: Tenant) -> None:
    for number, name in enumerate(("Ada\n Example", "x" * 99, None, 5)):
        activity = personal("Hi", id=str(number))
        tenant.send({**activity, "from": {**activity["from"], "name": name}})
    assert [heard.name for heard in tenant.turns.heard] == ["Ada Example", "x" * 80, "", ""]


def test_only_a_personal_chat_is_private(tenant: Tenant) -> None:
    group = {"conversationType": "groupChat", "isGroup": True, "tenantId": TENANT, "id": "19:g"}
    spoken = mention("start code")["entities"]
    tenant.send(personal("start code"))
    tenant.send(mention("start code", id="2"))
    tenant.send(mention("start code", channel=HIRING, id="3"))
    tenant.send(personal("<at>Rolecall</at> hi", conversation=group, entities=spoken, id="4"))
    assert [heard.private for heard in tenant.turns.heard] == [True, False, False, False]


def test_being_added_is_greeted(tenant: Tenant) -> None:
    added = personal(None, type="conversationUpdate", id="f:1", membersAdded=[{"id": BOT}])
    assert tenant.send(added).status_code == 202
    assert tenant.turns.heard[0].text == "hello"
    assert tenant.microsoft.posts(ROOM)[0]["replied"] == ""


@pytest.mark.parametrize(
    "activity",
    [
        personal(None, type="conversationUpdate", membersAdded=[{"id": "29:somebody"}]),
        personal(None, type="conversationUpdate", membersAdded="nobody"),
        personal(None, type="conversationUpdate", membersRemoved=[{"id": BOT}]),
        personal(None, type="installationUpdate", action="add"),
        personal(None, type="messageReaction", reactionsAdded=[{"type": "like"}]),
        personal(None, type="messageUpdate"),
        personal(None, type="typing"),
        personal(None, type="event", name="x"),
        personal(None, type="somethingNew"),
        personal(None, type=None),
        {**personal("I am the bot"), "from": {"id": BOT}},
        {**personal("I am a bot"), "from": {"id": "28:another", "role": "bot"}},
        {**mention("not to the bot"), "entities": []},
    ],
)
def test_what_is_not_said_to_the_bot_is_acknowledged(
    tenant: Tenant, activity: dict[str, Any]
) -> None:
    assert tenant.send(activity).status_code == 202
    assert not tenant.turns.heard


@pytest.mark.parametrize("name", ["message/submitAction", "composeExtension/query", None, 5])
def test_an_invoke_gets_an_object(tenant: Tenant, name: object) -> None:
    answer = tenant.send(personal(None, type="invoke", name=name, value={"typed": "x"}))
    assert (answer.status_code, answer.json()) == (200, {})
    assert tenant.send(personal(None, type="invoke"), "garbage").status_code == 401
    assert not tenant.turns.heard


def test_replies_are_in_the_response_where_they_are_asked_for(tenant: Tenant) -> None:
    cited = Reply((Text("It pays well."), Sources((CITATION,))))
    tenant.turns.handler = lambda heard: cited
    answer = tenant.send(personal("pay?", deliveryMode="expectReplies"))
    (reply,) = answer.json()["activities"]
    assert answer.status_code == 200
    assert reply["text"].startswith("It pays well.")
    assert reply["entities"][0]["additionalType"] == ["AIGeneratedContent"]
    assert reply["entities"][0]["citation"][0]["appearance"]["abstract"] == CITATION.quote
    assert reply["replyToId"] == "1700000000001"
    assert not tenant.microsoft.posts(ROOM)


def test_an_invoke_or_nothing_said_still_gets_its_replies(tenant: Tenant) -> None:
    answer = tenant.send(personal(None, type="typing", deliveryMode="expectReplies"))
    assert (answer.status_code, answer.json()) == (200, {"activities": []})
    answer = tenant.send(personal(None, type="invoke", deliveryMode="expectReplies"))
    assert (answer.status_code, answer.json()) == (200, {})


def test_labels_leave_the_process_and_the_fit_card_reaches_the_channel(tenant: Tenant) -> None:
    card = Post("post-1", "role", "s1", NOW, (Text("A screening is finished."),))
    cited = Reply((Text("It pays well."), Sources((CITATION,))), (card,))
    tenant.turns.handler = lambda heard: cited
    tenant.send(personal("pay?"))
    (label,) = tenant.microsoft.posts(ROOM)[0]["entities"]
    assert label["@type"] == "Message"
    assert label["citation"][0]["position"] == 1
    (posted,) = tenant.microsoft.posts(HIRING)
    assert posted["text"] == "A screening is finished."
    assert posted["from"] == {"id": f"28:{APP}"}
    assert posted["replied"] == ""


def test_a_failure_is_not_acknowledged(tenant: Tenant) -> None:
    def broken(heard: Incoming) -> Reply:
        raise OSError("the disk is full")

    tenant.turns.handler = broken
    with capture_logs() as logged:
        assert tenant.send(personal()).status_code == 503
    assert [entry["event"] for entry in logged] == ["teams_not_kept"]


def test_no_posting_while_the_connector_is_away(tenant: Tenant, config: TeamsConfig) -> None:
    # A message that was kept is acknowledged; this test's turns send at once and so see the end.
    tenant.microsoft.next = [page(502)]
    app = Starlette(routes=list(teams_routes(config, tenant.turns)))
    with TestClient(app) as client:
        told = {"authorization": f"Bearer {tenant.microsoft.token()}"}
        activity = {**personal("Hi"), "serviceUrl": tenant.microsoft.url}
        with capture_logs():
            assert client.post("/teams/messages", json=activity, headers=told).status_code == 503
