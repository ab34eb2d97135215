"""`rolecall slack install`: it says which step is next, until all is well."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.__main__ import app as rolecall
from bot.assembly.assemble import assemble
from bot.channels.slack.asking import SlackAsking
from bot.channels.slack.config import OAuth, SlackConfig
from bot.channels.slack.guide import Standing, steps
from bot.ports.installations import Installation
from bot.settings import read_settings
from tests.channels.slack.fake_api import APP_TOKEN, TOKEN, FakeSlack
from tests.channels.slack.workspace import SECRET, Workspace
from tests.loopback import running

TRIAL = {
    "ROLECALL_SLACK_BOT_TOKEN": TOKEN,
    "ROLECALL_SLACK_APP_TOKEN": APP_TOKEN,
    "ROLECALL_SLACK_RECRUITERS": "U0RIA",
    "ROLECALL_HIRING_CHANNELS": "*=slack:C0HIRING",
}
SEVERAL = {
    "ROLECALL_SLACK_CLIENT_ID": "1.2",
    "ROLECALL_SLACK_CLIENT_SECRET": "invented-client-secret",
    "ROLECALL_SLACK_APP_TOKEN": APP_TOKEN,
    "ROLECALL_SLACK_WORKSPACES": "T1",
    "ROLECALL_SLACK_RECRUITERS": "T1/U0RIA",
    "ROLECALL_HIRING_CHANNELS": "*=slack:T1/C0HIRING",
    "ROLECALL_PUBLIC_URL": "https://rolecall.example",
}


@dataclass
class Guide:
    """The command, with settings of its own."""

    home: Path
    url: str
    patch: pytest.MonkeyPatch

    def run(self, given: dict[str, str], *words: str) -> tuple[int, str]:
        for name, value in {**given, "ROLECALL_SLACK_API_URL": f"{self.url}/api"}.items():
            self.patch.setenv(name, value)
        done = CliRunner().invoke(rolecall, ["slack", "install", *words])
        return done.exit_code, done.stdout

    def steps(self, given: dict[str, str], *words: str) -> dict[str, tuple[str, str]]:
        """What is told of each step; the worst of several of the same name."""
        _, said = self.run(given, *words, "--json")
        told: dict[str, tuple[str, str]] = {}
        for one in json.loads(said):
            if told.get(one["step"], ("done", ""))[0] != "next":
                told[one["step"]] = (one["state"], one["said"])
        return told


@pytest.fixture
def guide(slack: FakeSlack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Guide]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ROLECALL_HOME", str(tmp_path / "home"))
    slack.links = lambda: "wss://nowhere.example/link"
    with running(slack.app()) as url:
        yield Guide(tmp_path, url, monkeypatch)


def test_from_nothing_it_leads_to_a_trial(guide: Guide) -> None:
    code, said = guide.run({})
    assert code == 2
    lines = said.splitlines()
    assert [line.split()[0] for line in lines] == ["next"] * 4
    assert "rolecall slack manifest --socket --link" in lines[0]
    assert "ROLECALL_SLACK_BOT_TOKEN" in lines[1]
    assert "connections:write" in lines[2]
    assert "ROLECALL_SLACK_PRESCREEN_APP_TOKEN" in guide.run({}, "--app", "prescreen")[1]
    assert not (guide.home / "home").exists()


def test_half_of_it_is_told_as_the_next_step(guide: Guide) -> None:
    told = guide.steps({"ROLECALL_SLACK_BOT_TOKEN": TOKEN})
    assert told["settings"][0] == "next"
    assert "ROLECALL_SLACK_APP_TOKEN for Socket Mode" in told["settings"][1]


def test_when_all_is_well_it_says_so_and_ends_with_zero(guide: Guide, slack: FakeSlack) -> None:
    code, said = guide.run(TRIAL)
    assert code == 0, said
    assert [line.split()[0] for line in said.splitlines()] == ["done"] * 5
    assert "The recruiters' app is in Example T0 (T0)." in said
    assert TOKEN not in said
    assert APP_TOKEN not in said
    asked = {method for method, _ in slack.calls}
    assert asked == {"auth.test", "apps.connections.open", "conversations.info"}


@pytest.mark.parametrize(
    ("settings", "fake", "step", "said"),
    [
        ({}, {"tokens": {}}, "installed", "invalid_auth"),
        ({}, {"scopes": "chat:write,im:history"}, "permissions", "slack manifest --socket` prints"),
        ({"ROLECALL_SLACK_RECRUITERS": "S0HR"}, {}, "permissions", "usergroups:read"),
        ({"ROLECALL_SLACK_RECRUITERS": "admins"}, {}, "permissions", "users:read"),
        ({}, {"links": None}, "messages in", "invalid_auth"),
        ({"ROLECALL_SLACK_RECRUITERS": ""}, {}, "recruiters", "Copy member ID"),
        ({}, {"members": set()}, "hiring channels", "/invite @Rolecall"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(
    guide: Guide,
    slack: FakeSlack,
    settings: dict[str, str],
    fake: dict[str, Any],
    step: str,
    said: str,
) -> None:
    slack.scopes = slack.scopes.replace(",usergroups:read,users:read", "")
    for name, value in fake.items():
        setattr(slack, name, value)
    told = guide.steps({**TRIAL, **settings})
    assert told[step][0] == "next"
    assert said in told[step][1]
    assert sum(state == "next" for state, _ in told.values()) == 1


def test_where_slack_cannot_be_reached_that_is_said(guide: Guide) -> None:
    guide.url = "http://127.0.0.1:9"
    told = guide.steps(TRIAL)
    assert "could not be reached" in told["installed"][1]
    assert "could not be reached" in told["messages in"][1]
    assert "hiring channels" not in told


def test_several_workspaces_are_looked_at_one_by_one(guide: Guide, slack: FakeSlack) -> None:
    told = guide.steps(SEVERAL)
    assert told["more workspaces"][0] == "next"
    assert "https://rolecall.example/slack/install" in told["more workspaces"][1]
    assert "https://rolecall.example/slack/oauth_redirect" in told["more workspaces"][1]
    slack.tokens = {"xoxb-of-T1": "T1"}
    app = assemble(read_settings())
    for workspace in ("T1", "T2"):
        token = f"xoxb-of-{workspace}"
        at = datetime(2026, 11, 23, tzinfo=UTC)
        made = Installation("slack", workspace, f"Lamps {workspace}", token, (), "UB", "UA", at)
        app.store.installations.keep(made)
    app.close()
    told = guide.steps(SEVERAL)
    assert told["installed"][0] == "next"
    assert "the installation in Lamps T2 (T2)" in told["installed"][1]
    slack.tokens["xoxb-of-T2"] = "T2"
    assert guide.steps(SEVERAL)["hiring channels"] == ("done", "The app is in T1/C0HIRING.")
    assert guide.run(SEVERAL)[0] == 0
    bare = guide.steps({**SEVERAL, "ROLECALL_SLACK_RECRUITERS": "U0RIA"})
    assert bare["recruiters"][0] == "next"
    assert "T0123/U0RIA" in bare["recruiters"][1]


def test_an_address_is_asked_as_slack_will_ask_it(workspace: Workspace) -> None:
    asking = SlackAsking("http://127.0.0.1:9/api/")
    url = f"{workspace.url}/slack/events"
    assert asking.answers(url, SECRET) == ""
    assert asking.answers(url, "another secret") == "the answer 401"
    assert asking.answers("http://127.0.0.1:9/slack/events", SECRET) == "no answer"
    assert asking.whose(TOKEN).error == "no answer"


def test_an_address_that_slack_cannot_reach_is_the_next_step(config: SlackConfig) -> None:
    class Well(SlackAsking):
        def answers(self, url: str, signing_secret: str) -> str:
            return "" if url == "https://rolecall.example/slack/events" else "no answer"

    asking = Well(config.api_url)
    oauth = OAuth("1.2", "s", frozenset({"T1"}), "http://127.0.0.1:8000")
    here = Standing(replace(config, oauth=oauth), (), (), "http://127.0.0.1:8000")
    told = {one.step: one for one in steps(here, asking)}
    assert [told[name].state for name in ("messages in", "more workspaces")] == ["next", "next"]
    assert "ROLECALL_PUBLIC_URL" in told["messages in"].said
    there = replace(here, config=config, address="https://rolecall.example")
    told = {one.step: one for one in steps(there, asking)}
    assert told["messages in"].state == "done"
    elsewhere = replace(there, address="https://elsewhere.example")
    told = {one.step: one for one in steps(elsewhere, asking)}
    assert "rolecall run" in told["messages in"].said
