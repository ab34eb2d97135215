"""The channels that are on: their outgoing halves, and the doors that messages come in by."""

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.assemble import App
from bot.channels_on import channels_on
from bot.dialogues.forms import Forms
from bot.dialogues.overview import Overview
from bot.settings import Settings
from bot.slack_apps import slack_apps
from bot.teams_app import teams_config

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from bot.delivery import Sender, Turns
    from bot.references import Presence


def senders(settings: Settings, presence: "Presence | None" = None) -> "dict[str, Sender]":
    """The outgoing halves of the channels that are on; `presence` hears where the bot is."""
    found: dict[str, Sender] = {}
    for config in slack_apps(settings):
        from bot.channels.slack.config import CHANNELS
        from bot.channels.slack.sender import SlackSender

        found[CHANNELS[config.app]] = SlackSender(config)
    for channel in channels_on(settings):
        match channel.name, channel.on:
            case "Teams", True:
                from bot.channels.teams.sender import TeamsSender

                found["teams"] = TeamsSender(teams_config(settings), presence)
    return found


def doors(app: App, turns: "Turns") -> "list[BaseRoute]":
    """The incoming halves of the channels that are on."""
    settings = app.settings
    found: list[BaseRoute] = []
    for config in slack_apps(settings):
        from bot.channels.slack.app import slack_routes

        told = replace(config, roles=app.hiring_channels.roles_of("slack"))
        found += slack_routes(told, turns, Overview(app.ports))
    for channel in channels_on(settings):
        match channel.name, channel.on:
            case "Teams", True:
                from bot.channels.teams.app import teams_routes

                registered, forms = teams_config(settings), Forms(app.ports)
                found += teams_routes(registered, turns, forms, app.whereabouts)
    return found
