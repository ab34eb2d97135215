"""A stateful fake of Slack's Web API on loopback: channels, messages, limits and failures."""

import json
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from tests.channels.slack.limits import home_problems, problems

Json = dict[str, Any]
TOKEN = "xoxb-invented"
BOT = "U0BOT"


@dataclass
class FakeSlack:
    """A workspace: `members` are the channels the bot is in, `failing` what is answered next.

    `refusing` names methods that always fail, and with which error: what an app has no permission
    for, or a workspace does not know.
    """

    members: set[str] = field(default_factory=lambda: {"C0HIRING", "C0PUBLIC", "D0ADA", "D0RIA"})
    archived: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=lambda: {"C0HIRING", "C0PUBLIC", "C0FOREIGN"})
    calls: list[tuple[str, Json]] = field(default_factory=list)
    messages: list[Json] = field(default_factory=list)
    whispers: list[Json] = field(default_factory=list)
    failing: list[Response] = field(default_factory=list)
    refusing: dict[str, str] = field(default_factory=dict)
    homes: dict[str, Json] = field(default_factory=dict)
    prompts: list[Json] = field(default_factory=list)
    statuses: list[tuple[str, Json]] = field(default_factory=list)
    channels: dict[str, Json] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    people: dict[str, Json] = field(default_factory=dict)
    files: dict[str, Json] = field(default_factory=dict)
    refuse_above: int = 10**9
    token: str = TOKEN
    address: str = ""

    def app(self) -> Starlette:
        """The Web API as a Starlette app."""
        return Starlette(
            routes=[
                Route("/api/{method}", self._answer, methods=["POST"]),
                Route("/upload/{file}", self._upload, methods=["POST"]),
            ]
        )

    async def _upload(self, request: Request) -> Response:
        self.files[request.path_params["file"]]["content"] = await request.body()
        return PlainTextResponse("OK")

    async def _answer(self, request: Request) -> Response:
        method = request.path_params["method"]
        sent = await self._sent(request)
        self.address = str(request.base_url)
        self.calls.append((method, sent))
        if self.failing:
            return self.failing.pop(0)
        if request.headers.get("authorization") != f"Bearer {self.token}":
            return error("invalid_auth")
        if method in self.refusing:
            return error(self.refusing[method])
        handlers = {
            "assistant.threads.setSuggestedPrompts": self._suggest,
            "agents.sessions.setStatus": lambda sent: self._status(method, sent),
            "assistant.threads.setStatus": lambda sent: self._status(method, sent),
            "assistant.threads.setTitle": lambda sent: self._status(method, sent),
            "usergroups.users.list": self._group,
            "users.info": self._person,
            "views.publish": self._publish,
            "auth.test": self._auth_test,
            "chat.postMessage": self._post_message,
            "chat.postEphemeral": self._post_ephemeral,
            "chat.update": self._update,
            "chat.delete": self._delete,
            "conversations.info": self._info,
            "files.getUploadURLExternal": self._upload_url,
            "files.completeUploadExternal": self._upload_complete,
            "files.delete": self._delete_file,
            "conversations.open": self._open,
        }
        handler = handlers.get(method)
        return handler(sent) if handler else error("unknown_method")

    async def _sent(self, request: Request) -> Json:
        """What was sent: the client uses JSON for some methods, and a form for others."""
        if request.headers.get("content-type", "").startswith("application/json"):
            return dict(await request.json())
        return dict(await request.form())

    def _auth_test(self, sent: Json) -> Response:
        return JSONResponse({"ok": True, "user_id": BOT, "bot_id": "B0BOT", "team_id": "T0"})

    def _post_message(self, sent: Json) -> Response:
        channel = sent["channel"]
        refused = self._refusal(channel, sent)
        if refused:
            return error(refused)
        stamp = f"1700000000.{len(self.messages):06d}"
        self.messages.append({**sent, "ts": stamp})
        return JSONResponse({"ok": True, "channel": channel, "ts": stamp})

    def _refusal(self, channel: str, sent: Json) -> str:
        if channel in self.archived:
            return "is_archived"
        if channel.startswith("U"):
            channel = "D0ADA"
        if channel not in self.members:
            return "not_in_channel" if channel in self.known else "channel_not_found"
        if len(sent.get("blocks") or []) > self.refuse_above:
            return "msg_blocks_too_long"
        found = problems(sent)
        return found[0].partition(":")[0] if found else ""

    def _post_ephemeral(self, sent: Json) -> Response:
        refused = self._refusal(sent["channel"], sent)
        if refused:
            return error(refused)
        self.whispers.append(sent)
        return JSONResponse({"ok": True, "message_ts": "1700000000.900000"})

    def _update(self, sent: Json) -> Response:
        refused = self._refusal(sent["channel"], sent)
        if refused:
            return error(refused)
        for message in self.messages:
            if message["ts"] == sent["ts"] and message["channel"] == sent["channel"]:
                message.clear()
                message.update(sent)
                return JSONResponse({"ok": True, "ts": sent["ts"]})
        return error("message_not_found")

    def _delete(self, sent: Json) -> Response:
        here = (sent["channel"], sent["ts"])
        left = [each for each in self.messages if (each["channel"], each["ts"]) != here]
        found = len(left) < len(self.messages)
        self.messages[:] = left
        return JSONResponse({"ok": True}) if found else error("message_not_found")

    def _upload_url(self, sent: Json) -> Response:
        identity = f"F{len(self.files)}"
        self.files[identity] = {"name": sent["filename"], "alt": sent.get("alt_txt", "")}
        url = f"{self.address}upload/{identity}"
        return JSONResponse({"ok": True, "upload_url": url, "file_id": identity})

    def _upload_complete(self, sent: Json) -> Response:
        files = json.loads(sent["files"])
        for file in files:
            there = {"channel": sent["channel_id"], "thread": sent.get("thread_ts", "")}
            self.files[file["id"]].update(there, title=file["title"])
        return JSONResponse({"ok": True, "files": files})

    def _delete_file(self, sent: Json) -> Response:
        found = self.files.pop(sent["file"], None)
        return JSONResponse({"ok": True}) if found else error("file_not_found")

    def _info(self, sent: Json) -> Response:
        if sent["channel"] not in self.known | self.members:
            return error("channel_not_found")
        told = self.channels.get(sent["channel"], {"is_private": True})
        return JSONResponse({"ok": True, "channel": {"id": sent["channel"], **told}})

    def _publish(self, sent: Json) -> Response:
        found = home_problems(sent["view"])
        if found:
            return error("invalid_arguments")
        self.homes[sent["user_id"]] = sent["view"]
        return JSONResponse({"ok": True, "view": {"id": "V1"}})

    def _suggest(self, sent: Json) -> Response:
        if not 1 <= len(sent["prompts"]) <= 4:
            return error("invalid_arguments")
        self.prompts.append(sent)
        return JSONResponse({"ok": True})

    def _status(self, method: str, sent: Json) -> Response:
        if method.startswith("agents") and sent["status"] not in ("processing", "active"):
            return error("invalid_arguments")
        self.statuses.append((method, sent))
        return JSONResponse({"ok": True})

    def _group(self, sent: Json) -> Response:
        if sent["usergroup"] not in self.groups:
            return error("no_such_subteam")
        return JSONResponse({"ok": True, "users": self.groups[sent["usergroup"]]})

    def _person(self, sent: Json) -> Response:
        if sent["user"] not in self.people:
            return error("user_not_found")
        return JSONResponse({"ok": True, "user": {"id": sent["user"], **self.people[sent["user"]]}})

    def _open(self, sent: Json) -> Response:
        return JSONResponse({"ok": True, "channel": {"id": "D0ADA"}})


def error(code: str) -> Response:
    """Slack's way of refusing: 200 with `ok: false`."""
    return JSONResponse({"ok": False, "error": code})


def slow_down(seconds: int) -> Response:
    """Slack's rate limit."""
    headers = {"Retry-After": str(seconds)}
    return JSONResponse({"ok": False, "error": "ratelimited"}, status_code=429, headers=headers)


def broken(status: int = 503) -> Response:
    """An outage: not even JSON."""
    return PlainTextResponse("upstream connect error", status_code=status)
