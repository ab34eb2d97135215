"""The recruiter's page: choose a role, and talk with the bot about it."""

from dataclasses import dataclass
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web import chats, troubles, words
from bot.channels.web.guard import Visitor, from_here, visitor
from bot.channels.web.parse import Chat, Said, incoming, said, team_chat
from bot.channels.web.parts import WebParts
from bot.channels.web.replies import team_html
from bot.core.errors import RolecallError
from bot.core.roles import Role
from bot.core.wording import general, recruiting
from bot.ports import Exchange

LISTED = 12
"""How many screenings the page lists, newest first."""


@dataclass(frozen=True, slots=True)
class TeamPages:
    """The page at /, for the hiring team."""

    parts: WebParts

    def routes(self) -> list[Route]:
        """The page's routes."""
        return [
            Route("/", self.show, methods=["GET"]),
            Route("/", self.say, methods=["POST"]),
        ]

    def show(self, request: Request) -> Response:
        """The chat about one role; the list of roles where none is chosen and there are several."""
        seen = visitor(self.parts, request)
        if seen is None:
            return troubles.sign_in_needed(request)
        if "role" not in request.query_params and len(self.parts.roles.all()) != 1:
            return team_html("roles.html", roles=self.parts.roles.all(), no_roles=general.NO_ROLES)
        role = self._role(request)
        if role is None:
            return troubles.lost()
        chat = _chat(seen, role)
        chats.catch_up(self.parts, chat)
        return chats.download(self.parts, chat, request) or self._page(seen, role)

    async def say(self, request: Request) -> Response:
        """Take a message in, and show what the bot says to it."""
        if not from_here(request.headers):
            return troubles.foreign()
        message = said(await chats.fields(request), self.parts.new_id())
        path = f"{request.url.path}?{request.url.query}"
        return await troubles.keeping(message, path, partial(self._say, request, message))

    def _say(self, request: Request, message: Said) -> Response:
        seen = visitor(self.parts, request)
        if seen is None:
            return troubles.sign_in_needed(request, message.text)
        role = self._role(request)
        if role is None:
            return troubles.lost()
        chat = _chat(seen, role)
        at = self.parts.clock()
        reply = self.parts.turns.take(incoming(chat, message, at))
        if chats.wants_part(request):
            return chats.part(chat, Exchange(message.text, at, reply), self.parts.new_id())
        return self._page(seen, role, message.draft) if message.draft else chats.redirect(chat)

    def _role(self, request: Request) -> Role | None:
        wanted = request.query_params.get("role", "")
        if wanted:
            return self.parts.roles.get(wanted)
        roles = self.parts.roles.all()
        return roles[0] if len(roles) == 1 else None

    def _page(self, seen: Visitor, role: Role, draft: str = "") -> Response:
        chat = _chat(seen, role)
        entries = self.parts.screenings.entries(role.id, newest=LISTED)
        return team_html(
            "team.html",
            role=role,
            several=len(self.parts.roles.all()) > 1,
            log=chats.shown(self.parts, chat),
            action=chat.path,
            next_id=self.parts.new_id(),
            draft=draft,
            entries=[(entry, self._standing(entry.id)) for entry in reversed(entries)],
        )

    def _standing(self, screening: str) -> str:
        """Where a screening stands; one whose log cannot be read does not take the page away."""
        try:
            return recruiting.standing(self.parts.screenings.state(screening), self.parts.clock())
        except RolecallError:
            return words.LOG_UNREADABLE


def _chat(seen: Visitor, role: Role) -> Chat:
    return team_chat(seen.key, seen.name, role.id)
