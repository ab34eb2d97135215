"""Hands a body over to another program by a signed POST request. Follows no redirect."""

import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from bot.ports.delivery import TryAgain, Undeliverable
from bot.webhooks.signing import headers, key_of

TIMEOUT = 10
"""How many seconds the other program has to answer."""
_FOR_NOW = frozenset((408, 425, 429))
_REMEDY = "See why the receiver at ROLECALL_WEBHOOK_URL refuses it (docs/hand-over.md)."


def _now() -> int:
    return int(time.time())


@dataclass(frozen=True)
class Webhook:
    """The receiver at an address; `clock` gives Unix time in whole seconds."""

    url: str
    secret: str = field(repr=False)
    clock: Callable[[], int] = _now

    def tell(self, notice: str, body: bytes) -> None:
        """Hand a body over. Any 2xx is a yes; 408, 425, 429 and 5xx mean later, all else never.

        Raises TryAgain (with the seconds the receiver asks to wait) or Undeliverable.
        """
        signed = headers(key_of(self.secret), notice, self.clock(), body)
        sent = {"content-type": "application/json", "user-agent": "rolecall", **signed}
        try:
            status, told = self._post(body, sent)
        # Without the error's words: they can hold the address, and that a password.
        except (OSError, HTTPException) as error:
            why = type(error).__name__
            raise TryAgain(f"The webhook's receiver could not be reached: {why}.") from None
        if 200 <= status < 300:
            return
        if status in _FOR_NOW or status >= 500:
            raise TryAgain(f"The webhook's receiver answered {status}.", _wait(told))
        refused = Undeliverable(f"The webhook's receiver answered {status}.")
        refused.remedy = _REMEDY
        raise refused

    def _post(self, body: bytes, sent: Mapping[str, str]) -> tuple[int, Mapping[str, str]]:
        """The answer's status and headers; its body is not read."""
        place = urlsplit(self.url)
        connection = _connection(place.scheme, place.hostname or "", place.port)
        try:
            path = f"{place.path or '/'}{f'?{place.query}' if place.query else ''}"
            connection.request("POST", path, body, dict(sent))
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}
        finally:
            connection.close()


def _connection(scheme: str, host: str, port: int | None) -> HTTPConnection:
    if scheme == "https":
        secure = ssl.create_default_context()
        return HTTPSConnection(host, port, timeout=TIMEOUT, context=secure)
    return HTTPConnection(host, port, timeout=TIMEOUT)


def _wait(told: Mapping[str, str]) -> float:
    given = told.get("retry-after", "")
    return float(given) if given.isdecimal() else 0.0
