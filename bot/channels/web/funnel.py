"""How the screenings of a role go, in figures, each with a bar and words that say the same."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web import render, troubles
from bot.channels.web.guard import visitor
from bot.channels.web.parts import WebParts
from bot.channels.web.replies import team_html
from bot.core.team.funnel_shown import chart_svg, charts, foot, told
from bot.core.wording import funnel as to_team


@dataclass(frozen=True, slots=True)
class FunnelPages:
    """The page under /roles/ID/funnel."""

    parts: WebParts

    def routes(self) -> list[Route]:
        """The page's route."""
        return [Route("/roles/{role}/funnel", self.show, methods=["GET"])]

    def show(self, request: Request) -> Response:
        """The page."""
        if visitor(self.parts, request) is None:
            return troubles.sign_in_needed(request)
        role = self.parts.roles.get(request.path_params["role"])
        if role is None:
            return troubles.lost()
        found = self.parts.funnel(role)
        drawn = [
            (chart, render.drawing(chart_svg(chart, f"chart-{number}")))
            for number, chart in enumerate(charts(found))
        ]
        return team_html(
            "funnel.html",
            role=role,
            several=len(self.parts.roles.all()) > 1,
            charts=drawn,
            foot=foot(found) if found.invited else (),
            told=told,
            about=to_team,
        )
