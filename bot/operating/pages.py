"""/readyz and /metrics, for whoever runs the bot; /healthz is the web application's own."""

import asyncio
import hmac
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.channels.web.guard import at_this_machine
from bot.operating.exposition import CONTENT_TYPE
from bot.operating.health import OK, Health
from bot.operating.meters import Meters

WRONG = "not ready"
"""What is said of a part to somebody who may not know why."""


@dataclass(frozen=True, slots=True)
class OperatorPages:
    """The two pages. Without `token`, figures and reasons are told on this machine alone.

    `open_to_all` tells them to anybody.
    """

    health: Health
    meters: Meters
    token: str = ""
    open_to_all: bool = False

    def routes(self) -> list[Route]:
        """The pages' routes."""
        return [
            Route("/readyz", self.ready, methods=["GET"]),
            Route("/metrics", self.metrics, methods=["GET"]),
        ]

    async def ready(self, request: Request) -> Response:
        """200 where every part is well, 503 otherwise, and each part by name.

        In a thread that no message waits in: it answers while the messages' threads are all taken.
        """
        said = await asyncio.to_thread(self.health.said)
        ready = all(one == OK for one in said.values())
        if not self._may_know(request):
            said = {name: one if one == OK else WRONG for name, one in said.items()}
        return JSONResponse({"ready": ready, "parts": said}, 200 if ready else 503)

    async def metrics(self, request: Request) -> Response:
        """Everything counted so far; 403 for somebody who may not know."""
        if not self._may_know(request):
            return PlainTextResponse(
                "Only on this machine, or with ROLECALL_METRICS_TOKEN as a bearer token.\n", 403
            )
        text = await asyncio.to_thread(self.meters.text)
        return Response(text, headers={"Content-Type": CONTENT_TYPE})

    def _may_know(self, request: Request) -> bool:
        if self.open_to_all:
            return True
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        if self.token and kind.casefold() == "bearer":
            return hmac.compare_digest(given.strip().encode(), self.token.encode())
        peer = request.client.host if request.client else ""
        return at_this_machine(peer, request.headers)
