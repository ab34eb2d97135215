"""Socket Mode: Slack's messages over a socket that this program opens, so it needs no address.

Slack's own client keeps the socket. What comes over it goes through the same app as a signed
request would, and is acknowledged only once it is durable: Slack sends again what was not.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from weakref import WeakValueDictionary

from slack_bolt import App as Bolt
from slack_bolt import BoltRequest
from slack_bolt.adapter.socket_mode.async_internals import send_async_response
from slack_bolt.adapter.socket_mode.internals import build_headers
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient
from starlette.concurrency import run_in_threadpool

from bot.channels.slack.config import NAMES, SlackConfig
from bot.channels.slack.payload import Payload, inside, string
from bot.channels.slack.routes import dispatched

TIMEOUT = 10
AWAY = 30.0
"""Seconds without a socket before Slack's client is given up and a new one is made: it can go on
for ever with an address that was good for one try."""
LOOKS = 5.0
LONGEST_WAIT = 60.0
GRACE = 3.0
"""Seconds for what is in hand when the socket closes; Slack waits no longer for it to be
acknowledged."""

_log = logging.getLogger(__name__)
_CLIENTS = logging.getLogger("slack_sdk.socket_mode")
"""What Slack's client says may hold people's words, and is logged as another package's."""


class SlackSocket:
    """One app's socket: open from `open` to `close`, and opened again whenever it breaks."""

    def __init__(self, config: SlackConfig, app: Bolt, away: float = AWAY) -> None:
        self._config = config
        self._app = app
        self._away = away
        self._keeping: asyncio.Task[None] | None = None
        self._in_hand: set[asyncio.Task[Any]] = set()
        self._lanes: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._closing = False

    async def open(self) -> None:
        """Begin to open the socket; returns at once."""
        self._keeping = asyncio.create_task(self._keep())

    async def close(self) -> None:
        """Take nothing more, let what is in hand be acknowledged, and close the socket."""
        self._closing = True
        if self._in_hand:
            await asyncio.wait(self._in_hand, timeout=GRACE)
        if self._keeping:
            self._keeping.cancel()
            with suppress(asyncio.CancelledError):
                await self._keeping

    async def _keep(self) -> None:
        """Have a client with an open socket, for ever."""
        first = wait = min(1.0, self._away)
        while True:
            try:
                async with self._connected() as client:
                    _log.info("%s: the socket is open.", NAMES[self._config.app])
                    wait = first
                    await self._watched(client)
            except Exception as error:
                # Whatever it is, without another try nothing would come in any more.
                _log.error("%s: no socket was opened: %s", NAMES[self._config.app], _why(error))
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[SocketModeClient]:
        client = SocketModeClient(
            self._config.app_token,
            logger=_CLIENTS,
            web_client=AsyncWebClient(
                base_url=self._config.api_url, timeout=TIMEOUT, retry_handlers=[]
            ),
        )
        client.socket_mode_request_listeners.append(self._receive)
        try:
            await asyncio.wait_for(client.connect_to_new_endpoint(), self._away)
            yield client
        finally:
            await client.close()  # type: ignore[no-untyped-call]  # Slack gives it no types

    async def _watched(self, client: SocketModeClient) -> None:
        """Returns once Slack's client has been without a socket for too long."""
        seen = time.monotonic()
        while time.monotonic() - seen < self._away:
            await asyncio.sleep(min(LOOKS, self._away / 4))
            if await client.is_connected():
                seen = time.monotonic()
        _log.warning("%s: the socket was away too long.", NAMES[self._config.app])

    async def _receive(self, client: Any, request: SocketModeRequest) -> None:
        """Take one envelope; it is acknowledged where the app answers with 200."""
        task = asyncio.current_task()
        if self._closing or task is None:
            return
        self._in_hand.add(task)
        try:
            # One at a time in each chat, as they came: Slack's client hands over all at once.
            async with self._lanes.setdefault(_chat(request.payload), asyncio.Lock()):
                answer = await run_in_threadpool(dispatched, self._app, lambda: _asked(request))
            if answer.status == 400:
                answer.status = 200  # It would be no better the next time.
            await send_async_response(client, request, answer, time.time())
        finally:
            self._in_hand.discard(task)


def _asked(request: SocketModeRequest) -> BoltRequest:
    """The envelope as a request; a socket does not tell when Slack sent something, so it is now."""
    headers = {**(build_headers(request) or {}), "x-slack-request-timestamp": str(int(time.time()))}
    return BoltRequest(mode="socket_mode", body=request.payload, headers=headers)


def _chat(payload: Payload) -> str:
    """What Slack calls the chat of something, whichever kind of envelope holds it."""
    event = inside(payload, "event")
    return (
        string(event, "channel")
        or string(payload, "channel_id")
        or string(inside(payload, "channel"), "id")
        or string(event, "user")
    )


def _why(error: Exception) -> str:
    if isinstance(error, SlackApiError):
        return str(error.response.get("error") or error.response.status_code)
    return type(error).__name__
