"""Thumbs under answers in Slack: pressed, pressed again, and left out where Slack has none."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette

from bot.channels.slack.config import SlackConfig
from bot.channels.slack.routes import slack_routes
from bot.channels.slack.sender import SlackSender
from bot.core.messages import Incoming, Reply, Text
from tests.channels.slack import samples
from tests.channels.slack.fake_api import FakeSlack
from tests.channels.slack.workspace import HIRING, Json, Workspace
from tests.channels.turns_now import TurnsNow
from tests.loopback import running


def cited(incoming: Incoming) -> Reply:
    return Reply(() if incoming.about else samples.answer())


@pytest.fixture
def answering(slack: FakeSlack, config: SlackConfig) -> Iterator[Workspace]:
    turns = TurnsNow("slack", SlackSender(config), HIRING, cited)
    with running(Starlette(routes=list(slack_routes(config, turns)))) as url:
        yield Workspace(url, slack, turns)


def thumbs(slack: FakeSlack) -> Json:
    (block,) = (b for b in slack.messages[-1]["blocks"] if b["type"] == "context_actions")
    (element,) = block["elements"]
    return dict(element)


def press(workspace: Workspace, which: str) -> None:
    drawn = thumbs(workspace.slack)
    action = {"type": "feedback_buttons", "action_id": drawn["action_id"]}
    assert workspace.press({**action, "value": drawn[which]["value"]}).status_code == 200


def test_a_cited_answer_has_thumbs_and_each_press_counts(
    answering: Workspace, slack: FakeSlack
) -> None:
    answering.direct("What do I need?")
    for which in ("positive_button", "negative_button", "positive_button"):
        press(answering, which)
    asked, *pressed = answering.turns.heard
    assert [one.text for one in pressed] == ["good answer", "bad answer", "good answer"]
    assert {one.about for one in pressed} == {asked.id}
    assert len({one.id for one in pressed}) == 3, "a third press is no repetition of the first"
    assert len(slack.messages) == 1, "nothing is said to a thumb"


def test_a_workspace_without_thumbs_gets_the_same_answer_without_them(
    answering: Workspace, slack: FakeSlack
) -> None:
    slack.without_thumbs = True
    answering.direct("What do I need?")
    answering.direct("And what else?")
    assert len(slack.messages) == 2
    assert "strong SQL" in slack.messages[0]["text"]
    assert "context_actions" not in str(slack.messages)
    posted = [call for call in slack.calls if call[0] == "chat.postMessage"]
    assert len(posted) == 3, "refused once, and not tried again"


def test_a_fit_card_and_what_cites_nothing_have_none(sender: SlackSender, slack: FakeSlack) -> None:
    sender.send(HIRING, "p1", samples.card())
    sender.send(HIRING, "p2", (Text("Hello."),))
    assert "context_actions" not in str(slack.messages)


def test_a_press_that_names_no_answer_is_nothing(answering: Workspace) -> None:
    for value in ("", "good answer", "terrible answer slack:Ev1", "good answer"):
        body = {"type": "feedback_buttons", "action_id": "thumb", "value": value}
        assert answering.press(body).status_code == 200
    assert answering.turns.heard == []
