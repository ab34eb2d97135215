"""A stateful fake of Slack's Web API on loopback: channels, messages, limits and failures."""

import json
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import Route

from bot.channels.slack.config import App
from bot.channels.slack.manifest import scopes_of
from tests.channels.slack.limits import home_problems, modal_problems, problems

Json = dict[str, Any]
TOKEN = "xoxb-invented"
APP_TOKEN = "xapp-1-invented-token"
CLIENT, CLIENT_SECRET = "1.2", "an-invented-client-secret"
BOT = "U0BOT"


@dataclass
class FakeSlack:
    """A workspace: `members` are the channels the bot is in, `failing` what is answered next.

    `refusing` names methods that always fail, and with which error: what an app has no permission
    for, or a workspace does not know. `tokens` are good in a workspace each, and `used` says with
    which a method was called. `codes` are what OAuth's codes give, each once; `links` gives the
    address of a socket.
    """

    members: set[str] = field(default_factory=lambda: {"C0HIRING", "C0PUBLIC", "D0ADA", "D0RIA"})
    archived: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=lambda: {"C0HIRING", "C0PUBLIC", "C0FOREIGN"})
    calls: list[tuple[str, Json]] = field(default_factory=list)
    messages: list[Json] = field(default_factory=list)
    whispers: list[Json] = field(default_factory=list)
    failing: list[Response] = field(default_factory=list)
    refusing: dict[str, str] = field(default_factory=dict)
    views: list[Json] = field(default_factory=list)
    homes: dict[str, Json] = field(default_factory=dict)
    prompts: list[Json] = field(default_factory=list)
    statuses: list[tuple[str, Json]] = field(default_factory=list)
    channels: dict[str, Json] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    people: dict[str, Json] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    unreadable: bool = False
    without_thumbs: bool = False
    uploads: dict[str, Json] = field(default_factory=dict)
    refuse_above: int = 10**9
    threads: dict[str, list[Json]] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=lambda: {TOKEN: "T0"})
    scopes: str = ",".join(scopes_of(App.RECRUITER))
    codes: dict[str, Json] = field(default_factory=dict)
    used: list[tuple[str, str]] = field(default_factory=list)
    links: Callable[[], str] | None = None
    address: str = ""

    def app(self) -> Starlette:
        """The Web API as a Starlette app."""
        return Starlette(
            routes=[
                Route("/api/{method}", self._answer, methods=["POST"]),
                Route("/files-pri/{name}", self._file),
                Route("/upload/{file}", self._upload, methods=["POST"]),
            ]
        )

    async def _upload(self, request: Request) -> Response:
        self.uploads[request.path_params["file"]]["content"] = await request.body()
        return PlainTextResponse("OK")

    async def _file(self, request: Request) -> Response:
        """A file, for whoever has the token; the sign-in page for everybody else, as Slack does."""
        name = request.path_params["name"]
        self.calls.append(("file", {"name": name, **request.headers}))
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        if given not in self.tokens or self.unreadable:
            return HTMLResponse("<html>Sign in to Slack</html>")
        if name == "moved.md":
            return RedirectResponse("https://elsewhere.example/moved.md")
        held = self.files.get(name)
        return PlainTextResponse("gone", 404) if held is None else Response(held)

    async def _answer(self, request: Request) -> Response:
        method = request.path_params["method"]
        sent = await self._sent(request)
        self.address = str(request.base_url)
        self.calls.append((method, sent))
        if self.failing:
            return self.failing.pop(0)
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        self.used.append((method, given))
        if method in self.refusing:
            return error(self.refusing[method])
        if method == "oauth.v2.access":
            return self._access(given, sent)
        if method == "apps.connections.open":
            return self._open_link(given)
        if kind != "Bearer" or given not in self.tokens:
            return error("invalid_auth")
        handlers = {
            "assistant.threads.setSuggestedPrompts": self._suggest,
            "agents.sessions.setStatus": lambda sent: self._status(method, sent),
            "assistant.threads.setStatus": lambda sent: self._status(method, sent),
            "assistant.threads.setTitle": lambda sent: self._status(method, sent),
            "usergroups.users.list": self._group,
            "users.info": self._person,
            "views.publish": self._publish,
            "views.open": self._open_view,
            "auth.test": lambda sent: self._auth_test(self.tokens[given]),
            "apps.uninstall": lambda sent: self._uninstall(given, sent),
            "chat.postMessage": self._post_message,
            "chat.postEphemeral": self._post_ephemeral,
            "chat.update": self._update,
            "chat.delete": self._delete,
            "conversations.info": self._info,
            "files.getUploadURLExternal": self._upload_url,
            "files.completeUploadExternal": self._upload_complete,
            "files.delete": self._delete_file,
            "conversations.open": self._open,
            "conversations.replies": self._replies,
        }
        handler = handlers.get(method)
        return handler(sent) if handler else error("unknown_method")

    async def _sent(self, request: Request) -> Json:
        """What was sent: the client uses JSON for some methods, and a form for others."""
        if request.headers.get("content-type", "").startswith("application/json"):
            return dict(json.loads(await request.body() or b"{}"))
        return dict(await request.form())

    def _auth_test(self, team: str) -> Response:
        told = {"user_id": BOT, "bot_id": "B0BOT", "team_id": team, "team": f"Example {team}"}
        return JSONResponse({"ok": True, **told}, headers={"x-oauth-scopes": self.scopes})

    def _access(self, given: str, sent: Json) -> Response:
        if b64decode(given).decode() != f"{CLIENT}:{CLIENT_SECRET}":
            return error("bad_client_secret")
        found = self.codes.pop(sent["code"], None)
        if found is None:
            return error("invalid_code")
        if sent["redirect_uri"] not in found["back"]:
            return error("bad_redirect_uri")
        self.tokens[found["access_token"]] = (found["team"] or found["enterprise"])["id"]
        return JSONResponse({"ok": True, **found})

    def _uninstall(self, given: str, sent: Json) -> Response:
        if (sent["client_id"], sent["client_secret"]) != (CLIENT, CLIENT_SECRET):
            return error("bad_client_secret")
        del self.tokens[given]
        return JSONResponse({"ok": True})

    def _open_link(self, given: str) -> Response:
        if given != APP_TOKEN or self.links is None:
            return error("invalid_auth")
        return JSONResponse({"ok": True, "url": self.links()})

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
        if self.without_thumbs and "context_actions" in json.dumps(sent.get("blocks") or []):
            return "invalid_blocks"
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
        identity = f"F{len(self.uploads)}"
        self.uploads[identity] = {"name": sent["filename"], "alt": sent.get("alt_txt", "")}
        url = f"{self.address}upload/{identity}"
        return JSONResponse({"ok": True, "upload_url": url, "file_id": identity})

    def _upload_complete(self, sent: Json) -> Response:
        files = json.loads(sent["files"])
        for file in files:
            there = {"channel": sent["channel_id"], "thread": sent.get("thread_ts", "")}
            self.uploads[file["id"]].update(there, title=file["title"])
        return JSONResponse({"ok": True, "files": files})

    def _delete_file(self, sent: Json) -> Response:
        found = self.uploads.pop(sent["file"], None)
        return JSONResponse({"ok": True}) if found else error("file_not_found")

    def _info(self, sent: Json) -> Response:
        if sent["channel"] not in self.known | self.members:
            return error("channel_not_found")
        told = self.channels.get(sent["channel"], {"is_private": True})
        here = {"id": sent["channel"], "is_member": sent["channel"] in self.members}
        return JSONResponse({"ok": True, "channel": {**here, **told}})

    def _publish(self, sent: Json) -> Response:
        found = home_problems(sent["view"])
        if found:
            return error("invalid_arguments")
        self.homes[sent["user_id"]] = sent["view"]
        return JSONResponse({"ok": True, "view": {"id": "V1"}})

    def _open_view(self, sent: Json) -> Response:
        if not sent.get("trigger_id") or modal_problems(sent["view"]):
            return error("invalid_arguments")
        self.views.append(sent["view"])
        return JSONResponse({"ok": True, "view": {"id": "V7"}})

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

    def _replies(self, sent: Json) -> Response:
        """The thread's first message, and whatever is asked for."""
        here = self.threads.get(sent["channel"], [])
        asked = next((one for one in here if one["ts"] == sent["ts"]), None)
        if asked is None:
            return error("thread_not_found")
        first = [one for one in here if one["ts"] == asked.get("thread_ts", asked["ts"])]
        return JSONResponse({"ok": True, "messages": [*first, asked]})

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
