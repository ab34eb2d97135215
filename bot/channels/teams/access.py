"""The bot's own access to the service that delivers its messages: its token, and its refusals."""

import threading
import time
from collections.abc import Callable

import requests

from bot.channels.teams.config import TeamsConfig
from bot.core.errors import RolecallError

SCOPE = "https://api.botframework.com"
TIMEOUT = 10.0
EARLY = 120.0
"""How many seconds before its end a token is replaced."""


class AccessRefused(RolecallError):
    """The sign-in service gave no token; `why` is its own code, such as "invalid_client"."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(f"The bot could not sign in to Teams ({status} {why}).")
        self.status = status
        self.why = why
        self.remedy = "Check ROLECALL_TEAMS_APP_PASSWORD and ROLECALL_TEAMS_TENANT_ID."


class Answered(RolecallError):
    """The service answered a post with an error: its `status`, and how long to wait, in seconds."""

    def __init__(self, status: int, after: float) -> None:
        super().__init__(f"Teams answered {status}.")
        self.status = status
        self.after = after


class Access:
    """Signs requests with the bot's token.

    The SDK signs in anew for every message and asks a discovery service each time; this asks once
    an hour. Safe to use from several threads.
    """

    def __init__(self, config: TeamsConfig, clock: Callable[[], float] = time.monotonic) -> None:
        self._config = config
        self._clock = clock
        self._lock = threading.Lock()
        self._token = ""
        self._ends = float("-inf")

    def signed_session(self, session: requests.Session | None = None) -> requests.Session:
        """The session, with the token in its headers; called by the SDK before each request.

        Raises AccessRefused, or requests.RequestException where the service is out of reach.
        """
        signed = session or requests.Session()
        # Seen here because the SDK trips over an error page that is not JSON before it has looked
        # at the status, so that 403 and 502 could not be told apart.
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
                self._token, lasts = self._fetched()
                self._ends = self._clock() + lasts
            return self._token

    def _fetched(self) -> tuple[str, float]:
        url = f"{self._config.login_url.rstrip('/')}/{self._config.tenant_id}/oauth2/v2.0/token"
        answer = requests.post(
            url,
            data={
                "grant_type": "client_credentials",
                "client_id": self._config.app_id,
                "client_secret": self._config.app_password,
                "scope": f"{SCOPE}/.default",
            },
            timeout=TIMEOUT,
        )
        told = _object(answer)
        token, lasts = told.get("access_token"), told.get("expires_in")
        if answer.status_code != 200 or not isinstance(token, str) or not token:
            raise AccessRefused(answer.status_code, str(told.get("error", "")))
        return token, float(lasts) if isinstance(lasts, int | float) else 0.0


def _checked(answer: requests.Response, **_: object) -> requests.Response:
    if answer.status_code >= 400:
        told = answer.headers.get("Retry-After", "")
        after = float(told) if told.isascii() and told.isdigit() else 0.0
        answer.close()  # Nobody else does, where a hook raises.
        raise Answered(answer.status_code, after)
    return answer


def _object(answer: requests.Response) -> dict[str, object]:
    try:
        told = answer.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
