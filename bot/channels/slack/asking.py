"""What is asked of Slack, and of this program's own address, while an app is being set up."""

import json
import secrets
import time
from dataclasses import dataclass
from http.client import HTTPException
from typing import Protocol

import httpx
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.signature import SignatureVerifier

TIMEOUT = 10
AWAY = "no answer"
"""The trouble where nothing came back at all."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Where a bot's token is good, and for what; `error` is Slack's word where it is not."""

    team: str = ""
    name: str = ""
    scopes: frozenset[str] = frozenset()
    error: str = ""


class Asking(Protocol):
    """What can be found out; each answer is "" where all is well, otherwise the trouble's name."""

    def whose(self, token: str) -> Whose:
        """Whose a bot's token is."""
        ...

    def opens(self, app_token: str) -> str:
        """Whether an app token opens sockets."""
        ...

    def reads(self, token: str, channel: str) -> str:
        """Whether the bot is in a channel."""
        ...

    def answers(self, url: str, signing_secret: str) -> str:
        """Whether this program answers at an address as Slack will ask it to."""
        ...


class SlackAsking:
    """Asks Slack itself. Nothing is posted or changed."""

    def __init__(self, api_url: str) -> None:
        self._client = WebClient(base_url=api_url, timeout=TIMEOUT, retry_handlers=[])

    def whose(self, token: str) -> Whose:
        """Whose a bot's token is (auth.test)."""
        try:
            told = self._client.auth_test(token=token)
        except (SlackApiError, OSError, HTTPException) as error:
            return Whose(error=_word(error))
        headers = {name.casefold(): value for name, value in told.headers.items()}
        scopes = (scope.strip() for scope in str(headers.get("x-oauth-scopes", "")).split(","))
        name = str(told.get("team") or told.get("team_id") or "")
        return Whose(str(told.get("team_id") or ""), name, frozenset(filter(None, scopes)))

    def opens(self, app_token: str) -> str:
        """Whether an app token opens sockets (apps.connections.open); none is opened."""
        try:
            self._client.apps_connections_open(app_token=app_token)
        except (SlackApiError, OSError, HTTPException) as error:
            return _word(error)
        return ""

    def reads(self, token: str, channel: str) -> str:
        """Whether the bot is in a channel (conversations.info)."""
        try:
            told = self._client.conversations_info(channel=channel, token=token)
        except (SlackApiError, OSError, HTTPException) as error:
            return _word(error)
        return "" if (told.get("channel") or {}).get("is_member") else "not_in_channel"

    def answers(self, url: str, signing_secret: str) -> str:
        """Whether a signed challenge sent there comes back: "", or why not."""
        challenge, stamp = secrets.token_hex(8), str(int(time.time()))
        body = json.dumps({"type": "url_verification", "challenge": challenge, "token": ""})
        signature = SignatureVerifier(signing_secret).generate_signature(timestamp=stamp, body=body)
        headers = {
            "content-type": "application/json",
            "x-slack-request-timestamp": stamp,
            "x-slack-signature": str(signature),
        }
        try:
            answer = httpx.post(url, content=body, headers=headers, timeout=TIMEOUT)
        except (httpx.HTTPError, httpx.InvalidURL):
            return AWAY
        if answer.status_code != 200:
            return f"the answer {answer.status_code}"
        return "" if challenge in answer.text else "another answer than Rolecall's"


def _word(error: Exception) -> str:
    """Slack's word for a trouble, or that it could not be reached."""
    if isinstance(error, SlackApiError):
        return str(error.response.get("error") or error.response.status_code)
    return AWAY
