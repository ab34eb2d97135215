"""The running Slack app: what people say in Slack, and what they get back."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette

from bot.channels.slack.config import SlackConfig
from bot.channels.slack.routes import slack_routes
from bot.channels.slack.sender import SlackSender
from bot.core.messages import Incoming, Post, Reply, Text
from bot.core.roles import Audience
from bot.ports.delivery import Address
from tests.channels.slack import samples
from tests.channels.slack.fake_api import BOT, FakeSlack
from tests.channels.slack.workspace import HIRING, Json, Workspace
from tests.channels.turns_now import TurnsNow, echo
from tests.loopback import running


def test_slack_may_check_the_address(workspace: Workspace) -> None:
    answer = workspace.send(b'{"type":"url_verification","challenge":"c1","token":"x"}')
    assert (answer.status_code, answer.json()) == (200, {"challenge": "c1"})


def test_a_direct_message_is_answered_where_it_was_written(
    workspace: Workspace, slack: FakeSlack
) -> None:
    assert workspace.direct("What is the pay?").status_code == 200
    [message] = slack.messages
    assert message["text"] == "candidate: What is the pay?"
    assert message["channel"] == "D0ADA"
    assert "thread_ts" not in message
    [heard] = workspace.turns.heard
    assert heard.conversation == "slack:T0:D0ADA"
    assert heard.person == "slack:T0:U0ADA"
    assert heard.id == "slack:Ev1"
    assert heard.at.isoformat() == "2023-11-14T22:15:00.000001+00:00"


def test_a_thread_in_a_direct_chat_stays_a_thread_of_the_same_chat(
    workspace: Workspace, slack: FakeSlack
) -> None:
    workspace.direct("hello", thread_ts="1700000001.000001")
    assert slack.messages[0]["thread_ts"] == "1700000001.000001"
    assert workspace.turns.heard[0].conversation == "slack:T0:D0ADA"


def test_a_mention_is_answered_in_its_thread(workspace: Workspace, slack: FakeSlack) -> None:
    workspace.mention("what is the pay?", ts="1700000001.000001")
    workspace.mention("and the place?", ts="1700000002.000001", thread_ts="1700000001.000001")
    assert [m["thread_ts"] for m in slack.messages] == ["1700000001.000001"] * 2
    assert [m.text for m in workspace.turns.heard] == ["what is the pay?", "and the place?"]
    conversations = {m.conversation for m in workspace.turns.heard}
    assert conversations == {"slack:T0:C0PUBLIC:1700000001.000001"}


def test_a_mention_that_also_comes_as_a_message_is_answered_once(
    workspace: Workspace, slack: FakeSlack
) -> None:
    same: Json = {"channel": "C0PUBLIC", "ts": "1700000001.000001", "text": f"<@{BOT}> hello"}
    workspace.event({"type": "app_mention", **same}, "Ev-a")
    workspace.event({"type": "message", "channel_type": "channel", **same}, "Ev-b")
    assert len(slack.messages) == 1


def test_a_delivery_that_slack_repeats_is_answered_once(
    workspace: Workspace, slack: FakeSlack
) -> None:
    event: Json = {"type": "message", "channel_type": "im", "channel": "D0ADA", "text": "hello"}
    first = workspace.event(event, "Ev-same")
    headers = {"x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout"}
    again = workspace.event(event, "Ev-same", **headers)
    assert (first.status_code, again.status_code) == (200, 200)
    assert len(slack.messages) == 1


@pytest.mark.parametrize(
    "event",
    [
        {"bot_id": "B0BOT", "user": BOT},
        {"user": BOT},
        {"bot_id": "B0OTHER", "subtype": "bot_message", "user": None},
        {"subtype": "message_changed", "message": {"text": "edited", "user": "U0ADA"}},
        {"edited": {"user": "U0ADA", "ts": "1700000003.000001"}},
        {"subtype": "channel_join"},
        {"user": "USLACKBOT"},
        {"channel": "C0PUBLIC", "channel_type": "channel"},
        {"channel": "G0GROUP", "channel_type": "mpim"},
        {"ts": "not a time"},
        {"user": {"id": "U0ADA"}},
        {"subtype": ["a", "list"]},
    ],
)
def test_what_nobody_said_to_the_bot_is_not_answered(
    workspace: Workspace, slack: FakeSlack, event: Json
) -> None:
    inner: Json = {"type": "message", "channel_type": "im", "channel": "D0ADA", "text": "hello"}
    assert workspace.event({**inner, **event}).status_code == 200
    assert (slack.messages, workspace.turns.heard) == ([], [])


def test_a_file_without_words_gets_an_answer_too(workspace: Workspace, slack: FakeSlack) -> None:
    workspace.direct("", subtype="file_share", files=[{"id": "F1"}])
    assert len(slack.messages) == 1
    assert [incoming.files for incoming in workspace.turns.heard] == [1]


@pytest.mark.parametrize(
    ("event", "audience"),
    [
        ({"channel": "D0RIA", "user": "U0RIA"}, Audience.TEAM),
        ({"channel": "D0ADA", "user": "U0ADA"}, Audience.CANDIDATE),
        ({"channel": "C0HIRING", "user": "U0RIA", "type": "app_mention"}, Audience.TEAM),
        ({"channel": "C0PUBLIC", "user": "U0RIA", "type": "app_mention"}, Audience.CANDIDATE),
        ({"channel": "C0HIRING", "user": "U0ADA", "type": "app_mention"}, Audience.CANDIDATE),
    ],
)
def test_only_a_recruiter_in_a_place_of_the_team_is_the_team(
    workspace: Workspace, event: Json, audience: Audience
) -> None:
    workspace.event({"type": "message", "channel_type": "im", "text": "hello", **event})
    assert [heard.audience for heard in workspace.turns.heard] == [audience]


def test_only_a_direct_message_is_private(workspace: Workspace) -> None:
    workspace.direct("start code")
    workspace.mention("start code")
    workspace.mention("start code", channel="C0HIRING")
    workspace.command("start code")
    workspace.command("start code", channel_id="D0ADA")
    assert [heard.private for heard in workspace.turns.heard] == [True, False, False, False, False]


def test_a_person_has_the_name_that_slack_gives(workspace: Workspace) -> None:
    workspace.command("help", user_name="ria")
    workspace.press(BUTTON, user={"id": "U0RIA", "username": "ria\u202e  example"})
    workspace.press(BUTTON, user={"id": "U0ADA", "name": "ada"})
    workspace.direct("no event has a name")
    assert [heard.name for heard in workspace.turns.heard] == ["ria", "ria example", "ada", ""]


def test_a_pressed_button_says_what_it_stands_for(workspace: Workspace, slack: FakeSlack) -> None:
    workspace.turns.handler = lambda incoming: Reply(samples.question())
    workspace.direct("start")
    [actions] = [b for b in slack.messages[0]["blocks"] if b["type"] == "actions"]
    for button in actions["elements"]:
        assert workspace.press(button).status_code == 200
    heard = workspace.turns.heard[1:]
    assert [each.text for each in heard] == ["skip", "pause", "person"]
    assert {each.conversation for each in heard} == {"slack:T0:D0ADA"}
    assert heard[0].id.startswith("slack:D0ADA:1700000000.000001:U0ADA:")


BUTTON: Json = {"type": "button", "action_id": "say:0", "value": "R&amp;D"}


def test_a_double_click_says_what_the_button_stands_for_once(workspace: Workspace) -> None:
    for _ in range(2):
        assert workspace.press(BUTTON).status_code == 200
    assert [each.text for each in workspace.turns.heard] == ["R&D"]


def test_another_button_message_or_person_is_another_press(workspace: Workspace) -> None:
    later: Json = {"message": {"ts": "1700000000.000002"}}
    workspace.press(BUTTON)
    workspace.press({**BUTTON, "value": "skip"})
    workspace.press(BUTTON, **later)
    workspace.press(BUTTON, user={"id": "U0RIA"})
    workspace.press(BUTTON, channel={"id": "C0HIRING"})
    assert len({each.id for each in workspace.turns.heard}) == 5


def test_a_button_in_a_channel_can_be_pressed_again_since_what_it_stands_on_changes(
    workspace: Workspace,
) -> None:
    for pressed_at in ("1700000220.000001", "1700000221.000001", "1700000400.000001"):
        place = {"channel": {"id": "C0HIRING"}, "user": {"id": "U0RIA"}}
        workspace.press({**BUTTON}, **place, actions=[{**BUTTON, "action_ts": pressed_at}])
    assert len({heard.id for heard in workspace.turns.heard}) == 2
    assert {heard.conversation for heard in workspace.turns.heard} == {
        "slack:T0:C0HIRING:1700000000.000001"
    }


def test_a_button_in_a_channel_speaks_in_the_thread_of_its_message(
    workspace: Workspace, slack: FakeSlack
) -> None:
    place: Json = {
        "channel": {"id": "C0HIRING"},
        "user": {"id": "U0RIA"},
        "message": {"ts": "1700000009.000001"},
    }
    workspace.press(BUTTON, **place)
    [heard] = workspace.turns.heard
    assert heard.conversation == "slack:T0:C0HIRING:1700000009.000001"
    assert (heard.text, heard.audience) == ("R&D", Audience.TEAM)
    assert slack.messages[0]["thread_ts"] == "1700000009.000001"


def test_a_button_only_one_person_sees_is_answered_to_that_person(
    workspace: Workspace, slack: FakeSlack
) -> None:
    container = {"type": "message", "message_ts": "1700000009.000001", "is_ephemeral": True}
    workspace.press(BUTTON, channel={"id": "C0PUBLIC"}, container=container)
    assert (len(slack.whispers), slack.messages) == (1, [])
    assert workspace.turns.heard[0].conversation == "slack:T0:C0PUBLIC:U0ADA"


def test_the_slash_command_is_answered_to_one_person(
    workspace: Workspace, slack: FakeSlack
) -> None:
    answer = workspace.command("what is the pay &amp; place?")
    assert (answer.status_code, answer.text) == (200, "")
    [whisper] = slack.whispers
    assert (whisper["channel"], whisper["user"]) == ("C0PUBLIC", "U0ADA")
    assert whisper["text"] == "candidate: what is the pay &amp; place?"
    assert slack.messages == []


def test_the_slash_command_alone_asks_for_help(workspace: Workspace) -> None:
    workspace.command("  ", user_id="U0RIA")
    [heard] = workspace.turns.heard
    assert (heard.text, heard.audience) == ("help", Audience.TEAM)


def test_where_the_bot_is_no_member_the_slash_command_is_answered_in_private(
    workspace: Workspace, slack: FakeSlack
) -> None:
    workspace.command("hello", channel_id="C0FOREIGN")
    assert [m["channel"] for m in slack.messages] == ["U0ADA"]
    assert slack.whispers == []


def test_the_fit_card_goes_to_the_hiring_channel(workspace: Workspace, slack: FakeSlack) -> None:
    def finished(incoming: Incoming) -> Reply:
        card = Post("s1:finished:9", "data-engineer", "s1", incoming.at, samples.card())
        return Reply((Text("Thank you."),), (card,))

    workspace.turns.handler = finished
    workspace.direct("send")
    thanks, card = slack.messages
    assert (thanks["channel"], card["channel"]) == ("D0ADA", "C0HIRING")
    assert card["blocks"][0]["text"]["text"] == "Candidate 7F3 · Data Engineer (invented)"
    assert "cut it from 6 h to 50 min" in card["text"]
    assert card["metadata"]["event_payload"]["key"] == "s1:finished:9"


def test_slack_is_told_only_after_the_message_is_kept_and_nobody_waits_for_another(
    config: SlackConfig, sender: SlackSender
) -> None:
    class Slow:
        """Takes a while to keep a message."""

        def __init__(self) -> None:
            self.kept: list[str] = []
            self.lock = threading.Lock()

        def take(self, incoming: Incoming) -> Reply:
            return echo(incoming)

        def submit(self, channel: str, incoming: Incoming, address: Address) -> None:
            time.sleep(0.4)
            with self.lock:
                self.kept.append(incoming.text)

    slow = Slow()
    with running(Starlette(routes=list(slack_routes(config, slow)))) as url:
        speaking = Workspace(url, FakeSlack(), TurnsNow("slack", sender, HIRING, echo))
        began = time.monotonic()
        with ThreadPoolExecutor(6) as people:
            answers = list(people.map(lambda n: speaking.direct(f"m{n}"), range(6)))
        assert sorted(slow.kept) == [f"m{n}" for n in range(6)]
        assert [answer.status_code for answer in answers] == [200] * 6
        assert time.monotonic() - began < 6 * 0.4


def test_settings_of_bolt_in_the_environment_change_nothing(
    config: SlackConfig, slack: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("BOT_TOKEN", "SIGNING_SECRET", "CLIENT_ID", "CLIENT_SECRET", "VERIFICATION_TOKEN"):
        monkeypatch.setenv(f"SLACK_{name}", "from-the-environment")
    turns = TurnsNow("slack", SlackSender(config), HIRING, echo)
    with running(Starlette(routes=list(slack_routes(config, turns)))) as url:
        speaking = Workspace(url, slack, turns)
        assert speaking.direct("hello").status_code == 200
        assert speaking.command("hello").status_code == 200
        assert speaking.press(BUTTON).status_code == 200
        assert speaking.send(b"{}", **{"x-slack-signature": "v0=0"}).status_code == 401
    assert len(slack.messages) == 2
