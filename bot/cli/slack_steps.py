"""What `rolecall slack install` looks at: the settings, the installations, and Slack itself."""

from typing import TYPE_CHECKING

from bot.cli.session import opened, settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.channels.slack.config import SlackConfig
    from bot.channels.slack.first_steps import Step
    from bot.ports.installations import Installation
    from bot.settings import Settings


def steps_of(which: str) -> "Sequence[Step]":
    """The steps of one of the two apps, in the order they are done."""
    from bot.channels.slack.config import App
    from bot.channels.slack.first_steps import State, Step, begin
    from bot.settings import SettingsWrong
    from bot.settings.slack_apps import slack_apps

    try:
        chosen = settings()
    except SettingsWrong as wrong:
        return tuple(Step("settings", State.NEXT, mistake) for mistake in wrong.mistakes)
    app = App(which)
    config = next((one for one in slack_apps(chosen) if one.app is app), None)
    return _looked_at(config, chosen) if config else begin(app)


def _looked_at(config: "SlackConfig", chosen: "Settings") -> "Sequence[Step]":
    from bot.channels.slack.asking import SlackAsking
    from bot.channels.slack.guide import Standing, steps
    from bot.ports.delivery import PLACES
    from bot.turns.routing import all_places

    channels = all_places(chosen.hiring_channels, PLACES, "slack")
    standing = Standing(config, _installed(config), channels, chosen.address)
    return steps(standing, SlackAsking(config.api_url))


def _installed(config: "SlackConfig") -> "tuple[Installation, ...]":
    """Where the app is installed; the database is opened only where there can be several."""
    from bot.channels.slack.config import CHANNELS

    if config.oauth is None:
        return ()
    with opened(seeded=False) as app:
        return app.store.installations.all(CHANNELS[config.app])
