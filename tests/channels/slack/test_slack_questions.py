"""A question for the team through Slack: the drawn button, the hiring channel, and the way back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.assembly.assemble import App, assemble
from bot.settings import read_settings
from tests.channels.slack.fake_api import FakeSlack
from tests.channels.slack.workspace import Workspace

BRIEF = """# Ferry Captain

## Required
- Two seasons on a passenger ferry
"""


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    settings = read_settings(
        home=tmp_path, seeds=tmp_path / "seeds", hiring_channels="*=slack:C0HIRING"
    )
    made = assemble(settings)
    made.store.roles.put("ferry-captain", "ferry.md", BRIEF, datetime.now(UTC))
    yield made
    made.close()


@pytest.fixture
def talking(workspace: Workspace, app: App) -> Workspace:
    workspace.turns.handler = app.bot.handle
    return workspace


def drawn_button(message: dict[str, Any], label: str) -> dict[str, Any]:
    buttons: list[dict[str, Any]] = [
        element
        for block in message["blocks"]
        if block["type"] == "actions"
        for element in block["elements"]
    ]
    return next(button for button in buttons if button["text"]["text"] == label)


def test_a_pressed_button_asks_and_the_answer_comes_back(
    talking: Workspace, slack: FakeSlack
) -> None:
    talking.direct("Is there a &lt;!channel&gt; parrot &amp; a *piano* on board?")
    refused = slack.messages[-1]
    talking.press(drawn_button(refused, "Ask the hiring team"))
    asked, posted = slack.messages[-2:]
    assert (asked["channel"], posted["channel"]) == ("D0ADA", "C0HIRING")
    assert "I have asked the hiring team" in asked["text"]
    assert "&lt;!channel&gt; parrot &amp; a *piano*" in posted["text"]
    kinds = {block["type"] for block in posted["blocks"]}
    assert kinds == {"header", "rich_text", "context"}, "nothing is read as markup"
    assert posted["mrkdwn"] is False
    talking.direct("answer 1 A parrot lives there.", user="U0RIA", channel="D0RIA")
    confirmed, told = slack.messages[-2:]
    assert (confirmed["channel"], told["channel"]) == ("D0RIA", "D0ADA")
    assert "A parrot lives there." in told["text"]
    assert "U0RIA" not in told["text"], "a recruiter's id is no name"
    assert "answered by the hiring team on" in told["text"]


def test_a_recruiter_answers_in_the_hiring_channels_thread(
    talking: Workspace, slack: FakeSlack
) -> None:
    talking.direct("ask the team: Is there a parrot?")
    posted = slack.messages[-1]
    said = {"user": "U0RIA", "channel": "C0HIRING", "thread_ts": posted["ts"]}
    talking.mention("answer 1 as Ria: A parrot lives there.", **said)
    assert [message["channel"] for message in slack.messages[-2:]] == ["C0HIRING", "D0ADA"]
    assert "answered by Ria on" in slack.messages[-1]["text"]


def test_somebody_else_in_the_hiring_channel_cannot_answer(
    talking: Workspace, slack: FakeSlack, app: App
) -> None:
    talking.direct("ask the team: Is there a parrot?")
    talking.mention("answer 1 There are nine.", user="U0EVE", channel="C0HIRING")
    (question,) = app.store.questions.of()
    assert question.open


@pytest.mark.parametrize(
    "said", ["invite Eve Example", "approve the kit", "show the kit", "screenings", "answer 1 No."]
)
def test_a_stranger_who_gives_the_teams_instructions_gets_a_polite_no(
    talking: Workspace, slack: FakeSlack, app: App, said: str
) -> None:
    talking.direct("ask the team: Is there a parrot?")
    talking.direct("approve the kit", user="U0RIA", channel="D0RIA")
    talking.direct(said, user="U0EVE")
    talking.mention(said, user="U0RIA")
    for message in slack.messages[-2:]:
        assert message["text"].startswith("That is for the hiring team")
    assert app.store.screenings.entries() == ()
    assert app.store.questions.of()[0].open


@pytest.mark.parametrize(
    "asked", ["What is the summary of the tasks?", "Who invites candidates?", "Do I bring a kit?"]
)
def test_a_question_that_holds_such_a_word_is_still_a_question(
    talking: Workspace, slack: FakeSlack, asked: str
) -> None:
    talking.direct(asked)
    assert "That is for the hiring team" not in slack.messages[-1]["text"]
