"""The Slack app: takes what Slack sends, makes it durable, and only then says that it has it."""

import logging
import re
from collections.abc import Callable

from slack_bolt import Ack, BoltRequest, BoltResponse
from slack_bolt import App as Bolt
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.error import BoltUnhandledRequestError
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.slack import interactions, parse
from bot.channels.slack.config import CHANNELS, PATHS, App, SlackConfig
from bot.channels.slack.door import Refused, body_of, let_in
from bot.channels.slack.names import ANSWER_SHORTCUT, COMMAND
from bot.channels.slack.opening import opened
from bot.channels.slack.parse import Heard
from bot.channels.slack.payload import Payload
from bot.channels.slack.place import Rules
from bot.channels.slack.recruiters import Recruiters
from bot.channels.slack.surfaces import Desk, Surfaces
from bot.channels.slack.working import Working
from bot.core.messages import Incoming
from bot.delivery import Address, Turns

_log = logging.getLogger(__name__)


def slack_routes(config: SlackConfig, turns: Turns, desk: Desk | None = None) -> list[Route]:
    """The one route Slack sends everything to: events, pressed buttons and the slash command.

    `desk` says what is shown to whoever opens the app; without one, nothing is.

    A message is acknowledged after `turns` has it, so a crash loses nothing: Slack sends again
    what was not acknowledged. Where `turns` fails, Slack gets 503.
    """
    app = _app(config, turns, Surfaces(config, desk) if desk else None)
    verifier = SignatureVerifier(config.signing_secret)

    async def receive(request: Request) -> Response:
        try:
            body = await body_of(request.stream())
            text = let_in(verifier, request.headers, body)
        except Refused as refused:
            return Response(status_code=refused.status)
        return await run_in_threadpool(_dispatched, app, request, text.encode())

    return [Route(PATHS[config.app], receive, methods=["POST"])]


def _dispatched(app: Bolt, request: Request, body: bytes) -> Response:
    """Bolt's answer. Its own Starlette handler would hold up the event loop meanwhile."""
    try:
        return to_starlette_response(app.dispatch(to_bolt_request(request, body)))
    except (AttributeError, KeyError, TypeError):
        # What our own code raises ends in `_failed`. This is Bolt, with a JSON object that is not
        # of a form Slack sends.
        _log.warning("A request with Slack's signature has an unknown form.")
        return Response(status_code=400)


def _app(config: SlackConfig, turns: Turns, surfaces: Surfaces | None) -> Bolt:
    """Bolt, told everything: what it is not told it takes from SLACK_… environment variables.

    With an `authorize` of our own and a client without a token, none of them can change which
    token or mode is used. Listeners run before the answer goes out (`process_before_response`).
    """

    def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=enterprise_id, team_id=team_id, bot_token=config.bot_token
        )

    app = Bolt(
        logger=_log,
        name="rolecall",
        process_before_response=True,
        raise_error_for_unhandled_request=True,
        signing_secret=config.signing_secret,
        client=WebClient(base_url=config.api_url),
        authorize=authorize,
        ssl_check_enabled=False,
    )
    rules = _rules(config)
    working = Working(config)

    def take(incoming: Incoming, address: Address) -> None:
        if not incoming.about:
            working.begins(incoming, address)
        turns.submit(CHANNELS[config.app], incoming, address)

    _listen(app, rules, take)
    if surfaces:
        _show(app, rules, surfaces)
    app.error(_failed)
    return app


def _rules(config: SlackConfig) -> Rules:
    return Rules(
        recruiters=Recruiters(config),
        team_channels=config.team_channels,
        roles=config.roles,
        candidates_only=config.app is App.PRESCREEN,
        channel=CHANNELS[config.app],
    )


def _listen(app: Bolt, rules: Rules, take: Callable[[Incoming, Address], None]) -> None:
    def submit(heard: Heard | None) -> None:
        if heard is not None:
            take(*heard)

    def on_event(body: Payload) -> None:
        submit(parse.event(body, rules))

    def on_press(ack: Ack, body: Payload) -> None:
        submit(interactions.press(body, rules))
        ack()

    def on_command(ack: Ack, body: Payload, request: BoltRequest) -> None:
        submit(interactions.command(body, _sent(request), rules))
        ack()

    def on_shortcut(ack: Ack, body: Payload, request: BoltRequest) -> None:
        submit(interactions.shortcut(body, _sent(request), rules))
        ack()

    app.event("message")(on_event)
    app.event("app_mention")(on_event)
    app.action(re.compile(""))(on_press)
    app.command(COMMAND)(on_command)
    app.message_shortcut(ANSWER_SHORTCUT)(on_shortcut)


def _sent(request: BoltRequest) -> str:
    """When Slack sent a request, in seconds since 1970."""
    return str(request.headers["x-slack-request-timestamp"][0])


def _show(app: Bolt, rules: Rules, surfaces: Surfaces) -> None:
    def on_opened(body: Payload) -> None:
        came = opened(body, rules)
        if came is not None:
            surfaces.show(came)

    app.event("app_home_opened")(on_opened)
    app.event("assistant_thread_started")(on_opened)


def _failed(error: Exception) -> BoltResponse:
    """200 for what nobody listens to, or Slack would send it again and again; 503 for a failure."""
    if isinstance(error, BoltUnhandledRequestError):
        return BoltResponse(status=200)
    _log.error("A message from Slack was not taken in.", exc_info=error)
    return BoltResponse(status=503)
