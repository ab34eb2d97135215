"""Which channels are on with these settings, and why one is off."""

from dataclasses import dataclass

from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel: whether it is on, and where, or what would switch it on."""

    name: str
    on: bool
    state: str


def channels_on(settings: Settings) -> tuple[Channel, ...]:
    """Every channel there is, in the order people are told of them."""
    slack = bool(settings.slack_bot_token.get_secret_value())
    prescreen = bool(settings.slack_prescreen_bot_token.get_secret_value())
    teams = bool(settings.teams_app_id) or settings.teams_unauthenticated
    return (
        Channel("web", True, f"on at {settings.address}"),
        Channel("terminal", True, "on: rolecall chat"),
        Channel(
            "Slack",
            slack,
            f"on at {settings.address}/slack/events"
            if slack
            else "off: set ROLECALL_SLACK_BOT_TOKEN and ROLECALL_SLACK_SIGNING_SECRET",
        ),
        Channel(
            "Slack pre-screen",
            prescreen,
            f"on at {settings.address}/slack/prescreen/events"
            if prescreen
            else "off: set ROLECALL_SLACK_PRESCREEN_BOT_TOKEN and …_PRESCREEN_SIGNING_SECRET",
        ),
        Channel(
            "Teams",
            teams,
            f"on at {settings.address}/teams/messages"
            if teams
            else "off: set ROLECALL_TEAMS_APP_ID, …_APP_PASSWORD and …_TENANT_ID",
        ),
    )
