"""The channels that are on: their outgoing halves, and the doors that messages come in by."""

from typing import TYPE_CHECKING

from bot.channels_on import channels_on
from bot.core.errors import RolecallError
from bot.settings import Settings

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from bot.channels.slack.config import SlackConfig
    from bot.channels.teams.config import TeamsConfig
    from bot.delivery import Sender, Turns


class OpenToAll(RolecallError):
    """Teams without sign-in was to be served to other machines."""

    remedy = "Unset ROLECALL_TEAMS_UNAUTHENTICATED, or listen on 127.0.0.1."

    def __init__(self, host: str) -> None:
        super().__init__(f"Teams without sign-in is for this machine only, not for {host}.")


def senders(settings: Settings) -> "dict[str, Sender]":
    """The outgoing halves of the channels that are on."""
    found: dict[str, Sender] = {}
    for channel in channels_on(settings):
        match channel.name, channel.on:
            case "Slack", True:
                from bot.channels.slack.sender import SlackSender

                found["slack"] = SlackSender(_slack(settings))
            case "Teams", True:
                from bot.channels.teams.sender import TeamsSender

                found["teams"] = TeamsSender(_teams(settings))
    return found


def doors(settings: Settings, turns: "Turns") -> "list[BaseRoute]":
    """The incoming halves of the channels that are on."""
    found: list[BaseRoute] = []
    for channel in channels_on(settings):
        match channel.name, channel.on:
            case "Slack", True:
                from bot.channels.slack.app import slack_routes

                found += slack_routes(_slack(settings), turns)
            case "Teams", True:
                from bot.channels.teams.app import teams_routes

                found += teams_routes(_teams(settings), turns)
    return found


def _slack(settings: Settings) -> "SlackConfig":
    from bot.channels.slack.config import API_URL, SlackConfig

    return SlackConfig(
        bot_token=settings.slack_bot_token.get_secret_value(),
        signing_secret=settings.slack_signing_secret.get_secret_value(),
        recruiters=settings.slack_recruiters,
        team_channels=settings.slack_team_channels,
        api_url=f"{settings.slack_api_url}/" if settings.slack_api_url else API_URL,
    )


def _teams(settings: Settings) -> "TeamsConfig":
    """The Teams channel's settings; refuses to go without sign-in to other than this machine."""
    from bot.channels.teams.config import TeamsConfig

    config = TeamsConfig(
        app_id=settings.teams_app_id,
        app_password=settings.teams_app_password.get_secret_value(),
        tenant_id=settings.teams_tenant_id,
        recruiters=settings.teams_recruiters,
        team_channels=settings.teams_channels,
        unauthenticated=settings.teams_unauthenticated,
    )
    if config.loopback_only and not settings.loopback:
        raise OpenToAll(settings.host)
    return config
