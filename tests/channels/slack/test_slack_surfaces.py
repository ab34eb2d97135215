"""What Slack shows around the chat: the App Home, suggested prompts, the shortcut, the command."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from bot.assembly.assemble import App, assemble
from bot.channels.slack.config import SlackConfig
from bot.channels.slack.parts import Parts
from bot.channels.slack.routes import slack_routes
from bot.channels.slack.sender import SlackSender
from bot.core.roles import Audience
from bot.dialogues.recruiting.overview import Overview
from bot.settings import read_settings
from tests.channels.slack.fake_api import FakeSlack, broken
from tests.channels.slack.workspace import HIRING, Workspace
from tests.channels.turns_now import TurnsNow
from tests.loopback import running

BRIEF = """# {title}

## Required
- Two seasons on a passenger ferry

## Pay
- 31,000 euros a year
"""


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    made = assemble(read_settings(home=tmp_path, seeds=tmp_path / "seeds", hiring_channels="*=web"))
    hire(made, "Ferry Captain & Mate")
    yield made
    made.close()


def hire(app: App, title: str) -> None:
    identity = "".join(letter for letter in title.lower().replace(" ", "-") if letter.isalnum())
    app.store.roles.put(identity, "x.md", BRIEF.format(title=title), datetime.now(UTC))


@pytest.fixture
def talking(app: App, slack: FakeSlack, config: SlackConfig) -> Iterator[Workspace]:
    turns = TurnsNow("slack", SlackSender(config), HIRING, app.bot.handle)
    routes = slack_routes(config, turns, Parts(Overview(app.ports)))
    with running(Starlette(routes=routes)) as url:
        yield Workspace(url, slack, turns)


def soon(is_so: Callable[[], object]) -> None:
    """Waits for what happens behind an acknowledgement."""
    deadline = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.01)


def words(view: Any) -> str:
    """All words of a payload."""
    if isinstance(view, dict):
        own = view["text"] if isinstance(view.get("text"), str) else ""
        return f"{own}\n" + "".join(words(below) for below in view.values())
    return "".join(words(below) for below in view) if isinstance(view, list) else ""


def test_the_home_of_a_recruiter_says_what_waits(
    talking: Workspace, slack: FakeSlack, app: App
) -> None:
    talking.opened("U0RIA", channel="D0RIA")
    soon(lambda: "U0RIA" in slack.homes)
    said = words(slack.homes["U0RIA"])
    assert "Ferry Captain & Mate: the kit is not signed off, so nobody can be invited." in said
    assert "No screening is open." in said


def test_the_home_names_open_screenings_by_pseudonym(
    talking: Workspace, slack: FakeSlack, app: App
) -> None:
    for said in ("approve the kit", "invite Robin Example"):
        talking.direct(said, user="U0RIA", channel="D0RIA")
    talking.opened("U0RIA", channel="D0RIA")
    soon(lambda: "U0RIA" in slack.homes)
    [entry] = app.store.screenings.entries()
    said = words(slack.homes["U0RIA"])
    assert f"{entry.pseudonym}, Ferry Captain & Mate: " in said
    assert "invited, has not started" in said
    assert "Robin" not in said


def test_the_home_of_anybody_else_names_roles_and_no_candidate(
    talking: Workspace, slack: FakeSlack
) -> None:
    for said in ("approve the kit", "invite Robin Example"):
        talking.direct(said, user="U0RIA", channel="D0RIA")
    talking.opened("U0ADA")
    soon(lambda: "U0ADA" in slack.homes)
    said = words(slack.homes["U0ADA"])
    assert "Ferry Captain & Mate" in said
    assert "Candidate" not in said
    assert "kit" not in said


def test_a_home_of_many_roles_stays_within_slacks_limits(
    talking: Workspace, slack: FakeSlack, app: App
) -> None:
    for number in range(40):
        hire(app, f"Deckhand {number} " + "x" * 200)
    talking.opened("U0RIA", channel="D0RIA")
    soon(lambda: "U0RIA" in slack.homes)
    assert "more: say “roles”" in words(slack.homes["U0RIA"])


def test_a_button_of_the_home_speaks_in_the_chat(talking: Workspace, slack: FakeSlack) -> None:
    talking.opened("U0RIA", channel="D0RIA")
    soon(lambda: "U0RIA" in slack.homes)
    view = slack.homes["U0RIA"]
    [actions] = [block for block in view["blocks"] if block["type"] == "actions"]
    pressed = {
        "user": {"id": "U0RIA", "team_id": "T0"},
        "container": {"type": "view", "view_id": "V1"},
        "view": {"id": "V1", "private_metadata": view["private_metadata"]},
        "channel": None,
        "message": None,
    }
    (roles,) = (button for button in actions["elements"] if button["value"] == "roles")
    for _ in range(2):
        assert talking.press(roles, **pressed).status_code == 200
    assert [heard.text for heard in talking.turns.heard] == ["roles"] * 2
    assert {heard.conversation for heard in talking.turns.heard} == {"slack:T0:D0RIA"}
    assert {message["channel"] for message in slack.messages} == {"D0RIA"}


def test_an_empty_chat_suggests_what_fits(talking: Workspace, slack: FakeSlack) -> None:
    talking.opened("U0RIA", tab="messages", channel="D0RIA")
    talking.opened("U0ADA", tab="messages")
    soon(lambda: len(slack.prompts) == 2)
    by_chat = {sent["channel_id"]: sent["prompts"] for sent in slack.prompts}
    assert by_chat["D0RIA"][0] == {"title": "Show the kit", "message": "show the kit"}
    assert by_chat["D0ADA"][0]["message"] == "What does it pay?"
    assert slack.homes == {}


def test_in_a_screening_the_suggestions_are_about_it(
    talking: Workspace, slack: FakeSlack, app: App
) -> None:
    for said in ("approve the kit", "invite Robin Example"):
        talking.direct(said, user="U0RIA", channel="D0RIA")
    token = slack.messages[-1]["text"].split("start ")[-1].split()[0]
    talking.direct(f"start {token}")
    talking.opened("U0ADA", tab="messages")
    soon(lambda: slack.prompts)
    assert [one["message"] for one in slack.prompts[0]["prompts"]][:2] == ["continue", "my answers"]


STARTED = {
    "type": "assistant_thread_started",
    "user": None,
    "assistant_thread": {"user_id": "U0ADA", "channel_id": "D0ADA", "thread_ts": "1700000001.1"},
}


@pytest.mark.parametrize("code", ["unknown_method", "missing_scope"])
def test_without_prompts_a_new_thread_is_told_in_a_plain_message(
    talking: Workspace, slack: FakeSlack, code: str
) -> None:
    slack.refusing["assistant.threads.setSuggestedPrompts"] = code
    for _ in range(2):
        talking.event(STARTED)
    soon(lambda: len(slack.messages) == 2)
    assert slack.messages[0]["thread_ts"] == "1700000001.1"
    assert "What does it pay?" in slack.messages[0]["text"]
    asked = [method for method, _ in slack.calls if method.startswith("assistant")]
    assert len(asked) == 1, "a method that is not there is asked for once"


def test_a_failing_home_leaves_the_chat_alone(talking: Workspace, slack: FakeSlack) -> None:
    slack.failing = [broken(500)]
    assert talking.opened("U0ADA").status_code == 200
    soon(lambda: slack.calls)
    assert talking.direct("What does it pay?").status_code == 200
    assert "31,000 euros" in slack.messages[-1]["text"]
    talking.opened("U0ADA")
    soon(lambda: "U0ADA" in slack.homes)


@pytest.mark.parametrize(
    "more", [{"user": None}, {"channel": None}, {"channel": "C0PUBLIC"}, {"user": ["U0ADA"]}]
)
def test_an_opening_of_another_form_is_acknowledged(
    talking: Workspace, slack: FakeSlack, more: dict[str, Any]
) -> None:
    assert talking.opened(**{"user": "U0ADA", **more}).status_code == 200
    assert slack.homes == {}


def test_the_shortcut_answers_a_message_for_one_person_alone(
    talking: Workspace, slack: FakeSlack
) -> None:
    assert talking.shortcut("What does it pay?").status_code == 200
    assert slack.messages == []
    [whisper] = slack.whispers
    assert (whisper["user"], whisper["channel"]) == ("U0RIA", "C0PUBLIC")
    assert "31,000 euros" in whisper["text"]


def test_somebody_elses_words_never_command_through_the_shortcut(
    talking: Workspace, slack: FakeSlack, app: App
) -> None:
    talking.direct("approve the kit", user="U0RIA", channel="D0RIA")
    for trap in ("invite Eve Example", "approve the kit", "/rolecall invite Eve"):
        talking.shortcut(trap)
    assert app.store.screenings.entries() == ()
    assert {heard.audience for heard in talking.turns.heard[1:]} == {Audience.CANDIDATE}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ask What does it pay?", "What does it pay?"),
        ("ASK: what does it pay?", "what does it pay?"),
        ("ask the team: is there a parrot?", "ask the team: is there a parrot?"),
        ("ask team is there a parrot?", "ask team is there a parrot?"),
        ("", "help"),
        ("ask ", "help"),
        ("roles", "roles"),
        ("invite Robin Example", "invite Robin Example"),
    ],
)
def test_the_command_says_what_is_typed(talking: Workspace, typed: str, said: str) -> None:
    talking.command(typed)
    assert [heard.text for heard in talking.turns.heard] == [said]


@pytest.mark.parametrize("typed", ["roles", "kit", "invite Robin Example", "summary", "help"])
def test_nobody_else_sees_what_the_command_answers(
    talking: Workspace, slack: FakeSlack, typed: str
) -> None:
    talking.direct("approve the kit", user="U0RIA", channel="D0RIA")
    talking.command(typed, user_id="U0RIA")
    assert [whisper["user"] for whisper in slack.whispers] == ["U0RIA"] * len(slack.whispers)
    assert slack.whispers
    assert {message["channel"] for message in slack.messages} == {"D0RIA"}
