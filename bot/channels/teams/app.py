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

from bot.channels.teams.card import Json
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.dialog_cards import said
from bot.channels.teams.dialog_words import GOES_ON
from bot.channels.teams.dialogs import Dialogs, NothingShown, Shown, is_dialog
from bot.channels.teams.invokes import answer, feedback
from bot.channels.teams.parse import expects_replies, from_teams, parse
from bot.channels.teams.payload import part, string
from bot.channels.teams.presence import moved
from bot.channels.teams.references import CHANNEL, held, left
from bot.channels.teams.render import activities
from bot.channels.teams.thumbs import thumbed
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


def teams_routes(
    config: TeamsConfig,
    turns: Turns,
    shown: Shown | None = None,
    presence: Presence | None = None,
) -> list[Route]:
    """The routes Teams calls. Loads the SDK (half a second)."""
    from bot.channels.teams.edge import Edge

    dialogs = Dialogs(config, turns, shown or NothingShown())
    door = _Door(config, turns, Edge(config), _Beside(dialogs, presence or Unnoted()))
    return [Route(PATH, door.messages, methods=["POST"])]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What there is beside messages: dialogs, and where the bot is."""

    dialogs: Dialogs
    presence: Presence


class _Door:
    """Takes one request at a time from the service."""

    def __init__(self, config: TeamsConfig, turns: Turns, edge: "Edge", beside: _Beside) -> None:
        self._config = config
        self._turns = turns
        self._edge = edge
        self._dialogs = beside.dialogs
        self._presence = beside.presence

    async def messages(self, request: Request) -> Response:
        """Answers 200 or 202 where the activity is kept, 401 where its sender is not known.

        413, 415 and 400 are for a body that is no activity, 503 for one to be sent again.
        """
        from bot.channels.teams.edge import Refused
        from bot.channels.teams.keys import KeysUnreachable

        self._check_peer(request)
        activity = _decoded(await _body(request))
        filled: list[Json] = []

        async def turn() -> Sequence[Json]:
            if is_dialog(activity):
                filled.append(await self._dialog(activity))
            return await self._turn(activity)

        try:
            told = request.headers.get("authorization", "")
            body = await self._edge.receive(told, activity, turn)
        except Refused as refused:
            _log.warning("teams_refused", why=repr(refused.__cause__))
            return Response(status_code=401)
        except KeysUnreachable:
            return Response(status_code=503, headers={"Retry-After": "10"})
        except Exception:
            # Not acknowledged, so that Teams tells the person it did not arrive.
            _log.exception("teams_not_kept")
            return Response(status_code=503, headers={"Retry-After": "10"})
        return JSONResponse(filled[0]) if filled else _answer(activity, body)

    async def _dialog(self, activity: Mapping[str, object]) -> Json:
        """The dialog's answer; where that takes too long for Teams, where it will be told."""
        work = asyncio.create_task(
            asyncio.to_thread(self._dialogs.answer, activity, datetime.now(UTC))
        )
        done, _ = await asyncio.wait({work}, timeout=DIALOG_SECONDS)
        return work.result() if done else said(GOES_ON)

    async def _turn(self, activity: Mapping[str, object]) -> Sequence[Json]:
        thumb = feedback(activity)
        if thumb:
            about = thumbed(activity, thumb, self._config, datetime.now(UTC))
            if about:
                await run_in_threadpool(self._turns.take, about)
            return ()
        change = moved(activity, self._config)
        if change:
            where = part(activity, "conversation")
            _log.info("teams_" + change, conversation=string(where.get("id")))
        if from_teams(activity, self._config):
            await run_in_threadpool(self._whereabouts, activity)
        parsed = parse(activity, self._config, datetime.now(UTC))
        if parsed is None:
            return ()
        incoming, address = parsed
        if expects_replies(activity):
            reply = await run_in_threadpool(self._turns.take, incoming)
            return activities(reply.blocks)
        await run_in_threadpool(self._turns.submit, CHANNEL, incoming, address)
        return ()

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


def _answer(activity: Mapping[str, object], body: Json | None) -> Response:
    if body is not None:
        return JSONResponse(body)
    if activity.get("type") == "invoke":
        return JSONResponse(answer(activity))
    return Response(status_code=202)
