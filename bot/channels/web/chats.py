"""What both chats share: reading a form, and answering it as a part of a page or by a redirect."""

from collections.abc import Mapping
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.channels.web import render
from bot.channels.web.parse import Chat, later_visit
from bot.channels.web.parts import WebParts
from bot.ports import Exchange, file_offered

PART = "rolecall-part"
"""The request header by which the page's script asks for the new exchange alone."""

NEXT_ID = "rolecall-next-id"
"""The response header that gives the script the next message's id."""

OVER = "rolecall-over"
"""The response header that tells the script that nothing more can be said."""


async def fields(request: Request, most: int = 10) -> Mapping[str, str]:
    """The form's fields, at most so many; a file is no field here."""
    form = await request.form(max_files=0, max_fields=most)
    return {name: value for name, value in form.items() if isinstance(value, str)}


def wants_part(request: Request) -> bool:
    """Whether the page's script asks, which shows the new exchange itself."""
    return PART in request.headers


def shown(parts: WebParts, chat: Chat) -> list[str]:
    """The chat so far, as HTML, one piece for each exchange."""
    exchanges = parts.records.transcript(chat.conversation)
    last = len(exchanges) - 1
    return [
        render.exchange(said, last=at == last, chat=chat.path) for at, said in enumerate(exchanges)
    ]


def download(parts: WebParts, chat: Chat, request: Request) -> Response | None:
    """The file of this chat that a page's address asks for; None where it asks for none."""
    name = request.query_params.get("file", "")
    found = file_offered(parts.records, chat.conversation, name) if name else None
    if found is None:
        return None
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name)}"}
    return Response(found.text, media_type=f"{found.media_type}; charset=utf-8", headers=headers)


def catch_up(parts: WebParts, chat: Chat) -> None:
    """Let the bot tell what has waited for this chat since the last visit."""
    waiting = parts.records.news(chat.conversation)
    if waiting:
        parts.turns.take(later_visit(chat, waiting[0].id, parts.clock()))


def part(chat: Chat, exchange: Exchange, next_id: str) -> Response:
    """The new exchange alone, for the script; without a next id the chat is over."""
    drawn = render.exchange(exchange, last=bool(next_id), chat=chat.path)
    headers = {NEXT_ID: next_id} if next_id else {OVER: "yes"}
    return HTMLResponse(drawn, headers=headers)


def redirect(chat: Chat) -> Response:
    """Back to the chat's page, to its last exchange, so that a reload sends nothing again."""
    return RedirectResponse(f"{chat.path}#latest", 303)
