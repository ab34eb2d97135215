"""The apps' manifests: of the form Slack asks for, with no permission that nothing uses."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from typer.testing import CliRunner

from bot.__main__ import app as rolecall
from bot.channels.slack.config import REDIRECT_PATHS, App, SlackConfig
from bot.channels.slack.manifest import Need, Way, manifest, reasons
from bot.channels.slack.routes import slack_routes
from bot.channels.slack.sender import SlackSender
from tests.channels.slack.workspace import HIRING
from tests.channels.turns_now import TurnsNow, echo

HOST = "https://rolecall.example"
SCHEMA = json.loads((Path(__file__).parent / "schema" / "manifest.json").read_text("utf-8"))


def flaws(made: dict[str, Any]) -> list[str]:
    return [flaw.message for flaw in Draft7Validator(SCHEMA).iter_errors(made)]


@pytest.mark.parametrize("app", App)
@pytest.mark.parametrize(
    "way", [Way(), Way(socket=True), Way(several=True), Way(True, True), Way(False, True, True)]
)
def test_a_manifest_is_as_slack_asks_for_it(app: App, way: Way) -> None:
    assert flaws(manifest(app, HOST, way)) == []


@pytest.mark.parametrize("app", App)
def test_over_a_socket_slack_is_told_no_address(app: App) -> None:
    made = manifest(app, "http://127.0.0.1:8000", Way(socket=True))
    assert made["settings"]["socket_mode_enabled"] is True
    assert "http" not in json.dumps(made)


@pytest.mark.parametrize("app", App)
def test_for_several_workspaces_slack_knows_the_way_back_and_tells_who_leaves(app: App) -> None:
    made = manifest(app, HOST, Way(several=True, organization=True))
    assert made["oauth_config"]["redirect_urls"] == [f"{HOST}{REDIRECT_PATHS[app]}"]
    assert {"app_uninstalled", "tokens_revoked"} <= set(
        made["settings"]["event_subscriptions"]["bot_events"]
    )
    assert made["settings"]["org_deploy_enabled"] is True
    assert manifest(app, HOST)["settings"]["org_deploy_enabled"] is False


@pytest.mark.parametrize("app", App)
def test_the_check_finds_what_slack_would_refuse(app: App) -> None:
    made = manifest(app, HOST)
    made["display_information"]["name"] = "x" * 36
    made["features"]["agent_view"] = {"assistant_description": "the older surface"}
    made["settings"]["interactivity"] = {"request_url": "rolecall.example"}
    made["surprise"] = True
    assert len(flaws(made)) >= 4


def test_only_the_recruiters_app_is_an_agent() -> None:
    features = {app: manifest(app, HOST)["features"] for app in App}
    assert "agent_view" in features[App.RECRUITER]
    assert set(features[App.PRESCREEN]) == {"app_home", "bot_user"}, "guests could not use it"


@pytest.mark.parametrize("app", App)
def test_slack_sends_to_where_the_app_listens(app: App, config: SlackConfig) -> None:
    one = SlackConfig("xoxb-1", "secret", api_url=config.api_url, app=app)
    turns = TurnsNow("slack", SlackSender(one), HIRING, echo)
    [route] = slack_routes(one, turns)
    settings = manifest(app, HOST)["settings"]
    assert settings["event_subscriptions"]["request_url"] == HOST + route.path
    assert settings["interactivity"]["request_url"] == HOST + route.path


def test_candidates_app_may_do_nothing_but_talk_directly() -> None:
    made = manifest(App.PRESCREEN, HOST)
    assert made["oauth_config"]["scopes"] == {
        "bot": ["chat:write", "im:history", "files:read", "files:write"],
        "bot_optional": ["files:write"],
    }
    assert made["settings"]["event_subscriptions"]["bot_events"] == ["message.im"]


def test_what_not_everybody_needs_is_optional() -> None:
    scopes = manifest(App.RECRUITER, HOST)["oauth_config"]["scopes"]
    assert scopes["bot_optional"] == [
        "files:write",
        *("reactions:read", "channels:history", "groups:history"),
        *("usergroups:read", "users:read"),
    ]
    assert set(scopes["bot_optional"]) < set(scopes["bot"])
    needed = set(scopes["bot"]) - set(scopes["bot_optional"])
    assert {one for one in needed if one.endswith("history")} == {"im:history"}
    events = manifest(App.RECRUITER, HOST)["settings"]["event_subscriptions"]["bot_events"]
    assert not {"message.channels", "message.groups"} & set(events)


def run(*words: str) -> tuple[str, str]:
    done = CliRunner().invoke(rolecall, ["slack", "manifest", *words])
    assert done.exit_code == 0, done.output
    return done.stdout, done.stderr


def test_the_command_prints_what_can_be_pasted() -> None:
    said, noted = run("--app", "prescreen", "--url", f"{HOST}/")
    assert json.loads(said) == manifest(App.PRESCREEN, HOST)
    assert noted == ""


def test_an_address_that_slack_cannot_reach_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ROLECALL_PUBLIC_URL", raising=False)
    said, noted = run()
    assert flaws(json.loads(said)) == []
    assert "--url" in noted


def test_a_link_makes_the_app_without_pasting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ROLECALL_PUBLIC_URL", raising=False)
    said, noted = run("--socket", "--link")
    link = urlsplit(said.strip())
    assert noted == ""
    assert f"{link.scheme}://{link.netloc}{link.path}" == "https://api.slack.com/apps"
    asked = parse_qs(link.query)
    assert asked["new_app"] == ["1"]
    assert json.loads(asked["manifest_json"][0]) == manifest(App.RECRUITER, "", Way(socket=True))


@pytest.mark.parametrize("app", App)
def test_every_permission_has_its_reason(app: App) -> None:
    said, _ = run("--app", app, "--explain")
    scopes = manifest(app, HOST)["oauth_config"]["scopes"]
    assert [line.split(" (")[0] for line in said.splitlines()] == scopes["bot"]
    assert all(len(why) > 20 for _, need, why in reasons(app) if need in Need)
