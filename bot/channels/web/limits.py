"""How much a request may bring: a body is read up to a limit before anything looks at it."""

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.web import troubles

BODY_LIMIT = 1024 * 1024
"""The longest body that is taken, in bytes; 100,000 characters of any script fit."""

DRAINED = 16 * 1024 * 1024
"""How much of a longer body is read away, in bytes, so that the browser stays to read why."""


class BodyLimit:
    """Answers 413 to a body longer than `BODY_LIMIT`; hands a shorter one on whole."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = await _read(receive)
        if body is None:
            await troubles.too_long(Request(scope))(scope, receive, send)
            return
        waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def replay() -> Message:
            return waiting.pop() if waiting else await receive()

        await self._app(scope, replay, send)


async def _read(receive: Receive) -> bytes | None:
    """The whole body; None where it is too long or the sender went away."""
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        chunk = message.get("body", b"")
        size += len(chunk)
        if size <= BODY_LIMIT:
            chunks.append(chunk)
        if message["type"] == "http.disconnect" or size > DRAINED:
            return None
        if not message.get("more_body", False):
            return b"".join(chunks) if size <= BODY_LIMIT else None
