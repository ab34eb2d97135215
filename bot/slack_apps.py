"""The Slack apps that are set up: the recruiters', the candidates', both or none."""

from typing import TYPE_CHECKING

from bot.settings import Settings

if TYPE_CHECKING:
    from bot.channels.slack.config import SlackConfig


def slack_apps(settings: Settings) -> "tuple[SlackConfig, ...]":
    """What each app that is on is told at the start."""
    if not (settings.slack_bot_token or settings.slack_prescreen_bot_token):
        return ()
    from bot.channels.slack.config import API_URL, App, SlackConfig

    url = f"{settings.slack_api_url}/" if settings.slack_api_url else API_URL
    apps = []
    if settings.slack_bot_token:
        apps.append(
            SlackConfig(
                bot_token=settings.slack_bot_token.get_secret_value(),
                signing_secret=settings.slack_signing_secret.get_secret_value(),
                recruiters=settings.slack_recruiters,
                team_channels=settings.slack_team_channels,
                api_url=url,
                public_cards=settings.slack_public_cards,
            )
        )
    if settings.slack_prescreen_bot_token:
        apps.append(
            SlackConfig(
                bot_token=settings.slack_prescreen_bot_token.get_secret_value(),
                signing_secret=settings.slack_prescreen_signing_secret.get_secret_value(),
                api_url=url,
                app=App.PRESCREEN,
            )
        )
    return tuple(apps)
