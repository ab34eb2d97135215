"""Serves the bot: takes the seeds in, says who can do what where, and listens."""

import logging
import socket
from collections.abc import Iterator
from contextlib import asynccontextmanager, contextmanager
from threading import Thread
from typing import TYPE_CHECKING

from rich.console import Console

from bot.assemble import App, assemble, new_id, now
from bot.channels_on import channels_on
from bot.core.errors import RolecallError
from bot.dialogues.asking_candidates import answer_by_id
from bot.dialogues.candidates import screened_by_id
from bot.dialogues.comparing import of_role
from bot.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.applications import Starlette
    from starlette.routing import BaseRoute

    from bot.channels.slack.config import SlackConfig
    from bot.channels.teams.config import TeamsConfig
    from bot.delivery import Sender
    from bot.turns.durable import DurableTurns


_log = logging.getLogger(__name__)


class CannotListen(RolecallError):
    """The address is taken or not one of this machine."""

    def __init__(self, host: str, port: int, why: str) -> None:
        super().__init__(f"Nothing can listen on {host}, port {port}: {why}.")
        self.remedy = (
            "Stop the program that uses it, or choose another with `rolecall run --port NUMBER`; "
            "an address of this machine is chosen with --host."
        )


class OpenToAll(RolecallError):
    """Teams without sign-in was to be served to other machines."""

    remedy = "Unset ROLECALL_TEAMS_UNAUTHENTICATED, or listen on 127.0.0.1."

    def __init__(self, host: str) -> None:
        super().__init__(f"Teams without sign-in is for this machine only, not for {host}.")


def serve(settings: Settings, console: Console) -> None:
    """Serve until stopped. Raises CannotListen, StorageUnavailable or NoPlace before that."""
    import uvicorn

    listening = _listening(settings.host, settings.port)
    port = listening.getsockname()[1]
    settings = settings.model_copy(update={"port": port})
    with _assembled(settings, console) as app:
        turns = turns_of(app)
        # Here, so that a journal that cannot be kept is told plainly, before anything is served.
        turns.start()
        pages = web(app, turns)
        _announce(app, console)
        config = uvicorn.Config(pages, log_level="warning", access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise CannotListen(host, port, (error.strerror or str(error)).lower()) from None
    return listening


@contextmanager
def _assembled(settings: Settings, console: Console) -> Iterator[App]:
    app = assemble(settings)
    try:
        for unread in app.seeded():
            console.print(str(unread), markup=False, soft_wrap=True)
        yield app
    finally:
        app.close()


def web(app: App, turns: "DurableTurns") -> "Starlette":
    """The web application: the pages, and the doors of the channels that are on.

    It stops the turns, which are running, when it ends.
    """
    from starlette.concurrency import run_in_threadpool

    from bot.channels.web.app import web_app
    from bot.channels.web.parts import WebParts

    @asynccontextmanager
    async def running(_: "Starlette") -> "AsyncIterator[None]":
        Thread(target=_warm, args=(app,), daemon=True).start()
        try:
            yield
        finally:
            await run_in_threadpool(turns.stop)

    pages = web_app(
        WebParts(
            turns=turns,
            roles=app.store.roles,
            screenings=app.store.screenings,
            records=app.store.records,
            questions=app.store.questions,
            sign_ins=app.store.sign_ins,
            screened=lambda screening: screened_by_id(app.ports, screening),
            ask=lambda screening, question: answer_by_id(app.ports, screening, question),
            compare=lambda role, named, on: of_role(app.ports, role, named, on),
            clock=now,
            new_id=new_id,
            loopback=app.settings.loopback,
            extra_routes=_doors(app.settings, turns),
        )
    )
    pages.router.lifespan_context = running
    return pages


def _warm(app: App) -> None:
    """Index what is new and load the encoder, while the first page is already served."""
    for work in (app.index, lambda: app.ranker.encode(["warm"])):
        try:
            work()
        except RolecallError as error:
            _log.warning("%s", error)


def turns_of(app: App) -> "DurableTurns":
    """The durable turns of the channels that are on, not started yet."""
    from bot.turns.durable import DurableTurns, Parts
    from bot.turns.durable import Settings as TurnSettings

    settings, store = app.settings, app.store
    senders = _senders(settings)
    parts = Parts(app.bot, store.inbox, store.outbox, store.standings, senders, app.routes)
    return DurableTurns(parts, TurnSettings(settings.database))


def _senders(settings: Settings) -> "dict[str, Sender]":
    """The outgoing halves of the channels that are on."""
    senders: dict[str, Sender] = {}
    for channel in channels_on(settings):
        match channel.name, channel.on:
            case "Slack", True:
                from bot.channels.slack.sender import SlackSender

                senders["slack"] = SlackSender(_slack(settings))
            case "Teams", True:
                from bot.channels.teams.sender import TeamsSender

                senders["teams"] = TeamsSender(_teams(settings))
    return senders


def _doors(settings: Settings, turns: "DurableTurns") -> "list[BaseRoute]":
    """The incoming halves of the channels that are on."""
    doors: list[BaseRoute] = []
    for channel in channels_on(settings):
        match channel.name, channel.on:
            case "Slack", True:
                from bot.channels.slack.app import slack_routes

                doors += slack_routes(_slack(settings), turns)
            case "Teams", True:
                from bot.channels.teams.app import teams_routes

                doors += teams_routes(_teams(settings), turns)
    return doors


def _slack(settings: Settings) -> "SlackConfig":
    from bot.channels.slack.config import API_URL, SlackConfig

    return SlackConfig(
        bot_token=settings.slack_bot_token.get_secret_value(),
        signing_secret=settings.slack_signing_secret.get_secret_value(),
        recruiters=settings.slack_recruiters,
        team_channels=settings.slack_team_channels,
        api_url=f"{settings.slack_api_url}/" if settings.slack_api_url else API_URL,
    )


def _teams(settings: Settings) -> "TeamsConfig":
    """The Teams channel's settings; refuses to go without sign-in to other than this machine."""
    from bot.channels.teams.config import TeamsConfig

    config = TeamsConfig(
        app_id=settings.teams_app_id,
        app_password=settings.teams_app_password.get_secret_value(),
        tenant_id=settings.teams_tenant_id,
        recruiters=settings.teams_recruiters,
        team_channels=settings.teams_channels,
        unauthenticated=settings.teams_unauthenticated,
    )
    if config.loopback_only and not settings.loopback:
        raise OpenToAll(settings.host)
    return config


def _announce(app: App, console: Console) -> None:
    """Say who can do what at which address, and which channels are off and why."""
    address = app.settings.address
    roles = app.store.roles.all()
    console.print(f"Rolecall is listening on {address}", markup=False, soft_wrap=True)
    if app.settings.loopback:
        console.print(f"  Recruiters: {address}/", markup=False, soft_wrap=True)
    else:
        link = f"{address}/sign-in/{app.store.sign_ins.issue(now())}"
        console.print(
            f"  Recruiters: sign in once with {link} (15 minutes)", markup=False, soft_wrap=True
        )
    for role in roles:
        console.print(
            f"  Hiring channel of {role.title}: {address}/roles/{role.id}/channel", markup=False
        )
    console.print(
        "  Candidates: by private link only; say “invite NAME” to make one",
        markup=False,
        soft_wrap=True,
    )
    if not roles:
        console.print(
            f"  No role yet: put a brief in {app.settings.seeds}/ or use `rolecall roles add`"
        )
    for channel in channels_on(app.settings):
        console.print(f"  {channel.name}: {channel.state}", markup=False, soft_wrap=True)
    console.print("Stop with Ctrl-C.", markup=False, soft_wrap=True)
