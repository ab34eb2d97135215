"""The channels that are on: their outgoing halves, and the doors that messages come in by."""

from typing import TYPE_CHECKING

from bot.assemble import App
from bot.channels_on import channels_on
from bot.core.errors import RolecallError
from bot.dialogues.overview import Overview
from bot.settings import Settings
from bot.slack_apps import slack_apps

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from bot.channels.teams.config import TeamsConfig
    from bot.delivery import Sender, Turns
    from bot.turns.notifying import Telling


class OpenToAll(RolecallError):
    """Teams without sign-in was to be served to other machines."""

    remedy = "Unset ROLECALL_TEAMS_UNAUTHENTICATED, or listen on 127.0.0.1."

    def __init__(self, host: str) -> None:
        super().__init__(f"Teams without sign-in is for this machine only, not for {host}.")


def senders(settings: Settings) -> "dict[str, Sender]":
    """The outgoing halves of the channels that are on."""
    found: dict[str, Sender] = {}
    for config in slack_apps(settings):
        from bot.channels.slack.config import CHANNELS
        from bot.channels.slack.sender import SlackSender

        found[CHANNELS[config.app]] = SlackSender(config)
    for channel in channels_on(settings):
        match channel.name, channel.on:
            case "Teams", True:
                from bot.channels.teams.sender import TeamsSender

                found["teams"] = TeamsSender(teams_config(settings))
    return found


def telling(app: App) -> "Telling | None":
    """What another program is told of the screenings, and how; None where none is to be told."""
    settings = app.settings
    if not settings.webhook_url:
        return None
    from bot.dialogues.notices import NoticeBodies
    from bot.turns.notifying import Telling
    from bot.webhooks.hook import Webhook

    hook = Webhook(settings.webhook_url, settings.webhook_secret.get_secret_value())
    return Telling(app.store.notices, NoticeBodies(app.handing_over).of, hook)


def doors(app: App, turns: "Turns") -> "list[BaseRoute]":
    """The incoming halves of the channels that are on."""
    settings = app.settings
    found: list[BaseRoute] = []
    for config in slack_apps(settings):
        from bot.channels.slack.app import slack_routes

        found += slack_routes(config, turns, Overview(app.ports))
    for channel in channels_on(settings):
        match channel.name, channel.on:
            case "Teams", True:
                from bot.channels.teams.app import teams_routes

                found += teams_routes(teams_config(settings), turns)
    return found


def teams_config(settings: Settings) -> "TeamsConfig":
    """The Teams channel's settings; refuses to go without sign-in to other than this machine."""
    from bot.channels.teams.config import IDENTITY_URL, TeamsConfig

    config = TeamsConfig(
        app_id=settings.teams_app_id,
        app_password=settings.teams_app_password.get_secret_value(),
        tenant_id=settings.teams_tenant_id,
        recruiters=settings.teams_recruiters,
        team_channels=settings.teams_channels,
        unauthenticated=settings.teams_unauthenticated,
        app_type=settings.teams_app_type,
        identity_url=settings.identity_endpoint or IDENTITY_URL,
        identity_header=settings.identity_header.get_secret_value(),
    )
    if config.loopback_only and not settings.loopback:
        raise OpenToAll(settings.host)
    return config
