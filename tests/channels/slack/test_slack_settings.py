"""The settings of the Slack apps: every way to set one up, and what is missing is named."""

from typing import Any

import pytest

from bot.channels.slack.config import App, OAuth
from bot.settings import SettingsWrong, read_settings
from bot.settings.channels_on import channels_on
from bot.settings.slack_apps import slack_apps

SOCKET = "xapp-1-invented-token"


def test_two_tokens_are_enough_for_a_trial() -> None:
    settings = read_settings(slack_bot_token="xoxb-1", slack_app_token=SOCKET)
    [config] = slack_apps(settings)
    assert (config.app_token, config.signing_secret, config.oauth) == (SOCKET, "", None)
    states = {channel.name: channel.state for channel in channels_on(settings)}
    assert states["Slack"] == "on over a socket"
    assert "`rolecall slack install --app prescreen` says" in states["Slack pre-screen"]
    assert SOCKET not in repr(config) + repr(settings)


def test_several_workspaces_need_no_token_of_their_own() -> None:
    settings = read_settings(
        slack_prescreen_client_id="1.2",
        slack_prescreen_client_secret="cs",
        slack_prescreen_signing_secret="ss",
        slack_workspaces="T1, E2",
        public_url="https://rolecall.example",
    )
    [config] = slack_apps(settings)
    assert config.app is App.PRESCREEN
    assert config.oauth == OAuth("1.2", "cs", frozenset({"T1", "E2"}), "https://rolecall.example")
    assert config.oauth.allows("T9", "E2")
    assert not config.oauth.allows("T9", "")
    [state] = [each.state for each in channels_on(settings) if each.name == "Slack pre-screen"]
    assert state.endswith("install it at https://rolecall.example/slack/prescreen/install")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"slack_bot_token": "xoxb-1"}, "SLACK_SIGNING_SECRET (or ROLECALL_SLACK_APP_TOKEN"),
        ({"slack_app_token": SOCKET}, "also needs ROLECALL_SLACK_BOT_TOKEN: set"),
        ({"slack_client_id": "1.2", "slack_app_token": SOCKET}, "needs ROLECALL_SLACK_CLIENT_SECR"),
        (
            {
                "slack_client_id": "1.2",
                "slack_client_secret": "s",
                "slack_app_token": SOCKET,
            },
            "Slack in several workspaces also needs ROLECALL_SLACK_WORKSPACES",
        ),
        ({"slack_workspaces": "lamps"}, "ROLECALL_SLACK_WORKSPACES is wrong: write ids"),
        ({"slack_app_token": "xoxb-1"}, "ROLECALL_SLACK_APP_TOKEN is wrong: use the app-level"),
    ],
)
def test_what_is_missing_or_wrong_is_named(given: dict[str, Any], said: str) -> None:
    with pytest.raises(SettingsWrong) as caught:
        read_settings(**given)
    assert said in str(caught.value)
