"""Sending to Slack: what is sent, what is tried again, and what cannot be delivered."""

import pytest
from starlette.responses import PlainTextResponse, Response

from bot.channels.slack.config import SlackConfig
from bot.channels.slack.sender import SlackSender
from bot.core.messages import Block, Heading, Text
from bot.ports.delivery import TryAgain, Undeliverable
from tests.channels.slack.fake_api import FakeSlack, broken, error, slow_down
from tests.channels.slack.workspace import HIRING

LONG: tuple[Block, ...] = tuple(Text(f"{n} " + "x" * 2_900) for n in range(9))


def shown(slack: FakeSlack) -> list[str]:
    """The first word of every block that people see."""
    blocks = [block for message in slack.messages for block in message["blocks"]]
    return [block["elements"][0]["elements"][0]["text"].split()[0] for block in blocks]


def test_a_message_has_text_blocks_and_its_key_and_shows_no_previews(
    sender: SlackSender, slack: FakeSlack
) -> None:
    sender.send({**HIRING, "thread_ts": "1700000000.000001"}, "k1", (Heading("Hello"),))
    [message] = slack.messages
    assert message["text"] == "Hello"
    assert message["blocks"][0]["type"] == "header"
    assert message["thread_ts"] == "1700000000.000001"
    assert message["metadata"]["event_payload"] == {"key": "k1", "part": "0"}
    assert (message["unfurl_links"], message["unfurl_media"]) == (False, False)
    assert (message["link_names"], message["parse"], message["mrkdwn"]) == (False, "none", False)


def test_the_same_key_is_sent_once(sender: SlackSender, slack: FakeSlack) -> None:
    sender.send(HIRING, "k1", (Text("one"),))
    sender.send(HIRING, "k1", (Text("one"),))
    assert shown(slack) == ["one"]


def test_the_same_words_under_another_key_are_sent_again(
    sender: SlackSender, slack: FakeSlack
) -> None:
    sender.send(HIRING, "k1", (Text("one"),))
    sender.send(HIRING, "k2", (Text("one"),))
    assert shown(slack) == ["one", "one"]


def test_what_was_sent_is_not_kept_in_memory(sender: SlackSender, slack: FakeSlack) -> None:
    sender.send(HIRING, "k1", (Text("the zephyr lamp"),))
    assert shown(slack) == ["the"]
    assert "zephyr" not in str(vars(sender))


def test_a_rate_limit_says_how_long_to_wait(sender: SlackSender, slack: FakeSlack) -> None:
    slack.failing = [slow_down(17)]
    with pytest.raises(TryAgain) as raised:
        sender.send(HIRING, "k1", (Text("one"),))
    assert raised.value.after == 17
    assert len(slack.calls) == 1
    sender.send(HIRING, "k1", (Text("one"),))
    assert shown(slack) == ["one"]


@pytest.mark.parametrize(
    "answer",
    [broken(503), broken(500), error("internal_error"), error("service_unavailable")],
)
def test_an_outage_is_tried_again(sender: SlackSender, slack: FakeSlack, answer: Response) -> None:
    slack.failing = [answer]
    with pytest.raises(TryAgain):
        sender.send(HIRING, "k1", (Text("one"),))


def test_a_slack_that_cannot_be_reached_is_tried_again() -> None:
    nowhere = SlackConfig("xoxb-invented", "secret", api_url="http://127.0.0.1:1/api/")
    with pytest.raises(TryAgain):
        SlackSender(nowhere).send(HIRING, "k1", (Text("one"),))


@pytest.mark.parametrize(
    "code",
    [
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "account_inactive",
        "token_revoked",
        "missing_scope",
        "restricted_action",
    ],
)
def test_what_cannot_be_delivered_says_why(
    sender: SlackSender, slack: FakeSlack, code: str
) -> None:
    slack.failing = [error(code)]
    with pytest.raises(Undeliverable, match=code):
        sender.send(HIRING, "k1", (Text("one"),))


def test_a_channel_the_bot_is_not_in_asks_for_an_invitation(sender: SlackSender) -> None:
    with pytest.raises(Undeliverable, match="Invite the app"):
        sender.send({"channel": "C0FOREIGN"}, "k1", (Text("one"),))


def test_an_answer_that_is_not_json_is_not_taken_for_sent(
    sender: SlackSender, slack: FakeSlack
) -> None:
    slack.failing = [PlainTextResponse("<html>a proxy's page</html>")]
    with pytest.raises(Undeliverable):
        sender.send(HIRING, "k1", (Text("one"),))
    assert slack.messages == []


def test_a_long_reply_goes_out_in_order(sender: SlackSender, slack: FakeSlack) -> None:
    sender.send(HIRING, "k1", LONG)
    assert len(slack.messages) > 1
    assert shown(slack) == [str(n) for n in range(9)]


def test_a_second_try_goes_on_where_the_first_one_failed(
    sender: SlackSender, slack: FakeSlack
) -> None:
    sender.send({"channel": "C0PUBLIC"}, "k0", LONG)
    parts = len(slack.messages)
    slack.messages.clear()
    _fail_second(slack)
    with pytest.raises(TryAgain):
        sender.send(HIRING, "k1", LONG)
    assert 0 < len(slack.messages) < parts
    sender.send(HIRING, "k1", LONG)
    assert shown(slack) == [str(n) for n in range(9)]


def _fail_second(slack: FakeSlack) -> None:
    """Lets one message through, then answers with a rate limit once."""
    original = slack._post_message

    def once(sent: dict[str, object]) -> Response:
        slack.failing = [slow_down(1)]
        slack._post_message = original  # type: ignore[method-assign]
        return original(sent)

    slack._post_message = once  # type: ignore[method-assign]


def test_a_message_slack_finds_too_long_is_divided(sender: SlackSender, slack: FakeSlack) -> None:
    slack.refuse_above = 2
    blocks = tuple(Text(f"{n} word") for n in range(5))
    sender.send(HIRING, "k1", blocks)
    assert shown(slack) == ["0", "1", "2", "3", "4"]
    assert all(len(message["blocks"]) <= 2 for message in slack.messages)
    parts = [message["metadata"]["event_payload"]["part"] for message in slack.messages]
    assert len(set(parts)) == len(parts)


def test_one_block_that_is_too_long_is_undeliverable(sender: SlackSender, slack: FakeSlack) -> None:
    slack.refuse_above = 0
    with pytest.raises(Undeliverable, match="msg_blocks_too_long"):
        sender.send(HIRING, "k1", (Text("one"),))


def test_a_wrong_token_is_told_and_never_shown(config: SlackConfig, slack: FakeSlack) -> None:
    slack.tokens = {"xoxb-another": "T0"}
    with pytest.raises(Undeliverable, match="ROLECALL_SLACK_BOT_TOKEN") as raised:
        SlackSender(config).send(HIRING, "k1", (Text("one"),))
    assert config.bot_token not in str(raised.value)
    assert config.bot_token not in repr(config)
    assert config.signing_secret not in repr(config)


def test_nothing_to_say_sends_nothing(sender: SlackSender, slack: FakeSlack) -> None:
    sender.send(HIRING, "k1", ())
    assert slack.calls == []


@pytest.mark.parametrize(("token", "secret"), [("", "s"), ("t", ""), ("t", " ")])
def test_an_empty_secret_is_refused_at_the_start(token: str, secret: str) -> None:
    with pytest.raises(ValueError, match="Slack needs a"):
        SlackConfig(token, secret)
