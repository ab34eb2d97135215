"""Edited and deleted messages in Slack: heard as what they are, and asked about."""

import pytest

from bot.core.roles import Audience
from tests.channels.slack.fake_api import BOT, FakeSlack
from tests.channels.slack.workspace import Json, Workspace


def test_an_edited_direct_message_is_heard_with_its_first_words(workspace: Workspace) -> None:
    assert workspace.edit("I led &lt;two&gt; people", "I led three people").status_code == 200
    [heard] = workspace.turns.heard
    assert (heard.text, heard.revises) == ("I led three people", "I led <two> people")
    assert (heard.conversation, heard.person) == ("slack:T0:D0ADA", "slack:T0:U0ADA")
    assert heard.private


def test_a_deleted_direct_message_is_heard_without_words(workspace: Workspace) -> None:
    workspace.delete("I led two people")
    workspace.edit("I led five", "This message was deleted.", message={"subtype": "tombstone"})
    assert [(one.text, one.revises) for one in workspace.turns.heard] == [
        ("", "I led two people"),
        ("", "I led five"),
    ]


def test_a_recruiters_edit_is_still_a_recruiters(workspace: Workspace) -> None:
    before: Json = {"user": "U0RIA", "text": "kit", "ts": "1700000050.000001"}
    workspace.edit("kit", "roles", previous_message=before)
    assert [heard.audience for heard in workspace.turns.heard] == [Audience.TEAM]


@pytest.mark.parametrize(
    "more",
    [
        {"message": {"text": "the same", "user": "U0ADA", "attachments": [{"title": "preview"}]}},
        {"previous_message": {"text": "the same", "user": BOT, "bot_id": "B0BOT"}},
        {"previous_message": {"text": "the same", "user": BOT}},
        {"previous_message": {"text": "", "user": "U0ADA"}},
        {"previous_message": None},
        {"channel": "C0PUBLIC", "channel_type": "channel"},
    ],
)
def test_a_preview_or_a_change_by_the_bot_is_no_edit(
    workspace: Workspace, slack: FakeSlack, more: Json
) -> None:
    assert workspace.edit("the same", "other", **more).status_code == 200
    assert (slack.messages, workspace.turns.heard) == ([], [])


def test_the_same_edit_delivered_twice_is_heard_once(workspace: Workspace) -> None:
    for _ in range(2):
        workspace.numbers = 7
        workspace.edit("old", "new")
    assert len(workspace.turns.heard) == 1
