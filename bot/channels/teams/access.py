"""The bot's own access to the service that delivers its messages: its token, and its refusals."""

import threading
import time
from collections.abc import Callable

import requests

from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.sign_in import signed_in
from bot.core.errors import RolecallError

EARLY = 120.0
"""How many seconds before its end a token is replaced."""


class Answered(RolecallError):
    """The service answered a post with an error: its `status`, and how long to wait, in seconds."""

    def __init__(self, status: int, after: float) -> None:
        super().__init__(f"Teams answered {status}.")
        self.status = status
        self.after = after


class Access:
    """Signs requests with the bot's token.

    It signs in once an hour. Safe to use from several threads.
    """

    def __init__(self, config: TeamsConfig, clock: Callable[[], float] = time.monotonic) -> None:
        self._config = config
        self._clock = clock
        self._lock = threading.Lock()
        self._token = ""
        self._ends = float("-inf")

    def signed_session(self, session: requests.Session | None = None) -> requests.Session:
        """The session, with the token in its headers, for one request.

        Raises AccessRefused, or requests.RequestException where the service is out of reach.
        """
        signed = session or requests.Session()
        signed.hooks["response"] = [_checked]
        if self._config.loopback_only:
            signed.headers.pop("Authorization", None)
        else:
            signed.headers["Authorization"] = f"Bearer {self._valid()}"
        return signed

    def forget(self) -> None:
        """Drops the token, after the service refused it."""
        with self._lock:
            self._ends = float("-inf")

    def _valid(self) -> str:
        with self._lock:
            if self._clock() >= self._ends - EARLY:
                self._token, lasts = signed_in(self._config)
                self._ends = self._clock() + lasts
            return self._token


def _checked(answer: requests.Response, **_: object) -> requests.Response:
    if answer.status_code >= 400:
        told = answer.headers.get("Retry-After", "")
        after = float(told) if told.isascii() and told.isdigit() else 0.0
        answer.close()  # Nobody else does, where a hook raises.
        raise Answered(answer.status_code, after)
    return answer
