"""Candidates of a role side by side: requirement by requirement, in words, in nobody's order."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web import troubles
from bot.channels.web.guard import visitor
from bot.channels.web.parts import WebParts
from bot.channels.web.replies import team_html
from bot.core.roles import Role
from bot.core.wording import candidates as to_team

LONGEST = 200
"""How many characters of a requirement's words are looked at."""


@dataclass(frozen=True, slots=True)
class ComparePages:
    """The page under /roles/ID/compare."""

    parts: WebParts

    def routes(self) -> list[Route]:
        """The page's route."""
        return [Route("/roles/{role}/compare", self.show, methods=["GET"])]

    def show(self, request: Request) -> Response:
        """The table: of everybody who finished, or of those that are chosen."""
        seen = visitor(self.parts, request)
        if seen is None:
            return troubles.sign_in_needed(request)
        role = self.parts.roles.get(request.path_params["role"])
        if role is None:
            return troubles.lost()
        chosen = frozenset(request.query_params.getlist("with"))
        on = " ".join(request.query_params.get("on", "")[:LONGEST].split())
        return self._page(role, chosen, on, seen.name)

    def _page(self, role: Role, chosen: frozenset[str], on: str, person: str) -> Response:
        entries = self.parts.screenings.entries(role.id)
        known = frozenset(entry.id for entry in entries) & chosen
        found = self.parts.compare(role.id, sorted(known), on, person)
        shown = frozenset(one.summary.screening for one in found.people) if found else frozenset()
        return team_html(
            "compare.html",
            role=role,
            several=len(self.parts.roles.all()) > 1,
            found=found,
            shown=shown,
            entries=entries,
            on=on,
            about=to_team,
        )
