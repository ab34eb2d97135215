"""A role's hiring channel: what its screenings brought in, newest last."""

from dataclasses import dataclass
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.channels.web import render, troubles
from bot.channels.web.guard import visitor
from bot.channels.web.parts import WebParts
from bot.channels.web.replies import team_html
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
        ]

    def show(self, request: Request) -> Response:
        """The whole page."""
        if visitor(self.parts, request) is None:
            return troubles.sign_in_needed(request)
        role = self.parts.roles.get(request.path_params["role"])
        if role is None:
            return troubles.lost()
        several = len(self.parts.roles.all()) > 1
        return team_html("channel.html", role=role, several=several, posts=self._posts(role))

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
