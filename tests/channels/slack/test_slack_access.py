"""Who may do what in Slack: people, user groups, admins, places, and people from outside."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.applications import Starlette

from bot.channels.slack.config import App, SlackConfig
from bot.channels.slack.recruiters import FRESH, Recruiters
from bot.channels.slack.routes import slack_routes
from bot.channels.slack.sender import SlackSender
from bot.core.messages import Text
from bot.core.roles import Audience
from bot.ports.delivery import TryAgain, Undeliverable
from bot.settings import SettingsWrong, read_settings
from bot.settings.hiring_channels import ChannelsInForce
from bot.settings.slack_apps import slack_apps
from tests.channels.slack import samples
from tests.channels.slack.fake_api import FakeSlack, broken, slow_down
from tests.channels.slack.workspace import HIRING, Json, Workspace
from tests.channels.turns_now import TurnsNow, echo
from tests.loopback import running

TEAM, CANDIDATE = Audience.TEAM, Audience.CANDIDATE


def with_recruiters(config: SlackConfig, *names: str) -> SlackConfig:
    return replace(config, recruiters=frozenset(names))


def test_a_member_of_a_named_group_is_a_recruiter(config: SlackConfig, slack: FakeSlack) -> None:
    slack.groups = {"S0HR": ["U0GIA", "U0RIA"], "S0OPS": ["U0EVE"]}
    recruiters = Recruiters(with_recruiters(config, "S0HR"))
    assert [user in recruiters for user in ("U0GIA", "U0RIA", "U0EVE", "S0HR", "admins", 7)] == [
        *(True, True),
        *(False, False, False, False),
    ]
    assert [method for method, _ in slack.calls] == ["usergroups.users.list"], "asked once"


def test_an_admin_is_one_only_where_admins_are_named(config: SlackConfig, slack: FakeSlack) -> None:
    slack.people = {"U0ADM": {"is_admin": True}, "U0OWN": {"is_owner": True}, "U0ADA": {}}
    admins = Recruiters(with_recruiters(config, "admins"))
    assert [user in admins for user in ("U0ADM", "U0OWN", "U0ADA", "U0GONE")] == [
        *(True, True),
        *(False, False),
    ]
    assert "U0ADM" not in Recruiters(with_recruiters(config, "U0RIA"))


def test_somebody_who_left_the_group_is_one_no_longer_than_minutes(
    config: SlackConfig, slack: FakeSlack
) -> None:
    now = [0.0]
    slack.groups = {"S0HR": ["U0GIA"]}
    recruiters = Recruiters(with_recruiters(config, "S0HR"), lambda: now[0])
    assert "U0GIA" in recruiters
    slack.groups = {"S0HR": []}
    assert "U0GIA" in recruiters
    now[0] = FRESH
    assert "U0GIA" not in recruiters


def test_where_slack_does_not_say_only_who_is_named_counts(
    config: SlackConfig, slack: FakeSlack
) -> None:
    slack.groups = {"S0HR": ["U0GIA"]}
    recruiters = Recruiters(with_recruiters(config, "S0HR", "U0RIA"))
    for failure in (slow_down(30), broken(500), broken(200)):
        slack.failing = [failure]
        assert "U0GIA" not in recruiters
    slack.refusing = {"usergroups.users.list": "missing_scope"}
    assert "U0GIA" not in recruiters
    assert "U0RIA" in recruiters
    slack.refusing = {}
    assert "U0GIA" in recruiters, "it is asked again"


def test_a_group_is_asked_about_in_a_request_too(
    workspace: Workspace, slack: FakeSlack, config: SlackConfig
) -> None:
    slack.groups = {"S0HR": ["U0GIA"]}
    turns = TurnsNow("slack", SlackSender(config), HIRING, echo)
    routes = slack_routes(with_recruiters(config, "S0HR"), turns)
    with running(Starlette(routes=routes)) as url:
        speaking = Workspace(url, slack, turns)
        speaking.direct("hello", user="U0GIA")
        speaking.direct("hello")
    assert [heard.audience for heard in turns.heard] == [TEAM, CANDIDATE]


@pytest.fixture
def prescreen(config: SlackConfig, slack: FakeSlack) -> Iterator[Workspace]:
    turns = TurnsNow("slack-prescreen", SlackSender(config), HIRING, echo)
    routes = slack_routes(replace(config, app=App.PRESCREEN), turns)
    with running(Starlette(routes=routes)) as url:
        yield Workspace(url, slack, turns, path="/slack/prescreen/events")


def test_in_the_candidates_app_nobody_is_the_team(prescreen: Workspace) -> None:
    assert prescreen.direct("hello", user="U0RIA", channel="D0RIA").status_code == 200
    [heard] = prescreen.turns.heard
    assert (heard.audience, heard.private) == (CANDIDATE, True)


OUTSIDE: Json = {"user_team": "T0OTHER", "source_team": "T0OTHER", "team": "T0OTHER"}


def test_somebody_of_another_workspace_is_never_the_team(workspace: Workspace) -> None:
    at_hiring: Json = {"user": "U0RIA", "channel": "C0HIRING"}
    workspace.mention("hello", **at_hiring)
    workspace.mention("hello", **at_hiring, **OUTSIDE)
    workspace.direct("hello", user="U0RIA", channel="D0RIA", **OUTSIDE)
    outsider = {"id": "U0RIA", "team_id": "T0OTHER"}
    button: Json = {"type": "button", "action_id": "say:0", "value": "kit"}
    workspace.press(button, user=outsider)
    workspace.press({**button, "value": "roles"}, user={**outsider, "team_id": "T0"})
    audiences = [heard.audience for heard in workspace.turns.heard]
    assert audiences == [TEAM, CANDIDATE, CANDIDATE, CANDIDATE, TEAM]


def test_a_workspace_of_the_same_organization_is_not_outside(workspace: Workspace) -> None:
    grid: Json = {"body": {"enterprise_id": "E0", "is_ext_shared_channel": False}}
    workspace.mention("hello", user="U0RIA", channel="C0HIRING", **OUTSIDE, **grid)
    assert [heard.audience for heard in workspace.turns.heard] == [TEAM]


def test_where_another_workspace_reads_along_nobody_is_the_team(workspace: Workspace) -> None:
    shared: Json = {"body": {"is_ext_shared_channel": True}}
    workspace.mention("hello", user="U0RIA", channel="C0HIRING", **shared)
    assert [heard.audience for heard in workspace.turns.heard] == [CANDIDATE]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"is_private": False}, "this channel is public"),
        ({"is_private": True, "is_ext_shared": True}, "people of another workspace"),
    ],
)
def test_a_fit_summary_is_not_shown_to_everybody(
    sender: SlackSender, slack: FakeSlack, config: SlackConfig, told: Json, why: str
) -> None:
    slack.channels = {"C0HIRING": told}
    sender.send(HIRING, "p1", samples.card())
    [notice] = slack.messages
    assert why in notice["text"]
    assert "Candidate 7F3" not in str(notice)
    sender.send(HIRING, "p2", (Text("A question for the team."),))
    assert slack.messages[-1]["text"] == "A question for the team."
    SlackSender(replace(config, public_cards=True)).send(HIRING, "p3", samples.card())
    assert "Candidate 7F3" in str(slack.messages[-1])


def test_a_card_that_is_brought_up_to_date_is_not_shown_to_everybody_either(
    sender: SlackSender, slack: FakeSlack
) -> None:
    slack.channels = {"C0HIRING": {"is_private": False}}
    [standing] = sender.send(HIRING, "p1", samples.card())
    sender.replace(standing, "refresh", samples.card())
    assert "this channel is public" in slack.messages[0]["text"]
    assert "Candidate 7F3" not in str(slack.messages)


def test_a_fit_summary_is_shown_where_the_team_alone_reads(
    sender: SlackSender, slack: FakeSlack
) -> None:
    slack.channels = {"C0HIRING": {"is_private": True}, "C0PUBLIC": {"is_private": False}}
    for place in (HIRING, {"channel": "D0RIA"}, {"channel": "C0PUBLIC", "user": "U0RIA"}):
        sender.send(place, f"p {place}", samples.card())
    assert len(slack.messages) == 2
    assert len(slack.whispers) == 1
    assert all("Candidate 7F3" in str(each) for each in [*slack.messages, *slack.whispers])
    assert [method for method, _ in slack.calls].count("conversations.info") == 1


def test_where_slack_may_not_tell_who_reads_the_summary_is_kept_back(
    sender: SlackSender, slack: FakeSlack
) -> None:
    slack.refusing = {"conversations.info": "missing_scope"}
    sender.send(HIRING, "p1", samples.card())
    assert "I may not look up who reads this channel" in slack.messages[0]["text"]


def test_who_reads_is_asked_again_where_slack_fails(sender: SlackSender, slack: FakeSlack) -> None:
    slack.failing = [slow_down(3)]
    with pytest.raises(TryAgain):
        sender.send(HIRING, "p1", samples.card())
    with pytest.raises(Undeliverable, match="channel_not_found"):
        sender.send({"channel": "C0NOWHERE"}, "p2", samples.card())
    sender.send(HIRING, "p1", samples.card())
    assert "Candidate 7F3" in str(slack.messages)


def test_a_channel_of_one_role_is_about_that_role(slack: FakeSlack, config: SlackConfig) -> None:
    setting = "ferry=slack:C0ONE; a=slack:C0TWO; b=slack:C0TWO; *=slack:C0ALL; c=web"
    assert ChannelsInForce(setting, tuple).roles_of("slack") == {"C0ONE": "ferry"}
    turns = TurnsNow("slack", SlackSender(config), HIRING, echo)
    routes = slack_routes(replace(config, roles={"C0PUBLIC": "ferry"}), turns)
    with running(Starlette(routes=routes)) as url:
        speaking = Workspace(url, slack, turns)
        speaking.mention("What is the pay?")
        speaking.direct("What is the pay?")
    assert [heard.role for heard in turns.heard] == ["ferry", ""]


def test_both_apps_are_served_by_one_program() -> None:
    settings = read_settings(
        slack_bot_token="xoxb-1",
        slack_signing_secret="s1",
        slack_prescreen_bot_token="xoxb-2",
        slack_prescreen_signing_secret="s2",
        slack_recruiters="U0RIA,S0HR",
    )
    recruiter, prescreen = slack_apps(settings)
    assert (recruiter.app, prescreen.app) == (App.RECRUITER, App.PRESCREEN)
    assert (recruiter.recruiters, prescreen.recruiters) == (
        frozenset({"U0RIA", "S0HR"}),
        frozenset(),
    )
    assert slack_apps(read_settings()) == ()


def test_half_of_the_candidates_app_is_told() -> None:
    with pytest.raises(SettingsWrong, match=r"Slack pre-screen also needs .*PRESCREEN_SIGNING"):
        read_settings(slack_prescreen_bot_token="xoxb-2")
    with pytest.raises(SettingsWrong, match="Slack also needs ROLECALL_SLACK_BOT_TOKEN"):
        read_settings(slack_signing_secret="s1")
