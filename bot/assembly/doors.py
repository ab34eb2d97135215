"""The channels that are on: their outgoing halves, and the doors that messages come in by."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bot.assembly.assemble import App, now
from bot.dialogues.candidates.own_cards import OwnCards
from bot.dialogues.recruiting.filling_in import FillingIn
from bot.dialogues.recruiting.overview import Overview
from bot.ports import file_offered
from bot.settings import Settings
from bot.settings.channels_on import channels_on
from bot.settings.slack_apps import slack_apps
from bot.settings.teams_app import teams_config

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from bot.channels.slack.config import SlackConfig
    from bot.channels.slack.parts import Parts
    from bot.ports.delivery import Sender, Turns
    from bot.ports.references import Presence
    from bot.storage.store import Store
    from bot.turns.notifying import Telling


class Line(Protocol):
    """A connection that this program opens itself, for messages to come in by."""

    async def open(self) -> None:
        """Begin; returns at once."""
        ...

    async def close(self) -> None:
        """Take nothing more, and end."""
        ...


def senders(
    settings: Settings,
    store: "Store",
    presence: "Presence | None" = None,
    desk: Overview | None = None,
) -> "dict[str, Sender]":
    """The outgoing halves of the channels that are on.

    `presence` hears where the bot is, and `desk` knows what to suggest to somebody who has just
    come.
    """
    found: dict[str, Sender] = {}
    for config in slack_apps(settings):
        from bot.channels.slack.config import CHANNELS
        from bot.channels.slack.config import App as SlackApp
        from bot.channels.slack.installed_sender import InstalledSender
        from bot.channels.slack.sender import SlackSender
        from bot.channels.slack.watched import WatchedSender

        several = InstalledSender(config, store.installations) if config.oauth else None
        sender = several or SlackSender(config)
        if presence and config.app is SlackApp.RECRUITER:
            found[CHANNELS[config.app]] = WatchedSender(sender, presence)
        else:
            found[CHANNELS[config.app]] = sender
    for channel in channels_on(settings):
        match channel.name, channel.on:
            case "Teams", True:
                from bot.channels.teams.sender import TeamsSender

                found["teams"] = TeamsSender(teams_config(settings), presence, desk)
    return found


def telling(app: App) -> "Telling | None":
    """What another program is told of the screenings, and how; None where none is to be told."""
    settings = app.settings
    if not settings.webhook_url:
        return None
    from bot.dialogues.candidates.notices import NoticeBodies
    from bot.turns.notifying import Telling
    from bot.webhooks.hook import Webhook

    hook = Webhook(settings.webhook_url, settings.webhook_secret.get_secret_value())
    return Telling(app.store.notices, NoticeBodies(app.handing_over).of, hook)


def doors(app: App, turns: "Turns") -> "list[BaseRoute]":
    """The incoming halves of the channels that are on."""
    settings = app.settings
    found: list[BaseRoute] = []
    for config in slack_apps(settings):
        from bot.channels.slack.oauth import Kept, oauth_routes
        from bot.channels.slack.routes import slack_routes

        store = app.store
        found += slack_routes(_with_roles(app, config), turns, _slack_parts(app))
        found += oauth_routes(config, Kept(store.installations, store.install_states, now))
    for channel in channels_on(settings):
        match channel.name, channel.on:
            case "Teams", True:
                from bot.channels.teams.app import Own, teams_routes

                registered, forms = teams_config(settings), FillingIn(app.ports)
                own = Own(OwnCards(app.ports), partial(file_offered, app.store.records))
                found += teams_routes(registered, turns, forms, app.whereabouts, own)
    return found


def lines(app: App, turns: "Turns") -> "list[Line]":
    """The connections that the channels that are on have opened; they are not open yet."""
    found: list[Line] = []
    for config in slack_apps(app.settings):
        if config.app_token:
            from bot.channels.slack.app import slack_app
            from bot.channels.slack.socket import SlackSocket

            bolt = slack_app(_with_roles(app, config), turns, _slack_parts(app))
            found.append(SlackSocket(config, bolt))
    return found


def _slack_parts(app: App) -> "Parts":
    from bot.channels.slack.parts import Parts

    return Parts(
        Overview(app.ports), app.store.installations, FillingIn(app.ports), app.whereabouts
    )


def _with_roles(app: App, config: "SlackConfig") -> "SlackConfig":
    """What the app is told, with the role of each hiring channel as it is then."""
    return replace(config, roles=app.hiring_channels.roles_of("slack"))
