"""A role's hiring channel: the questions that wait, and what its screenings brought in."""

from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.channels.web import chats, render, troubles
from bot.channels.web.guard import Visitor, from_here, visitor
from bot.channels.web.parse import Said, answering, incoming, team_chat
from bot.channels.web.parts import WebParts
from bot.channels.web.replies import team_html
from bot.core.answering.questions import ANSWER_LENGTH
from bot.core.messages import Block
from bot.core.roles import Role


@dataclass(frozen=True, slots=True)
class ChannelPages:
    """The page under /roles/ID/channel, and its posts alone for the page's script."""

    parts: WebParts

    def routes(self) -> list[Route]:
        """The page's routes."""
        return [
            Route("/roles/{role}/channel", self.show, methods=["GET"]),
            Route("/roles/{role}/channel/posts", self.posts, methods=["GET"]),
            Route("/roles/{role}/channel/answers/{number:int}", self.answer, methods=["POST"]),
            Route("/roles/{role}/channel/answers/{number:int}", self.back, methods=["GET"]),
        ]

    def show(self, request: Request) -> Response:
        """The whole page."""
        if visitor(self.parts, request) is None:
            return troubles.sign_in_needed(request)
        role = self.parts.roles.get(request.path_params["role"])
        return self._page(role) if role else troubles.lost()

    def back(self, request: Request) -> Response:
        """The page, for somebody who opens the address of an answered form again."""
        return RedirectResponse(f"/roles/{quote(request.path_params['role'])}/channel", 303)

    async def answer(self, request: Request) -> Response:
        """Take the answer to a question in, and show what the bot says to it."""
        if not from_here(request.headers):
            return troubles.foreign()
        fields = await chats.fields(request)
        message = answering(request.path_params["number"], fields, self.parts.new_id())
        # Where it fails, the words go to the team's chat, as the command they are.
        path = team_chat("", "", request.path_params["role"]).path
        return await troubles.keeping(message, path, partial(self._answer, request, message))

    def _answer(self, request: Request, message: Said) -> Response:
        seen = visitor(self.parts, request)
        if seen is None:
            return troubles.sign_in_needed(request, message.text)
        role = self.parts.roles.get(request.path_params["role"])
        if role is None:
            return troubles.lost()
        return self._page(role, self._said(seen, role, message))

    def _said(self, seen: Visitor, role: Role, message: Said) -> tuple[Block, ...]:
        chat = team_chat(seen.key, seen.name, role.id)
        return self.parts.turns.take(incoming(chat, message, self.parts.clock())).blocks

    def _page(self, role: Role, said: tuple[Block, ...] = ()) -> Response:
        waiting = [one for one in self.parts.questions.of(role.id) if one.open]
        return team_html(
            "channel.html",
            role=role,
            several=len(self.parts.roles.all()) > 1,
            posts=self._posts(role),
            waiting=[(one, self.parts.new_id()) for one in waiting],
            said=render.blocks(said),
            longest=ANSWER_LENGTH,
        )

    def posts(self, request: Request) -> Response:
        """The posts alone; 304 where they are what the script has already."""
        if visitor(self.parts, request) is None:
            return Response(status_code=403)
        role = self.parts.roles.get(request.path_params["role"])
        if role is None:
            return Response(status_code=404)
        drawn = self._posts(role)
        tag = f'"{sha256(drawn.encode()).hexdigest()[:24]}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag})
        return HTMLResponse(drawn, headers={"ETag": tag})

    def _posts(self, role: Role) -> str:
        return render.posts(self.parts.records.posts(role.id))
