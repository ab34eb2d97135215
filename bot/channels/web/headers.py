"""The headers every response carries: nothing is framed, cached, indexed or loaded from outside."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

_ALWAYS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

_DEFAULTS = {"Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}


def secure(headers: MutableHeaders, *, lasting: bool = False) -> None:
    """Add the headers; a page's own Referrer-Policy or Cache-Control stays.

    `lasting` marks a static file: a page asks for it under the hash of its content.
    """
    headers.update(_ALWAYS)
    if lasting:
        headers["Cache-Control"] = "public, max-age=31536000, immutable"
    for name, value in _DEFAULTS.items():
        headers.setdefault(name, value)


class SecureHeaders:
    """Adds the headers to each response."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        static = scope["path"].startswith("/static/")

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                lasting = static and message["status"] == 200
                secure(MutableHeaders(scope=message), lasting=lasting)
            await send(message)

        await self._app(scope, receive, with_headers)
