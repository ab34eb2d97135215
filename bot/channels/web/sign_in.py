"""Signing in by a one-time link: looking at it does nothing, pressing its button uses it up."""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.web import chats, troubles
from bot.channels.web.guard import COOKIE, from_here
from bot.channels.web.parse import LONGEST_NAME, person
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
        """A name to give and a button; the link itself stays unused, whoever previews it."""
        return _form(request)

    async def redeem(self, request: Request) -> Response:
        """Use the link up and start a session."""
        if not from_here(request.headers, secret_path=True):
            return troubles.foreign()
        token, at = request.path_params["token"], self.parts.clock()
        name = person((await chats.fields(request)).get("name", ""))
        if not name:
            return _form(request, 422)
        secret = await run_in_threadpool(self.parts.sign_ins.redeem, token, at, name)
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


def _form(request: Request, status: int = 200) -> Response:
    """The form; with another status, because the name was missing."""
    longest, missing = LONGEST_NAME, status != 200
    return html("sign_in.html", status, action=request.url.path, longest=longest, missing=missing)


def _encrypted(request: Request) -> bool:
    """Whether the browser came by https, here or at the proxy in front."""
    return "https" in (request.url.scheme, request.headers.get("x-forwarded-proto", ""))
