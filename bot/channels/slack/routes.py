"""The one route Slack sends everything to: let in, given to the app, and answered."""

import logging
from collections.abc import Callable

from slack_bolt import App as Bolt
from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from slack_sdk.signature import SignatureVerifier
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.slack.app import slack_app
from bot.channels.slack.config import PATHS, SlackConfig
from bot.channels.slack.door import Refused, body_of, let_in
from bot.channels.slack.parts import ALONE, Parts
from bot.ports.delivery import Turns

_log = logging.getLogger(__name__)


def slack_routes(
    config: SlackConfig,
    turns: Turns,
    parts: Parts = ALONE,
) -> list[Route]:
    """The one route Slack sends everything to: events, pressed buttons and the slash command.

    There is no route without a signing secret.

    A message is acknowledged after `turns` has it, so a crash loses nothing: Slack sends again
    what was not acknowledged. Where `turns` fails, Slack gets 503.
    """
    if not config.signing_secret.strip():
        return []
    app = slack_app(config, turns, parts)
    verifier = SignatureVerifier(config.signing_secret)

    async def receive(request: Request) -> Response:
        try:
            body = await body_of(request.stream())
            text = let_in(verifier, request.headers, body)
        except Refused as refused:
            return Response(status_code=refused.status)
        return to_starlette_response(
            await run_in_threadpool(
                dispatched, app, lambda: to_bolt_request(request, text.encode())
            )
        )

    return [Route(PATHS[config.app], receive, methods=["POST"])]


def dispatched(app: Bolt, request: Callable[[], BoltRequest]) -> BoltResponse:
    """Bolt's answer. Its own Starlette handler would hold up the event loop meanwhile."""
    try:
        return app.dispatch(request())
    except (AttributeError, KeyError, TypeError):
        # What our own code raises ends in `_failed`. This is Bolt, with a JSON object that is not
        # of a form Slack sends.
        _log.warning("A request from Slack has an unknown form.")
        return BoltResponse(status=400)
