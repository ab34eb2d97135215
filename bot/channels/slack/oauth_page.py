"""The one page that somebody sees who installs an app: what happened, and the way on."""

from base64 import b64encode
from hashlib import sha256
from html import escape

from starlette.responses import HTMLResponse

from bot.core.wording import installing as words

_STYLE = (
    ":root{color-scheme:light dark;font:1.1rem/1.5 system-ui,sans-serif}"
    "main{max-width:34rem;margin:12vh auto;padding:0 1rem}"
)
_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
_HEADERS = {
    "content-security-policy": (
        f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "cache-control": "no-store",
    # The address of the page holds Slack's code.
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def told(title: str, said: str, status: int = 200, again: str = "") -> HTMLResponse:
    """A page with a title and a paragraph; `again` is where a link to begin again leads."""
    link = f'<p><a href="{escape(again)}">{words.AGAIN}</a></p>' if again else ""
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{_STYLE}</style></head><body><main><h1>{escape(title)}</h1>"
        f"<p>{escape(said)}</p>{link}</main></body></html>"
    )
    return HTMLResponse(page, status, _HEADERS)


def refused(why: str, status: int, again: str) -> HTMLResponse:
    """The page of an installation that came to nothing."""
    return told(words.NOT_INSTALLED, f"{why} {words.BACK}", status, again)
