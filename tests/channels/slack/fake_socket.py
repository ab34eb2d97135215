"""The other end of Socket Mode: a websocket server on loopback that delivers and is told back."""

import asyncio
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from aiohttp import WSMsgType, web

Json = dict[str, Any]


class FakeSocket:
    """Slack's end. A link is good once; what is delivered goes to the newest socket.

    `acks` are the envelopes that were acknowledged, with what stood in the acknowledgement, and
    `opened` how often a socket was. With `deaf`, links lead nowhere.
    """

    def __init__(self) -> None:
        self.acks: dict[str, Json] = {}
        self.opened = 0
        self.deaf = 0
        self.url = ""
        self._loop = asyncio.new_event_loop()
        self._links: set[str] = set()
        self._sockets: list[web.WebSocketResponse] = []
        self._envelopes = 0

    def link(self) -> str:
        """An address for one socket."""
        ticket = secrets.token_hex(4)
        self._links.add(ticket)
        return f"{self.url}/link?ticket={ticket}"

    def deliver(self, kind: str, payload: Json, **more: Any) -> str:
        """Put something into an envelope and deliver it; gives the envelope's id."""
        self._envelopes += 1
        envelope = f"en-{self._envelopes}"
        self._say({"type": kind, "envelope_id": envelope, "payload": payload, **more})
        return envelope

    def refresh(self) -> None:
        """Tell the other side to open a new socket, as Slack does every few hours."""
        self._say({"type": "disconnect", "reason": "refresh_requested"})

    def drop(self) -> None:
        """Break the socket without a word."""
        asyncio.run_coroutine_threadsafe(self._sockets[-1].close(), self._loop).result(5)

    @property
    def open_now(self) -> int:
        """How many sockets are open."""
        return sum(not one.closed for one in self._sockets)

    def _say(self, message: Json) -> None:
        saying = self._sockets[-1].send_str(json.dumps(message))
        asyncio.run_coroutine_threadsafe(saying, self._loop).result(5)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if ticket not in self._links:
            return web.Response(status=403)
        self._links.discard(ticket)
        if self.deaf:
            self.deaf -= 1
            return web.Response(status=408)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._sockets.append(socket)
        self.opened += 1
        await socket.send_str(json.dumps({"type": "hello", "num_connections": 1}))
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                told = json.loads(message.data)
                self.acks[told["envelope_id"]] = told.get("payload", {})
        return socket

    async def _serve(self, ready: threading.Event, stop: asyncio.Event) -> None:
        app = web.Application()
        app.router.add_get("/link", self._answer)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"ws://127.0.0.1:{runner.addresses[0][1]}"
        ready.set()
        await stop.wait()
        for socket in self._sockets:
            await socket.close()
        await runner.cleanup()


@contextmanager
def socket_server() -> Iterator[FakeSocket]:
    """Slack's end, for as long as a test needs it."""
    fake, ready, stop = FakeSocket(), threading.Event(), asyncio.Event()
    thread = threading.Thread(
        target=lambda: fake._loop.run_until_complete(fake._serve(ready, stop)), daemon=True
    )
    thread.start()
    assert ready.wait(5)
    try:
        yield fake
    finally:
        fake._loop.call_soon_threadsafe(stop.set)
        thread.join(5)
        fake._loop.close()


def soon(true: Callable[[], object], seconds: float = 5) -> None:
    """Wait until something is so."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it did not come about"
        time.sleep(0.005)
