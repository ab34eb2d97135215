"""A candidate's private chat, behind a link that only they have."""

from dataclasses import dataclass, replace
from functools import partial

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.web import chats, render, troubles, words
from bot.channels.web.guard import from_here
from bot.channels.web.parse import Chat, Said, candidate_chat, first_visit, incoming, said
from bot.channels.web.parts import WebParts
from bot.channels.web.replies import html
from bot.core.messages import Reply
from bot.ports import Exchange


@dataclass(frozen=True, slots=True)
class CandidatePages:
    """The pages under /c/. The link's token is never logged, never in a title or a referrer."""

    parts: WebParts

    def routes(self) -> list[Route]:
        """The pages' routes."""
        return [
            Route("/c/{token}", self.show, methods=["GET"]),
            Route("/c/{token}", self.say, methods=["POST"]),
            Route("/c/{token}/file", self.hand_in, methods=["POST"]),
        ]

    def show(self, request: Request) -> Response:
        """The chat so far; on the first visit, the notice; later, first what came since."""
        chat = self._chat(request)
        if chat is None:
            return troubles.dead_link()
        if not self.parts.records.transcript(chat.conversation):
            self.parts.turns.take(first_visit(chat, self.parts.clock()))
        chats.catch_up(self.parts, chat)
        return chats.download(self.parts, chat, request) or self._page(chat)

    async def say(self, request: Request) -> Response:
        """Take a message in, and show what the bot says to it."""
        if not from_here(request.headers, secret_path=True):
            return troubles.foreign()
        message = said(await chats.fields(request), self.parts.new_id())
        work = partial(self._say, request, message)
        return await troubles.keeping(message, request.url.path, work)

    async def hand_in(self, request: Request) -> Response:
        """Take a file in, and show what the bot read in it."""
        if not from_here(request.headers, secret_path=True):
            return troubles.foreign()
        async with request.form(max_files=1, max_fields=5) as form:
            identity, file = form.get("id"), form.get("file")
            given = {"id": identity} if isinstance(identity, str) else {}
            message, handed = said(given, self.parts.new_id()), await _handed(file)
        path = request.url.path.removesuffix("/file")
        if handed is None:
            return RedirectResponse(path, 303)
        work = partial(self._hand_in, request, message, handed)
        return await troubles.keeping(message, path, work)

    def _hand_in(self, request: Request, message: Said, handed: tuple[str, str, bytes]) -> Response:
        chat = self._chat(request)
        if chat is None:
            return troubles.dead_link()
        came = incoming(chat, message, self.parts.clock())
        with self.parts.uploads.held(came.id, *handed) as attachment:
            self.parts.turns.take(replace(came, files=1, attachment=attachment))
        return chats.redirect(chat)

    def _say(self, request: Request, message: Said) -> Response:
        chat = self._chat(request)
        if chat is None:
            return troubles.dead_link(message.text)
        at = self.parts.clock()
        reply = self.parts.turns.take(incoming(chat, message, at))
        # The message may have been “erase my data”: then the link is dead from here on.
        alive = self._chat(request) is not None
        next_id = self.parts.new_id() if alive else ""
        if chats.wants_part(request):
            return chats.part(chat, Exchange(message.text, at, reply), next_id)
        if not alive:
            return _over(reply)
        return self._page(chat, message.draft) if message.draft else chats.redirect(chat)

    def _chat(self, request: Request) -> Chat | None:
        token = request.path_params["token"]
        screening = self.parts.screenings.by_token(token, self.parts.clock())
        return candidate_chat(screening, token) if screening else None

    def _page(self, chat: Chat, draft: str = "") -> Response:
        return html(
            "candidate.html",
            role=self._role_title(chat.screening),
            log=chats.shown(self.parts, chat),
            action=chat.path,
            next_id=self.parts.new_id(),
            draft=draft,
            hands_in=self.parts.screenings.state(chat.screening).open,
            file_id=self.parts.new_id(),
        )

    def _role_title(self, screening: str) -> str:
        role = self.parts.roles.get(self.parts.screenings.state(screening).role)
        return role.title if role else words.CANDIDATE_TITLE


def _over(reply: Reply) -> Response:
    return html("over.html", said=render.blocks(reply.blocks))


async def _handed(file: object) -> tuple[str, str, bytes] | None:
    """A file's name, media type and bytes; None where none was chosen."""
    if not isinstance(file, UploadFile) or not file.filename:
        return None
    return file.filename, file.content_type or "", await file.read()
