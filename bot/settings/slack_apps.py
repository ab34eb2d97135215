"""The Slack apps that are set up: the recruiters', the candidates', both or none."""

from typing import TYPE_CHECKING

from bot.settings.settings import Settings

if TYPE_CHECKING:
    from bot.channels.slack.config import OAuth, SlackConfig


def recruiters_by_id(settings: Settings) -> frozenset[str]:
    """The recruiters in Slack who are named one by one, and not as a group or as admins."""
    named = settings.slack_recruiters
    return frozenset(one for one in named if one.rpartition("/")[2][:1] in ("U", "W"))


def slack_apps(settings: Settings) -> "tuple[SlackConfig, ...]":
    """What each app that is on is told at the start."""
    found = []
    if settings.slack_bot_token or settings.slack_client_id:
        found.append(_recruiters(settings))
    if settings.slack_prescreen_bot_token or settings.slack_prescreen_client_id:
        found.append(_candidates(settings))
    return tuple(found)


def _recruiters(settings: Settings) -> "SlackConfig":
    from bot.channels.slack.config import SlackConfig

    return SlackConfig(
        bot_token=settings.slack_bot_token.get_secret_value(),
        signing_secret=settings.slack_signing_secret.get_secret_value(),
        recruiters=settings.slack_recruiters,
        team_channels=settings.slack_team_channels,
        api_url=_api_url(settings),
        public_cards=settings.slack_public_cards,
        app_token=settings.slack_app_token.get_secret_value(),
        oauth=_oauth(
            settings, settings.slack_client_id, settings.slack_client_secret.get_secret_value()
        ),
    )


def _candidates(settings: Settings) -> "SlackConfig":
    from bot.channels.slack.config import App, SlackConfig

    return SlackConfig(
        bot_token=settings.slack_prescreen_bot_token.get_secret_value(),
        signing_secret=settings.slack_prescreen_signing_secret.get_secret_value(),
        api_url=_api_url(settings),
        app=App.PRESCREEN,
        app_token=settings.slack_prescreen_app_token.get_secret_value(),
        oauth=_oauth(
            settings,
            settings.slack_prescreen_client_id,
            settings.slack_prescreen_client_secret.get_secret_value(),
        ),
    )


def _oauth(settings: Settings, client_id: str, client_secret: str) -> "OAuth | None":
    from bot.channels.slack.config import OAuth

    if not client_id:
        return None
    return OAuth(client_id, client_secret, settings.slack_workspaces, settings.address)


def _api_url(settings: Settings) -> str:
    from bot.channels.slack.config import API_URL

    return f"{settings.slack_api_url}/" if settings.slack_api_url else API_URL
