"""Where the bot is installed: what Teams tells of it, and whether it can write in a channel."""

from collections.abc import Mapping
from urllib.parse import quote

import requests

from bot.channels.teams.access import Access, Answered
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.parse import is_bot
from bot.channels.teams.payload import objects, part, string
from bot.core.errors import RolecallError

TIMEOUT = 10.0


class NotInstalled(RolecallError):
    """The bot cannot write in these hiring channels."""

    remedy = (
        "Add the app to the team of each of them (docs/teams.md), or mend ROLECALL_HIRING_CHANNELS."
    )

    def __init__(self, channels: tuple[str, ...]) -> None:
        super().__init__(
            f"The bot is not in these hiring channels of Teams: {', '.join(channels)}."
        )
        self.channels = channels


class NotAsked(RolecallError):
    """Teams could not be asked where the bot is."""

    def __init__(self, why: str) -> None:
        super().__init__(f"Teams could not be asked where the bot is installed: {why}")


def check(config: TeamsConfig, channels: tuple[str, ...]) -> None:
    """Ask Teams whether the bot can sign in and is in these channels.

    Raises NotInstalled or NotAsked.
    """
    access = Access(config)
    try:
        access.signed_session()
        away = tuple(channel for channel in channels if not _is_in(config, access, channel))
    except (RolecallError, requests.RequestException) as error:
        raise NotAsked(str(error)) from error
    if away:
        raise NotInstalled(away)


def unlisted(config: TeamsConfig, channels: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the hiring channels in which recruiters are not heard as the team."""
    return tuple(channel for channel in channels if channel not in config.team_channels)


def _is_in(config: TeamsConfig, access: Access, channel: str) -> bool:
    url = f"{config.service_url.rstrip('/')}/v3/conversations/{quote(channel, safe='')}"
    with requests.Session() as session:
        try:
            access.signed_session(session).get(
                f"{url}/pagedmembers", params={"pageSize": 1}, timeout=TIMEOUT
            )
        except Answered as answered:
            if answered.status in (400, 403, 404):
                return False
            raise
    return True


def moved(activity: Mapping[str, object], config: TeamsConfig) -> str:
    """Whether an activity tells that the bot was "added" or "removed"; "" for any other one."""
    if activity.get("type") == "installationUpdate":
        action = string(activity.get("action")).partition("-")[0]
        return {"add": "added", "remove": "removed"}.get(action, "")
    if activity.get("type") != "conversationUpdate":
        return ""
    event = part(activity, "channelData").get("eventType")
    if event in ("teamDeleted", "channelDeleted") or _names_bot(activity, "membersRemoved", config):
        return "removed"
    return "added" if _names_bot(activity, "membersAdded", config) else ""


def _names_bot(activity: Mapping[str, object], field: str, config: TeamsConfig) -> bool:
    members = objects(activity.get(field))
    return any(is_bot(activity, string(member.get("id")), config) for member in members)
