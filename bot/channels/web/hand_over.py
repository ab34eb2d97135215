"""One screening as a file to keep: JSON, CSV or Markdown."""

from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.web import troubles
from bot.channels.web.guard import visitor
from bot.channels.web.parts import WebParts
from bot.core.errors import UnknownRole, UnknownScreening
from bot.core.team.hand_over_files import FILES

_KINDS = {"json": "application/json", "csv": "text/csv", "md": "text/markdown"}
_MARK = {"csv": "\ufeff"}
"""What spreadsheets look for at the beginning of a file in UTF-8."""


@dataclass(frozen=True, slots=True)
class HandOverPages:
    """The files under /screenings/ID/export."""

    parts: WebParts

    def routes(self) -> list[Route]:
        """The files' route."""
        return [Route("/screenings/{screening}/export.{form}", self.give, methods=["GET"])]

    def give(self, request: Request) -> Response:
        """The file; the summary's page for whoever is to rate before they see the levels."""
        seen = visitor(self.parts, request)
        if seen is None:
            return troubles.sign_in_needed(request)
        form, screening = request.path_params["form"], request.path_params["screening"]
        if form not in FILES:
            return troubles.lost()
        try:
            if self.parts.screened(screening, seen.name).hidden:
                return RedirectResponse(f"/screenings/{quote(screening)}", 303)
            handed = self.parts.hand_over(screening)
        except (UnknownScreening, UnknownRole):
            return troubles.lost()
        name = f"{handed.summary.pseudonym.replace(' ', '-')}.{form}"
        return Response(
            _MARK.get(form, "") + FILES[form]((handed,)),
            media_type=f"{_KINDS[form]}; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
