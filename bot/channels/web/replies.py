"""HTML responses, and what a page says about where its address may be told."""

from starlette.responses import HTMLResponse

from bot.channels.web import render

TEAM_POLICY = {"Referrer-Policy": "same-origin"}
"""For pages without a secret in their address: under `no-referrer`, which is the default here,
browsers say `Origin: null` when a form is sent, and nobody could tell our form from another's."""


def html(template: str, status: int = 200, **values: object) -> HTMLResponse:
    """A page whose address is told to nobody."""
    return HTMLResponse(render.page(template, **values), status)


def team_html(template: str, **values: object) -> HTMLResponse:
    """A page of the hiring team, whose address holds no secret."""
    return HTMLResponse(render.page(template, **values), headers=TEAM_POLICY)
