"""Where the bot's own token comes from: its client secret, or the identity of the machine."""

import time
from collections.abc import Callable

import requests

from bot.channels.teams.config import TeamsConfig
from bot.core.errors import RolecallError

SCOPE = "https://api.botframework.com"
TIMEOUT = 10.0

Told = dict[str, object]


class AccessRefused(RolecallError):
    """The sign-in service gave no token; `why` is its own code, such as "invalid_client"."""

    def __init__(self, status: int, why: str, remedy: str) -> None:
        super().__init__(f"The bot could not sign in to Teams ({status} {why}).")
        self.status = status
        self.why = why
        self.remedy = remedy


def signed_in(config: TeamsConfig) -> tuple[str, float]:
    """A token for the connector, and for how many seconds it lasts.

    Raises AccessRefused, or requests.RequestException where nobody could be asked.
    """
    if config.managed_identity:
        answer, remedy = _by_machine(config), "Is the identity assigned to this machine?"
    else:
        answer = _by_secret(config)
        remedy = "Check ROLECALL_TEAMS_APP_PASSWORD and ROLECALL_TEAMS_TENANT_ID."
    told = _object(answer)
    token = told.get("access_token")
    if answer.status_code != 200 or not isinstance(token, str) or not token:
        raise AccessRefused(answer.status_code, str(told.get("error", "")), remedy)
    return token, _lasts(told, time.time)


def _by_secret(config: TeamsConfig) -> requests.Response:
    return requests.post(
        f"{config.login_url.rstrip('/')}/{config.tenant_id}/oauth2/v2.0/token",
        data={
            "grant_type": "client_credentials",
            "client_id": config.app_id,
            "client_secret": config.app_password,
            "scope": f"{SCOPE}/.default",
        },
        timeout=TIMEOUT,
    )


def _by_machine(config: TeamsConfig) -> requests.Response:
    # App Service and Container Apps name an address and a header of their own; a virtual machine
    # has neither, and answers at an address that is the same on all of them.
    hosted = {"api-version": "2019-08-01"}, {"X-IDENTITY-HEADER": config.identity_header}
    machine = {"api-version": "2018-02-01"}, {"Metadata": "true"}
    query, headers = hosted if config.identity_header else machine
    with requests.Session() as direct:
        direct.trust_env = False  # The address is the machine's own: no proxy knows it.
        return direct.get(
            config.identity_url,
            params={**query, "resource": SCOPE, "client_id": config.app_id},
            headers=headers,
            timeout=TIMEOUT,
        )


def _lasts(told: Told, clock: Callable[[], float]) -> float:
    """Seconds until a token ends: told as such, or as the time of its end, often as a string."""
    lasts = _number(told.get("expires_in"))
    return lasts or max(0.0, _number(told.get("expires_on")) - clock())


def _number(value: object) -> float:
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return float(value)
    return float(value) if isinstance(value, int | float) else 0.0


def _object(answer: requests.Response) -> Told:
    try:
        told = answer.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
