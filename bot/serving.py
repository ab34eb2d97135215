"""Serves the bot: takes the seeds in, says who can do what where, and listens."""

import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from rich.console import Console

from bot.assembly.assemble import App, assemble, new_id, now
from bot.assembly.doors import doors, lines, senders, telling
from bot.assembly.noting import NotingSender
from bot.core.errors import RolecallError
from bot.dialogues.candidates.asking_candidates import answer_by_id
from bot.dialogues.candidates.comparing import of_role
from bot.dialogues.candidates.funnels import funnel_of
from bot.dialogues.candidates.levels import screened_by_id
from bot.dialogues.recruiting.overview import Overview
from bot.settings import Settings
from bot.settings.channels_on import channels_on
from bot.turns.sending import unheard

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.applications import Starlette
    from starlette.routing import BaseRoute

    from bot.operating.counting import Counting
    from bot.turns.adopting import Seat
    from bot.turns.answering import Handler
    from bot.turns.durable import DurableTurns
    from bot.turns.line import Locks

CONNECTION_SECONDS = 2
"""How long a connection may still take to be answered once the turns are let go."""


class CannotListen(RolecallError):
    """The address is taken or not one of this machine."""

    def __init__(self, host: str, port: int, why: str) -> None:
        super().__init__(f"Nothing can listen on {host}, port {port}: {why}.")
        self.remedy = (
            "Stop the program that uses it, or choose another with `rolecall run --port NUMBER`; "
            "an address of this machine is chosen with --host."
        )


def serve(settings: Settings, console: Console) -> None:
    """Serve until stopped. Raises CannotListen, StorageUnavailable or NoPlace before that."""
    from bot.operating.counting import Counting
    from bot.operating.heaps import kept_small
    from bot.operating.logs import Form, start_logging
    from bot.operating.meters import Meters

    listening = _listening(settings.host, settings.port)
    port = listening.getsockname()[1]
    settings = settings.model_copy(update={"port": port})
    start_logging(Form(settings.log or ("plain" if sys.stderr.isatty() else "json")))
    counting = Counting(Meters())
    with (
        kept_small(),
        _assembled(settings, console, counting) as app,
        closing(app.store.seat(settings.program)) as seat,
        closing(app.store.lane_locks()) as locks,
    ):
        turns = turns_of(app, seat, locks)
        # Here, so that a journal that cannot be kept is told plainly, before anything is served.
        turns.start()
        _announce(app, console)
        console.print(f"This program is {seat.name} on its database.", markup=False)
        _listen(app, turns, listening)


def _listen(app: App, turns: "DurableTurns", listening: socket.socket) -> None:
    """Answer requests until a signal; then let the turns go, and end within the time for that."""
    import uvicorn

    from bot.operating.health import Health
    from bot.operating.pages import OperatorPages
    from bot.operating.parts import parts_of, watched
    from bot.operating.stopping import OrderlyServer

    assert app.counting is not None
    meters, settings = app.counting.meters, app.settings
    watched(turns, meters)
    home = None if settings.database.startswith("postgresql") else settings.home
    health = Health(parts_of(app.store, app.ranker, turns, home))
    shown = OperatorPages(
        health,
        meters,
        settings.metrics_token.get_secret_value(),
        settings.metrics_open,
    )
    pages = web(app, turns, shown.routes())
    config = uvicorn.Config(
        pages,
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=CONNECTION_SECONDS,
    )
    try:
        OrderlyServer(config, turns.stop, settings.stop_seconds).run(sockets=[listening])
    finally:
        health.close()


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
def _assembled(settings: Settings, console: Console, counting: "Counting") -> Iterator[App]:
    app = assemble(settings, counting)
    try:
        for unread in app.seeded():
            console.print(str(unread), markup=False, soft_wrap=True)
        yield app
    finally:
        app.close()


def web(app: App, turns: "DurableTurns", more: "Sequence[BaseRoute]" = ()) -> "Starlette":
    """The web application: the pages, the doors of the channels that are on, and `more` routes.

    It stops the turns, which are running, when it ends.
    """
    from starlette.concurrency import run_in_threadpool

    from bot.channels.web.app import web_app
    from bot.channels.web.parts import WebParts
    from bot.operating.warming import Warming

    @asynccontextmanager
    async def running(_: "Starlette") -> "AsyncIterator[None]":
        warming, opened = Warming(app.index, app.ranker.encode), lines(app, turns)
        warming.start()
        try:
            for line in opened:
                await line.open()
            yield
        finally:
            for line in opened:
                await line.close()
            await run_in_threadpool(turns.stop)
            await run_in_threadpool(warming.stop)

    pages = web_app(
        WebParts(
            turns=turns,
            roles=app.store.roles,
            screenings=app.store.screenings,
            records=app.store.records,
            questions=app.store.questions,
            sign_ins=app.store.sign_ins,
            screened=partial(screened_by_id, app.ports),
            ask=partial(answer_by_id, app.ports),
            compare=partial(of_role, app.ports),
            funnel=partial(funnel_of, app.ports),
            hand_over=app.handing_over.by_id,
            clock=now,
            new_id=new_id,
            loopback=app.settings.loopback,
            uploads=app.uploads,
            extra_routes=[*doors(app, turns), *more],
        )
    )
    pages.router.lifespan_context = running
    return pages


def turns_of(app: App, seat: "Seat | None" = None, locks: "Locks | None" = None) -> "DurableTurns":
    """The durable turns of the channels that are on, not started yet; counted where App counts.

    `seat` is this program's place among those that share the database, `locks` what keeps them
    apart within a chat.
    """
    from bot.turns.durable import DurableTurns
    from bot.turns.line import NoLocks
    from bot.turns.parts import Parts
    from bot.turns.parts import Settings as TurnSettings

    settings, store, counting = app.settings, app.store, app.counting
    bot: Handler = app.bot
    ways = senders(settings, store, app.whereabouts, Overview(app.ports))
    if "teams" in ways:
        ways["teams"] = NotingSender(ways["teams"], store.traces.stands, app.mark)
    if counting is not None:
        bot = counting.bot(bot)
        ways = {channel: counting.sender(channel, way) for channel, way in ways.items()}
    parts = Parts(
        bot=bot,
        inbox=store.inbox,
        outbox=store.outbox,
        standings=store.standings,
        senders=ways,
        routes=app.routes,
        tick=app.tick,
        came_back=app.whereabouts.came_back,
        given_up=counting.given_up if counting else unheard,
        seat=seat,
        locks=locks or NoLocks(),
        telling=telling(app),
    )
    return DurableTurns(parts, TurnSettings(settings.database, stop_seconds=settings.stop_seconds))


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
