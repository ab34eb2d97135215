"""What Slack answers where it takes no message, as the turns know it: later, never, not there."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException

from slack_sdk.errors import SlackApiError

from bot.ports.delivery import NotThere, TryAgain, Undeliverable

_FOR_NOW = frozenset(
    (
        "ratelimited",
        "rate_limited",
        "internal_error",
        "fatal_error",
        "service_unavailable",
        "request_timeout",
        "team_added_to_org",
    )
)
_NOT_THERE = frozenset(("not_in_channel", "channel_not_found", "is_archived"))
_REMEDIES = {
    "not_in_channel": "Invite the app to the channel.",
    "channel_not_found": "Check the channel's id, and invite the app to it where it is private.",
    "is_archived": "Unarchive the channel or name another one.",
    "invalid_auth": "Check ROLECALL_SLACK_BOT_TOKEN.",
    "not_authed": "Check ROLECALL_SLACK_BOT_TOKEN.",
    "token_revoked": "Install the app again and set ROLECALL_SLACK_BOT_TOKEN.",
    "account_inactive": "Install the app again and set ROLECALL_SLACK_BOT_TOKEN.",
    "missing_scope": "Add the scopes that docs/slack.md lists and install the app again.",
}


@contextmanager
def translating() -> Iterator[None]:
    """Turn Slack's errors, and those of the way there, into TryAgain or Undeliverable."""
    try:
        yield
    except SlackApiError as error:
        raise _translated(error) from error
    except (OSError, HTTPException) as error:
        raise TryAgain(f"Slack could not be reached: {error}.") from error


def code(error: SlackApiError) -> str:
    """What Slack calls an error."""
    return str(error.response.get("error", ""))


def _translated(error: SlackApiError) -> TryAgain | Undeliverable:
    status, why = error.response.status_code, code(error)
    if status == 429 or status >= 500 or why in _FOR_NOW:
        return TryAgain(f"Slack asks to wait: {why or status}.", _wait(error.response.headers))
    refusal = NotThere if why in _NOT_THERE else Undeliverable
    refused = refusal(f"Slack did not take the message: {why}.")
    refused.remedy = _REMEDIES.get(why, "")
    return refused


def _wait(headers: Mapping[str, str]) -> float:
    given = {name.casefold(): value for name, value in headers.items()}.get("retry-after", "")
    return float(given) if given.isdecimal() else 0.0
