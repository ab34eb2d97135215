"""A workspace in which tests speak to the running Slack app as Slack itself would."""

import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import httpx

from tests.channels.slack.fake_api import BOT, FakeSlack
from tests.channels.turns_now import TurnsNow

Json = dict[str, Any]
SECRET = "an-invented-signing-secret"
HIRING = {"channel": "C0HIRING"}


@dataclass
class Workspace:
    """Slack as the app sees it: requests go in signed, and messages come back to `slack`."""

    url: str
    slack: FakeSlack
    turns: TurnsNow
    numbers: int = 0
    path: str = "/slack/events"

    def send(
        self, body: bytes, content_type: str = "application/json", **headers: str
    ) -> httpx.Response:
        """A signed request; a header given here takes the place of the right one."""
        stamp = str(int(time.time()))
        right = {
            "content-type": content_type,
            "x-slack-request-timestamp": stamp,
            "x-slack-signature": signature(headers.get("x-slack-request-timestamp", stamp), body),
        }
        with httpx.Client(trust_env=False, timeout=20) as client:
            return client.post(f"{self.url}{self.path}", content=body, headers={**right, **headers})

    def event(self, event: Json, event_id: str = "", **headers: str) -> httpx.Response:
        """An event from a person; `body` in it is what Slack says around it."""
        around = event.pop("body", {})
        self.numbers += 1
        body = {
            "type": "event_callback",
            "team_id": "T0",
            "event_id": event_id or f"Ev{self.numbers}",
            "authorizations": [{"team_id": "T0", "user_id": BOT, "is_bot": True}],
            "event": {"user": "U0ADA", "ts": f"1700000100.{self.numbers:06d}", **event},
            **around,
        }
        return self.send(json.dumps(body).encode(), **headers)

    def direct(self, text: str, **more: Any) -> httpx.Response:
        """A direct message to the bot."""
        inner = {"type": "message", "channel_type": "im", "channel": "D0ADA", "text": text}
        return self.event({**inner, **more})

    def mention(self, text: str, **more: Any) -> httpx.Response:
        """A mention of the bot in a channel."""
        inner = {"type": "app_mention", "channel": "C0PUBLIC", "text": f"<@{BOT}> {text}"}
        return self.event({**inner, **more})

    def form(self, **fields: str) -> httpx.Response:
        """A form, as slash commands and pressed buttons are sent."""
        return self.send(urlencode(fields).encode(), "application/x-www-form-urlencoded")

    def command(self, text: str, **more: str) -> httpx.Response:
        """The slash command."""
        self.numbers += 1
        fields = {
            "command": "/rolecall",
            "text": text,
            "team_id": "T0",
            "channel_id": "C0PUBLIC",
            "user_id": "U0ADA",
            "trigger_id": f"13345.{self.numbers}",
        }
        return self.form(**{**fields, **more})

    def opened(self, user: str = "U0ADA", tab: str = "home", **more: Any) -> httpx.Response:
        """Somebody opens the app."""
        inner = {"type": "app_home_opened", "user": user, "channel": "D0ADA", "tab": tab}
        return self.event({**inner, **more})

    def edit(self, old: str, new: str, **more: Any) -> httpx.Response:
        """Somebody edits a direct message of theirs."""
        before: Json = {"user": "U0ADA", "text": old, "ts": "1700000050.000001"}
        after = {**before, "text": new, "edited": {"user": "U0ADA", "ts": "1700000060.000001"}}
        inner = {"subtype": "message_changed", "message": after, "previous_message": before}
        return self.direct("", user=None, **{**inner, **more})

    def delete(self, old: str, **more: Any) -> httpx.Response:
        """Somebody deletes a direct message of theirs."""
        before: Json = {"user": "U0ADA", "text": old, "ts": "1700000050.000001"}
        inner = {"subtype": "message_deleted", "previous_message": before}
        return self.direct("", user=None, **{**inner, **more})

    def shortcut(self, text: str, **more: Any) -> httpx.Response:
        """The shortcut on somebody's message."""
        self.numbers += 1
        payload = {
            "type": "message_action",
            "callback_id": "answer_from_brief",
            "trigger_id": f"13346.{self.numbers}",
            "team": {"id": "T0"},
            "user": {"id": "U0RIA", "team_id": "T0", "name": "ria"},
            "channel": {"id": "C0PUBLIC"},
            "message": {"type": "message", "user": "U0ADA", "text": text, "ts": "1700000000.1"},
        }
        return self.form(payload=json.dumps({**payload, **more}))

    def press(self, button: Json, **more: Any) -> httpx.Response:
        """A pressed button, as it was drawn."""
        self.numbers += 1
        payload = {
            "type": "block_actions",
            "team": {"id": "T0"},
            "user": {"id": "U0ADA", "team_id": "T0"},
            "channel": {"id": "D0ADA", "name": "directmessage"},
            "container": {"type": "message", "message_ts": "1700000000.000001"},
            "message": {"ts": "1700000000.000001"},
            "actions": [{**button, "action_ts": f"1700000200.{self.numbers:06d}"}],
        }
        return self.form(payload=json.dumps({**payload, **more}))


def signature(stamp: str, body: bytes, secret: str = SECRET) -> str:
    """Slack's signature of a request."""
    signed = f"v0:{stamp}:".encode() + body
    return "v0=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
