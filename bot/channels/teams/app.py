"""The incoming half of the Teams channel: POST /teams/messages, checked, kept, acknowledged."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_address
from typing import TYPE_CHECKING

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.teams.access import Access
from bot.channels.teams.activities import replied
from bot.channels.teams.card import Json
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.connector import Connector
from bot.channels.teams.dialog_cards import said
from bot.channels.teams.dialog_words import GOES_ON
from bot.channels.teams.dialogs import Dialogs, Forms, is_dialog
from bot.channels.teams.invokes import answer, feedback
from bot.channels.teams.looking import is_look
from bot.channels.teams.own_views import OwnCards, OwnViews
from bot.channels.teams.parse import expects_replies, from_teams, parse, personal
from bot.channels.teams.payload import part, string
from bot.channels.teams.presence import moved
from bot.channels.teams.references import CHANNEL, held, left
from bot.channels.teams.render import activities
from bot.channels.teams.taking_along import FileIn, TakingAlong, nothing_offered
from bot.channels.teams.thumbs import thumbed
from bot.channels.teams.working import Working
from bot.ports.delivery import Turns
from bot.ports.references import Presence, Unnoted

if TYPE_CHECKING:
    from bot.channels.teams.edge import Edge

PATH = "/teams/messages"

MAX_BODY = 1024 * 1024
"""The most bytes of a request: Teams itself sends at most about a tenth of it."""

DIALOG_SECONDS = 8.0
"""How long a dialog may take: Teams itself waits for 10 to 15 seconds."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Own:
    """What is made for one person: a channel's card as they see it, and files to take along."""

    cards: OwnCards | None = None
    file_in: FileIn = nothing_offered


NOTHING_OWN = Own()


def teams_routes(
    config: TeamsConfig,
    turns: Turns,
    forms: Forms | None = None,
    presence: Presence | None = None,
    own: Own = NOTHING_OWN,
) -> list[Route]:
    """The routes Teams calls. Loads the SDK (half a second)."""
    from bot.channels.teams.edge import Edge

    dialogs = Dialogs(config, turns, forms)
    connector = Connector(config, Access(config))
    beside = _Beside(
        dialogs,
        presence or Unnoted(),
        OwnViews(config, own.cards),
        Working(connector),
        TakingAlong(config, connector, own.file_in),
    )
    door = _Door(config, turns, Edge(config), beside)
    return [Route(PATH, door.messages, methods=["POST"])]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What there is beside messages.

    Dialogs, where the bot is, who sees which card, “typing”, and files to take along.
    """

    dialogs: Dialogs
    presence: Presence
    own_views: OwnViews
    working: Working
    taking_along: TakingAlong


class _Door:
    """Takes one request at a time from the service."""

    def __init__(self, config: TeamsConfig, turns: Turns, edge: "Edge", beside: _Beside) -> None:
        self._config = config
        self._turns = turns
        self._edge = edge
        self._dialogs = beside.dialogs
        self._presence = beside.presence
        self._own_views = beside.own_views
        self._working = beside.working
        self._taking_along = beside.taking_along

    async def messages(self, request: Request) -> Response:
        """Answers 200 or 202 where the activity is kept, 401 where its sender is not known.

        413, 415 and 400 are for a body that is no activity, 503 for one to be sent again.
        """
        from bot.channels.teams.edge import Refused
        from bot.channels.teams.keys import KeysUnreachable

        self._check_peer(request)
        activity = _decoded(await _body(request))
        answers: list[Json] = []

        async def turn() -> None:
            found = await self._answer(activity)
            answers.extend([found] if found is not None else [])

        try:
            told = request.headers.get("authorization", "")
            await self._edge.receive(told, activity, turn)
        except Refused as refused:
            _log.warning("teams_refused", why=repr(refused.__cause__))
            return Response(status_code=401)
        except KeysUnreachable:
            return Response(status_code=503, headers={"Retry-After": "10"})
        except Exception:
            # Not acknowledged, so that Teams tells the person it did not arrive.
            _log.exception("teams_not_kept")
            return Response(status_code=503, headers={"Retry-After": "10"})
        return JSONResponse(answers[0]) if answers else Response(status_code=202)

    async def _answer(self, activity: Mapping[str, object]) -> Json | None:
        """The body that an activity is answered with, once what it says is kept; None for none."""
        if is_look(activity):
            return await self._own_views.answer(activity)
        shown = await self._dialog(activity) if is_dialog(activity) else None
        replies = await run_in_threadpool(self._turn, activity)
        if activity.get("type") == "invoke":
            return answer(activity) if shown is None else shown
        if expects_replies(activity):
            return {"activities": [replied(reply, activity) for reply in replies]}
        return None

    async def _dialog(self, activity: Mapping[str, object]) -> Json:
        """The dialog's answer; where that takes too long for Teams, where it will be told."""
        work = asyncio.create_task(
            asyncio.to_thread(self._dialogs.answer, activity, datetime.now(UTC))
        )
        done, _ = await asyncio.wait({work}, timeout=DIALOG_SECONDS)
        return work.result() if done else said(GOES_ON)

    def _turn(self, activity: Mapping[str, object]) -> Sequence[Json]:
        """Keeps what an activity says; the replies, where they are asked for in the response.

        Writes to the database: it is called outside the event loop, once for an activity.
        """
        if self._thumbed(activity) or self._taking_along.answered(activity):
            return ()
        change = moved(activity, self._config)
        if change:
            where = part(activity, "conversation")
            _log.info("teams_" + change, conversation=string(where.get("id")))
        if from_teams(activity, self._config):
            self._whereabouts(activity)
        parsed = parse(activity, self._config, datetime.now(UTC))
        if parsed is None:
            return ()
        incoming, address = parsed
        if expects_replies(activity):
            return activities(self._turns.take(incoming).blocks)
        if personal(activity) and activity.get("type") == "message":
            self._working.show(address)
        self._turns.submit(CHANNEL, incoming, address)
        return ()

    def _thumbed(self, activity: Mapping[str, object]) -> bool:
        """Whether it is a thumb under an answer, which is kept then."""
        thumb = feedback(activity)
        about = thumbed(activity, thumb, self._config, datetime.now(UTC)) if thumb else None
        if about:
            self._turns.take(about)
        return thumb is not None

    def _whereabouts(self, activity: Mapping[str, object]) -> None:
        gone = left(activity, self._config)
        if gone:
            self._presence.gone(CHANNEL, gone)
        for reference in held(activity, self._config):
            self._presence.here(reference)

    def _check_peer(self, request: Request) -> None:
        if self._config.loopback_only and not _is_loopback(request):
            raise HTTPException(403)


def _is_loopback(request: Request) -> bool:
    try:
        return ip_address(request.client.host if request.client else "").is_loopback
    except ValueError:
        return False


async def _body(request: Request) -> bytes:
    """The body, read no further than the limit."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        # Also keeps a web page from sending one unasked: browsers ask first for this type.
        raise HTTPException(415)
    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > MAX_BODY:
            raise HTTPException(413)
    return bytes(received)


def _decoded(body: bytes) -> Mapping[str, object]:
    try:
        activity = json.loads(body)
    except (ValueError, RecursionError):
        raise HTTPException(400) from None
    if not isinstance(activity, dict):
        raise HTTPException(400)
    return activity
