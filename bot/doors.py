"""The channels that are on: their outgoing halves, and the doors that messages come in by."""

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from bot.assemble import App, now
from bot.channels_on import channels_on
from bot.core.errors import RolecallError
from bot.dialogues.filling_in import FillingIn
from bot.dialogues.overview import Overview
from bot.settings import Settings
from bot.slack_apps import slack_apps

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from bot.channels.slack.config import SlackConfig
    from bot.channels.teams.config import TeamsConfig
    from bot.delivery import Sender, Turns
    from bot.storage.store import Store


class OpenToAll(RolecallError):
    """Teams without sign-in was to be served to other machines."""

    remedy = "Unset ROLECALL_TEAMS_UNAUTHENTICATED, or listen on 127.0.0.1."

    def __init__(self, host: str) -> None:
        super().__init__(f"Teams without sign-in is for this machine only, not for {host}.")


class Line(Protocol):
    """A connection that this program opens itself, for messages to come in by."""

    async def open(self) -> None:
        """Begin; returns at once."""
        ...

    async def close(self) -> None:
        """Take nothing more, and end."""
        ...


def senders(settings: Settings, store: "Store") -> "dict[str, Sender]":
    """The outgoing halves of the channels that are on."""
    found: dict[str, Sender] = {}
    for config in slack_apps(settings):
        from bot.channels.slack.config import CHANNELS
        from bot.channels.slack.installed_sender import InstalledSender
        from bot.channels.slack.sender import SlackSender

        several = InstalledSender(config, store.installations) if config.oauth else None
        found[CHANNELS[config.app]] = several or SlackSender(config)
    for channel in channels_on(settings):
        match channel.name, channel.on:
            case "Teams", True:
                from bot.channels.teams.sender import TeamsSender

                found["teams"] = TeamsSender(teams_config(settings))
    return found


def doors(app: App, turns: "Turns") -> "list[BaseRoute]":
    """The incoming halves of the channels that are on."""
    settings = app.settings
    found: list[BaseRoute] = []
    for config in slack_apps(settings):
        from bot.channels.slack.app import slack_routes
        from bot.channels.slack.oauth import Kept, oauth_routes

        store = app.store
        found += slack_routes(
            _with_roles(app, config),
            turns,
            Overview(app.ports),
            store.installations,
            FillingIn(app.ports),
        )
        found += oauth_routes(config, Kept(store.installations, store.install_states, now))
    for channel in channels_on(settings):
        match channel.name, channel.on:
            case "Teams", True:
                from bot.channels.teams.app import teams_routes

                found += teams_routes(teams_config(settings), turns)
    return found


def lines(app: App, turns: "Turns") -> "list[Line]":
    """The connections that the channels that are on have opened; they are not open yet."""
    found: list[Line] = []
    for config in slack_apps(app.settings):
        if config.app_token:
            from bot.channels.slack.app import slack_app
            from bot.channels.slack.socket import SlackSocket

            bolt = slack_app(
                _with_roles(app, config),
                turns,
                Overview(app.ports),
                app.store.installations,
                FillingIn(app.ports),
            )
            found.append(SlackSocket(config, bolt))
    return found


def _with_roles(app: App, config: "SlackConfig") -> "SlackConfig":
    """What the app is told, with the role of each hiring channel as it is then."""
    return replace(config, roles=app.hiring_channels.roles_of("slack"))


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
