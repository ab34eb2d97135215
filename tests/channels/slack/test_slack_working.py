"""The sign that an answer is on its way, and a thread's title: never in the way of the answer."""

import pytest

from tests.channels.slack.fake_api import FakeSlack, broken
from tests.channels.slack.workspace import Workspace

THREAD = "1700000001.000001"


def asked(workspace: Workspace, said: str = "What is the pay?", user: str = "U0RIA") -> None:
    channel = "D0RIA" if user == "U0RIA" else "D0ADA"
    answer = workspace.direct(said, user=user, channel=channel, thread_ts=THREAD)
    assert answer.status_code == 200


def test_a_thread_shows_that_an_answer_comes_and_that_it_came(
    workspace: Workspace, slack: FakeSlack
) -> None:
    asked(workspace)
    where = {"channel_id": "D0RIA", "thread_ts": THREAD}
    assert [sent for _, sent in slack.statuses] == [
        {**where, "status": "processing", "title": "What is the pay?"},
        {**where, "status": "active"},
    ]
    methods = [method for method, _ in slack.calls]
    assert methods.index("chat.postMessage") == 1, "between the two"


def test_a_long_title_is_cut_and_a_candidates_words_are_in_none(
    workspace: Workspace, slack: FakeSlack
) -> None:
    asked(workspace, "What " + "very " * 40)
    asked(workspace, "I led two people", user="U0ADA")
    begun = [sent for _, sent in slack.statuses if sent["status"] == "processing"]
    assert len(begun[0]["title"]) <= 60
    assert "title" not in begun[1]


@pytest.mark.parametrize("code", ["unknown_method", "missing_scope"])
def test_an_assistant_of_the_older_kind_shows_it_too(
    workspace: Workspace, slack: FakeSlack, code: str
) -> None:
    slack.refusing = {"agents.sessions.setStatus": code}
    for _ in range(2):
        asked(workspace)
    assert [method for method, _ in slack.statuses] == [
        "assistant.threads.setStatus",
        "assistant.threads.setTitle",
    ] * 2
    # The app and the sender ask once each.
    assert [method for method, _ in slack.calls].count("agents.sessions.setStatus") == 2


def test_without_any_of_it_the_answer_comes_as_a_plain_message(
    workspace: Workspace, slack: FakeSlack
) -> None:
    methods = ("agents.sessions.setStatus", "assistant.threads.setStatus")
    slack.refusing = dict.fromkeys([*methods, "assistant.threads.setTitle"], "unknown_method")
    asked(workspace)
    assert [message["text"] for message in slack.messages] == ["team: What is the pay?"]


def test_a_failure_is_not_in_the_way_of_the_answer(workspace: Workspace, slack: FakeSlack) -> None:
    slack.failing = [broken(500), broken(502), broken(503)]
    asked(workspace)
    assert [message["thread_ts"] for message in slack.messages] == [THREAD]


def test_nothing_is_shown_outside_a_thread_of_the_direct_chat(
    workspace: Workspace, slack: FakeSlack
) -> None:
    workspace.direct("hello")
    workspace.mention("hello")
    workspace.command("hello")
    assert slack.statuses == []


def test_a_command_or_shortcut_that_is_delivered_twice_is_heard_once(workspace: Workspace) -> None:
    for _ in range(2):
        workspace.command("roles", trigger_id="13345.same")
        workspace.shortcut("What is the pay?", trigger_id="13346.same")
    assert [heard.text for heard in workspace.turns.heard] == ["roles", "What is the pay?"]
