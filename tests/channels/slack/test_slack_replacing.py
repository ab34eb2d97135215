"""Taking back what was posted to Slack: a notice stands there, whatever the workspace allows."""

import pytest

from bot.channels.slack.config import SlackConfig
from bot.channels.slack.sender import SlackSender
from bot.core.fit.cards import erased
from bot.core.messages import Text
from bot.core.wording.fit import ERASED
from bot.ports.delivery import TryAgain, Undeliverable
from tests.channels.slack import samples
from tests.channels.slack.fake_api import FakeSlack, broken, error, slow_down
from tests.channels.slack.workspace import HIRING


def test_every_part_of_a_card_is_replaced_by_the_notice(
    config: SlackConfig, sender: SlackSender, slack: FakeSlack
) -> None:
    slack.refuse_above = 4
    slack.refusing["files.getUploadURLExternal"] = "missing_scope"
    standings = sender.send(HIRING, "p-1", samples.card())
    assert len(standings) == len(slack.messages) > 1
    assert "Candidate" in str(slack.messages)
    for standing in standings:
        SlackSender(config).replace(standing, "retract", erased())
    assert [message["text"] for message in slack.messages] == [ERASED] * len(standings)
    assert "Candidate 7F3" not in str(slack.messages)
    assert "p-1" not in str(slack.messages)


def test_what_was_sent_before_stands_where_it_stood(sender: SlackSender, slack: FakeSlack) -> None:
    first = sender.send(HIRING, "k1", (Text("one"),))
    assert sender.send(HIRING, "k1", (Text("one"),)) == first
    assert first == ({**HIRING, "ts": slack.messages[0]["ts"]},)


def test_what_is_sent_to_a_person_stands_in_their_chat(
    sender: SlackSender, slack: FakeSlack
) -> None:
    (standing,) = sender.send({"channel": "U0ADA"}, "k1", (Text("one"),))
    assert standing["ts"] == slack.messages[0]["ts"]


def test_what_only_one_person_sees_stands_nowhere(sender: SlackSender, slack: FakeSlack) -> None:
    assert sender.send({"channel": "C0PUBLIC", "user": "U0RIA"}, "k1", (Text("one"),)) == ()
    assert len(slack.whispers) == 1


@pytest.mark.parametrize("code", ["edit_window_closed", "cant_update_message"])
def test_what_may_not_be_edited_is_deleted(
    sender: SlackSender, slack: FakeSlack, code: str
) -> None:
    (standing,) = sender.send(HIRING, "k1", (Text("one"),))
    slack.failing = [error(code)]
    sender.replace(standing, "retract", erased())
    assert slack.messages == []


def test_what_somebody_deleted_needs_no_notice(sender: SlackSender, slack: FakeSlack) -> None:
    (standing,) = sender.send(HIRING, "k1", (Text("one"),))
    slack.messages.clear()
    sender.replace(standing, "retract", erased())
    assert slack.messages == []


def test_a_failure_says_whether_to_try_again(sender: SlackSender, slack: FakeSlack) -> None:
    (standing,) = sender.send(HIRING, "k1", (Text("one"),))
    for failure in (slow_down(17), broken()):
        slack.failing = [failure]
        with pytest.raises(TryAgain):
            sender.replace(standing, "retract", erased())
    slack.archived = {"C0HIRING"}
    with pytest.raises(Undeliverable, match="is_archived"):
        sender.replace(standing, "retract", erased())
    slack.archived = set()
    slack.failing = [error("cant_update_message"), error("cant_delete_message")]
    with pytest.raises(Undeliverable, match="cant_delete_message"):
        sender.replace(standing, "retract", erased())
