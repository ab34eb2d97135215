"""Signing in by a one-time link: looking at it does nothing, pressing its button uses it up."""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.web import troubles
from bot.channels.web.guard import COOKIE, from_here
from bot.channels.web.parts import WebParts
from bot.channels.web.replies import html

SESSION_SECONDS = 12 * 60 * 60
"""How long the cookie lasts; the session's own end is kept with the session."""


@dataclass(frozen=True, slots=True)
class SignInPages:
    """The page under /sign-in/."""

    parts: WebParts

    def routes(self) -> list[Route]:
        """The page's routes."""
        return [
            Route("/sign-in/{token}", self.show, methods=["GET"]),
            Route("/sign-in/{token}", self.redeem, methods=["POST"]),
        ]

    def show(self, request: Request) -> Response:
        """A button; the link itself stays unused, whoever previews it."""
        return html("sign_in.html", action=request.url.path)

    async def redeem(self, request: Request) -> Response:
        """Use the link up and start a session."""
        if not from_here(request.headers, secret_path=True):
            return troubles.foreign()
        token, at = request.path_params["token"], self.parts.clock()
        secret = await run_in_threadpool(self.parts.sign_ins.redeem, token, at)
        if secret is None:
            return troubles.sign_in_dead()
        response = RedirectResponse("/", 303)
        response.set_cookie(
            COOKIE,
            secret,
            max_age=SESSION_SECONDS,
            secure=_encrypted(request),
            httponly=True,
            samesite="strict",
        )
        return response


def _encrypted(request: Request) -> bool:
    """Whether the browser came by https, here or at the proxy in front."""
    return "https" in (request.url.scheme, request.headers.get("x-forwarded-proto", ""))
