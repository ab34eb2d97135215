"""How much a request may bring: a body is read up to a limit before anything looks at it."""

import re
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.web import troubles
from bot.channels.web.uploads import FILE_BODY

BODY_LIMIT = 1024 * 1024
"""The longest body that is taken, in bytes; 100,000 characters of any script fit."""

_WITH_FILE = re.compile(r"/c/([^/]+)/file")
"""The addresses that take a file, each behind a link of somebody's own."""

DRAINED = 16 * 1024 * 1024
FILE_DRAINED = 64 * 1024 * 1024
"""How much of a longer body is read away, in bytes, so that the browser stays to read why."""

Opens = Callable[[str], bool]
"""Whether a link's token opens a screening."""


class BodyLimit:
    """Answers 413 to a body that is too long; hands a shorter one on whole.

    A file is longer than any words, so nobody's body is read as one without a link that opens.
    """

    def __init__(self, app: ASGIApp, opens: Opens) -> None:
        self._app = app
        self._opens = opens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        with_file = _WITH_FILE.fullmatch(request.url.path) if request.method == "POST" else None
        if with_file and not await run_in_threadpool(self._opens, with_file[1]):
            await troubles.dead_link()(scope, receive, send)
            return
        limits = (FILE_BODY, FILE_DRAINED) if with_file else (BODY_LIMIT, DRAINED)
        body = await _read(receive, *limits)
        if body is None:
            wrong = troubles.file_too_large() if with_file else troubles.too_long(request)
            await wrong(scope, receive, send)
            return
        waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def replay() -> Message:
            return waiting.pop() if waiting else await receive()

        await self._app(scope, replay, send)


async def _read(receive: Receive, most: int, drained: int) -> bytes | None:
    """The whole body; None where it is too long or the sender went away."""
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        chunk = message.get("body", b"")
        size += len(chunk)
        if size <= most:
            chunks.append(chunk)
        if message["type"] == "http.disconnect" or size > drained:
            return None
        if not message.get("more_body", False):
            return b"".join(chunks) if size <= most else None
