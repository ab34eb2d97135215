"""The Slack app: makes what Slack sends durable, and only then says that it has it."""

import logging
import re
from collections.abc import Callable

from slack_bolt import Ack, BoltContext, BoltRequest, BoltResponse
from slack_bolt import App as Bolt
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.error import BoltUnhandledRequestError
from slack_sdk import WebClient

from bot.channels.slack import interactions, parse
from bot.channels.slack.addresses import within
from bot.channels.slack.config import CHANNELS, App, SlackConfig
from bot.channels.slack.filling import Forms, Opening, Read, read
from bot.channels.slack.filling import opened as opened_form
from bot.channels.slack.leaving import EVENTS, is_leaving, left
from bot.channels.slack.marking import marked
from bot.channels.slack.modals import MODAL
from bot.channels.slack.names import ANSWER_SHORTCUT, COMMAND
from bot.channels.slack.opening import opened
from bot.channels.slack.parse import Heard
from bot.channels.slack.parts import ALONE, Parts
from bot.channels.slack.payload import Payload, moment, string
from bot.channels.slack.presence import EVENTS as CHANGES
from bot.channels.slack.presence import Change, changed
from bot.channels.slack.watched import CHANNEL, reference
from bot.channels.slack.workspaces import Installed, Workspaces
from bot.ports.delivery import Turns
from bot.ports.installations import Installations
from bot.ports.references import Presence

_INSTALLED = "installed"
"""Under this name, a request carries the app in the workspace that it came from."""
TIMEOUT = 2
"""Seconds: a person's press waits for a form to open, and Slack waits three for the answer."""
_log = logging.getLogger(__name__)


def slack_app(config: SlackConfig, turns: Turns, parts: Parts = ALONE) -> Bolt:
    """Bolt, told everything: what it is not told it takes from SLACK_… environment variables.

    With an `authorize` of our own and a client without a token, none of them can change which
    token or mode is used. Listeners run before the answer goes out (`process_before_response`).
    What comes over the socket is not signed; Bolt itself leaves the check out there.
    """
    workspaces = Workspaces(config, parts.desk, parts.installations)
    app = Bolt(
        logger=_log,
        name="rolecall",
        process_before_response=True,
        raise_error_for_unhandled_request=True,
        signing_secret=config.signing_secret or "-",
        client=WebClient(base_url=config.api_url, timeout=TIMEOUT),
        authorize=_authorize(workspaces),
        ssl_check_enabled=False,
    )
    app.middleware(_only_where_installed)
    submit = _submitting(config, turns)
    _listen(app, submit, config)
    _listen_to_forms(app, submit, parts.forms)
    if config.app is App.RECRUITER:
        _watch(app, parts.presence)
    if parts.desk:
        _show(app)
    if parts.installations is not None:
        _see_off(app, CHANNELS[config.app], parts.installations)
    app.error(_failed)
    return app


def _authorize(workspaces: Workspaces) -> Callable[..., AuthorizeResult]:
    """Finds the workspace's own token. Where there is none, `_only_where_installed` says so."""

    def authorize(
        context: BoltContext, enterprise_id: str | None, team_id: str | None
    ) -> AuthorizeResult:
        installed = workspaces.of(enterprise_id, team_id)
        context[_INSTALLED] = installed
        token = installed.token if installed else None
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=token)

    return authorize


def _only_where_installed(
    context: BoltContext, body: Payload, next: Callable[[], BoltResponse]
) -> BoltResponse:
    """Leave what comes from elsewhere, quietly: there is no token to answer it with."""
    if context.get(_INSTALLED) is None and not is_leaving(body):
        _log.warning("Slack's workspace %s wrote; the app is not installed there.", context.team_id)
        return BoltResponse(status=200)
    return next()


def _submitting(config: SlackConfig, turns: Turns) -> "_Submit":
    def submit(heard: Heard | None, installed: Installed) -> None:
        if heard is None:
            return
        incoming, address = heard
        if not (incoming.about or incoming.author):
            installed.working.begins(incoming, address)
        turns.submit(CHANNELS[config.app], incoming, within(installed.rules.workspace, address))

    return submit


_Submit = Callable[[Heard | None, Installed], None]


def _listen(app: Bolt, submit: _Submit, config: SlackConfig) -> None:
    def on_event(body: Payload, context: BoltContext) -> None:
        installed = _installed(context)
        submit(parse.event(body, installed.rules), installed)

    def on_stop(body: Payload, context: BoltContext) -> None:
        installed = _installed(context)
        submit(parse.stopped(body, installed.rules), installed)

    def on_reaction(body: Payload, client: WebClient, context: BoltContext) -> None:
        installed = _installed(context)
        submit(marked(body, installed.rules, client), installed)

    def on_shortcut(ack: Ack, body: Payload, request: BoltRequest, context: BoltContext) -> None:
        installed = _installed(context)
        submit(interactions.shortcut(body, _sent(request), installed.rules), installed)
        ack()

    app.event("message")(on_event)
    app.event("app_mention")(on_event)
    app.event("agent_session_stopped")(on_stop)
    if config.app is App.RECRUITER:
        app.event("reaction_added")(on_reaction)
    app.message_shortcut(ANSWER_SHORTCUT)(on_shortcut)


def _listen_to_forms(app: Bolt, submit: _Submit, forms: Forms | None) -> None:
    """Buttons and the command open a form where their words ask for one, and say them elsewhere."""

    def on_press(ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        installed = _installed(context)
        heard = interactions.press(body, installed.rules)
        if not _opened(forms, heard, body, client, installed):
            submit(heard, installed)
        ack()

    def on_command(
        ack: Ack, body: Payload, request: BoltRequest, client: WebClient, context: BoltContext
    ) -> None:
        installed = _installed(context)
        heard = interactions.command(body, _sent(request), installed.rules)
        if not _opened(forms, heard, body, client, installed):
            submit(heard, installed)
        ack()

    def on_form(ack: Ack, body: Payload, request: BoltRequest, context: BoltContext) -> None:
        installed, at = _installed(context), moment(_sent(request))
        filled = read(forms, body, installed.rules, at) if forms and at else Read()
        for heard in filled.heard:
            submit(heard, installed)
        if filled.errors:
            ack(response_action="errors", errors=dict(filled.errors))
        else:
            ack()

    app.action(re.compile(""))(on_press)
    app.command(COMMAND)(on_command)
    app.view(MODAL)(on_form)


def _opened(
    forms: Forms | None, heard: Heard | None, body: Payload, client: WebClient, installed: Installed
) -> bool:
    opening = Opening(string(body, "trigger_id"), client, installed.rules.workspace)
    return opened_form(forms, heard, opening)


def _installed(context: BoltContext) -> Installed:
    found = context[_INSTALLED]
    assert isinstance(found, Installed)
    return found


def _sent(request: BoltRequest) -> str:
    """When Slack sent a request, in seconds since 1970."""
    return str(request.headers["x-slack-request-timestamp"][0])


def _watch(app: Bolt, presence: Presence) -> None:
    """Hear of the channels that the bot comes into and leaves."""

    def on_change(body: Payload, context: BoltContext) -> None:
        change = changed(body)
        if change is None:
            return
        place = within(_installed(context).rules.workspace, {"channel": change[1]})["channel"]
        if change[0] is Change.GONE:
            presence.gone(CHANNEL, place)
        else:
            presence.here(reference(place))

    for event in CHANGES:
        app.event(event)(on_change)


def _show(app: Bolt) -> None:
    def on_opened(body: Payload, context: BoltContext) -> None:
        installed = _installed(context)
        came = opened(body, installed.rules)
        if came is not None and installed.surfaces:
            installed.surfaces.show(came)

    app.event("app_home_opened")(on_opened)
    app.event("assistant_thread_started")(on_opened)


def _see_off(app: Bolt, name: str, installations: Installations) -> None:
    """Forget the token of a workspace that has the app no more."""

    def on_left(body: Payload) -> None:
        gone = left(body)
        if gone and installations.remove(name, *gone):
            _log.warning("Slack's workspace %s has removed the app %s.", gone[0], name)

    for event in EVENTS:
        app.event(event)(on_left)


def _failed(error: Exception) -> BoltResponse:
    """200 for what nobody listens to, or Slack would send it again and again; 503 for a failure."""
    if isinstance(error, BoltUnhandledRequestError):
        return BoltResponse(status=200)
    _log.error("A message from Slack was not taken in.", exc_info=error)
    return BoltResponse(status=503)
