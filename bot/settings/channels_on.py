"""Which channels are on with these settings, and why one is off."""

from dataclasses import dataclass

from bot.settings.settings import Settings


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel: whether it is on, and where, or what would switch it on."""

    name: str
    on: bool
    state: str


def channels_on(settings: Settings) -> tuple[Channel, ...]:
    """Every channel there is, in the order people are told of them."""
    teams = bool(settings.teams_app_id) or settings.teams_unauthenticated
    return (
        Channel("web", True, f"on at {settings.address}"),
        Channel("terminal", True, "on: rolecall chat"),
        _slack(settings, "Slack", "slack_", "/slack"),
        _slack(settings, "Slack pre-screen", "slack_prescreen_", "/slack/prescreen"),
        Channel(
            "Teams",
            teams,
            f"on at {settings.address}/teams/messages"
            if teams
            else "off: set ROLECALL_TEAMS_APP_ID, …_APP_PASSWORD and …_TENANT_ID",
        ),
    )


def _slack(settings: Settings, name: str, begin: str, path: str) -> Channel:
    """One of the two Slack apps; `begin` is what its settings' names begin with."""
    several = bool(getattr(settings, f"{begin}client_id"))
    if not several and not getattr(settings, f"{begin}bot_token"):
        app = " --app prescreen" if "prescreen" in begin else ""
        return Channel(name, False, f"off: `rolecall slack install{app}` says how to set it up")
    ways = [
        *(["over a socket"] if getattr(settings, f"{begin}app_token") else []),
        *([f"at {settings.address}{path}/events"] if _signed(settings, begin) else []),
    ]
    more = f"; install it at {settings.address}{path}/install" if several else ""
    return Channel(name, True, f"on {' and '.join(ways)}{more}")


def _signed(settings: Settings, begin: str) -> bool:
    return bool(getattr(settings, f"{begin}signing_secret"))
