"""A chat platform's interface on loopback that remembers, for each key, how often it was sent."""

import asyncio
import json
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from threading import Lock

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

TOKEN = "xoxb-invented"
SECRET = "an-invented-signing-secret"


@dataclass
class Platform:
    """What was posted, when first, and how often each method was called.

    While it is `down`, it answers as an outage does. It takes `hang` seconds for each answer;
    `hanging` is how many wait for one now.
    """

    posted: Counter[str] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)
    at: dict[str, float] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    down: bool = False
    hang: float = 0.0
    hanging: int = 0
    _numbers: "count[int]" = field(default_factory=count)
    _lock: Lock = field(default_factory=Lock)

    def app(self) -> Starlette:
        """The interface."""
        return Starlette(routes=[Route("/{method}", self._answer, methods=["POST"])])

    def sent_keys(self) -> set[str]:
        """What was posted so far; it may be posted to meanwhile."""
        with self._lock:
            return set(self.posted)

    async def _answer(self, request: Request) -> Response:
        if self.down:
            return PlainTextResponse("upstream connect error", 503)
        sent = await _sent(request)
        if self.hang:
            await self._hang(time.monotonic() + self.hang)
        with self._lock:
            self.calls[request.path_params["method"]] += 1
            stamp = f"1700000000.{next(self._numbers):06d}"
            key = _key(sent)
            self.posted[key] += 1
            self.at.setdefault(key, time.monotonic())
            self.texts[key] = str(sent.get("text", ""))
        return JSONResponse({"ok": True, "channel": sent.get("channel", ""), "ts": stamp})

    async def _hang(self, until: float) -> None:
        self.hanging += 1
        while self.hang and time.monotonic() < until:
            await asyncio.sleep(0.05)
        self.hanging -= 1


async def _sent(request: Request) -> dict[str, object]:
    if request.headers.get("content-type", "").startswith("application/json"):
        return dict(await request.json())
    return dict(await request.form())


def _key(sent: dict[str, object]) -> str:
    """The key and part under which the bot sent this."""
    metadata = sent.get("metadata") or "{}"
    told = json.loads(metadata) if isinstance(metadata, str) else metadata
    payload = told.get("event_payload", {}) if isinstance(told, dict) else {}
    return f"{payload.get('key', '?')}#{payload.get('part', '?')}"
