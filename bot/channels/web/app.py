"""The web channel as one application: pages, static files, guards, and what goes wrong."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels.web import render, troubles
from bot.channels.web.candidate import CandidatePages
from bot.channels.web.channel import ChannelPages
from bot.channels.web.compare import ComparePages
from bot.channels.web.funnel import FunnelPages
from bot.channels.web.hand_over import HandOverPages
from bot.channels.web.headers import SecureHeaders
from bot.channels.web.limits import BodyLimit
from bot.channels.web.parts import WebParts
from bot.channels.web.record import RecordPages
from bot.channels.web.sign_in import SignInPages
from bot.channels.web.summary import SummaryPages
from bot.channels.web.team import TeamPages

__all__ = ["WebParts", "web_app"]


def web_app(parts: WebParts) -> Starlette:
    """The web channel, with `parts.extra_routes` beside it."""
    pages = (
        TeamPages,
        CandidatePages,
        ChannelPages,
        SummaryPages,
        RecordPages,
        ComparePages,
        FunnelPages,
        HandOverPages,
        SignInPages,
    )
    routes: list[BaseRoute] = [route for page in pages for route in page(parts).routes()]
    routes.append(Route("/healthz", _healthz))
    routes.append(Mount("/static", StaticFiles(directory=render.STATIC)))

    def opens(token: str) -> bool:
        return parts.screenings.by_token(token, parts.clock()) is not None

    return Starlette(
        routes=[*routes, *parts.extra_routes],
        middleware=[Middleware(SecureHeaders), Middleware(BodyLimit, opens=opens)],
        exception_handlers={HTTPException: troubles.for_status, Exception: troubles.for_error},
    )


async def _healthz(request: Request) -> Response:
    """Alive. Needs no thread, so that it answers while those for messages are all taken."""
    del request
    return PlainTextResponse("ok")
