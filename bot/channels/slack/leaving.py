"""An app was uninstalled from a workspace, or its token revoked there. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.channels.slack.payload import Payload, first, inside, moment, string

UNINSTALLED = "app_uninstalled"
REVOKED = "tokens_revoked"
EVENTS: Sequence[str] = (UNINSTALLED, REVOKED)

_TOLD_IN = timedelta(seconds=1)
"""Slack tells the time of an event in whole seconds."""


def is_leaving(body: Payload) -> bool:
    """Whether this is one of these events: no token is needed for it, nor is there one."""
    return string(inside(body, "event"), "type") in EVENTS


def left(body: Payload) -> tuple[str, datetime] | None:
    """The workspace, or the organization, without the app's bot now; None where it still has it.

    Also until when it left: Slack tells of it twice, in any order, perhaps late, and an
    installation that was made after that is a new one.
    """
    event, happened = inside(body, "event"), moment(str(body.get("event_time", "")))
    kept = string(event, "type") == REVOKED and not inside(event, "tokens").get("bot")
    team, organization = string(body, "team_id"), string(body, "enterprise_id")
    whole = body.get("is_enterprise_install") is True or _authorized(body)
    where = organization if organization and (whole or not team) else team
    if kept or not where or happened is None:
        return None
    return where, happened + _TOLD_IN


def _authorized(body: Payload) -> bool:
    return first(body, "authorizations").get("is_enterprise_install") is True
