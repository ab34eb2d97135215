"""Who may see a page and whose form is taken: pure checks of a request's head."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.requests import Request

from bot.channels.web import words
from bot.channels.web.parts import WebParts

COOKIE = "rolecall"
"""The cookie that holds a session's secret."""

_PROXIED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody of the hiring team: `key` names their chats, `name` goes with what they sign."""

    key: str
    name: str


def visitor(parts: WebParts, request: Request) -> Visitor | None:
    """Who of the hiring team this is: a valid session, or whoever sits at this machine."""
    secret = request.cookies.get(COOKIE, "")
    name = parts.sign_ins.name(secret, parts.clock()) if secret else None
    if name is not None:
        # The chat's name is kept in the database; the secret must not be.
        key = sha256(f"visitor {secret}".encode()).hexdigest()[:16]
        return Visitor(key, name or words.signed_in_person(key[:6]))
    peer = request.client.host if request.client else ""
    if parts.loopback and at_this_machine(peer, request.headers):
        return Visitor("local", words.LOCAL_PERSON)
    return None


def at_this_machine(peer: str, headers: Mapping[str, str]) -> bool:
    """Whether a request comes from this machine and was meant for it.

    The name in Host must be a loopback name too: a foreign page can point its own name here (DNS
    rebinding). What a proxy passed on comes from anywhere.
    """
    if any(name in headers for name in _PROXIED):
        return False
    return _is_loopback(peer) and _is_loopback(host_name(headers.get("host", "")))


def host_name(host: str) -> str:
    """The name in a Host header, without the port; "" where there is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_loopback(name: str) -> bool:
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def from_here(headers: Mapping[str, str], *, secret_path: bool = False) -> bool:
    """Whether a form was sent by one of our own pages (or by no browser at all).

    `secret_path` marks pages whose address only their owner knows. They are sent with
    `Referrer-Policy: no-referrer`, under which browsers write `Origin: null` on a form.
    """
    site = headers.get("sec-fetch-site", "")
    if site not in ("", "same-origin", "none"):
        return False
    origin = headers.get("origin")
    if origin is None:
        return True
    if origin == "null":
        return secret_path or site == "same-origin"
    return urlsplit(origin).netloc.casefold() == headers.get("host", "").casefold()
