"""The service that carries what the bot says: posts to it, replaces in it, and reads its refusals.

Two addresses of the Bot Connector, called directly: the SDK makes a client, a connection and an
event loop for each post, which takes longer than all the rest of an answer.
"""

import json
from urllib.parse import quote

import requests
from requests.adapters import HTTPAdapter

from bot.channels.teams.access import Access, Answered
from bot.channels.teams.activities import addressed
from bot.channels.teams.card import Json
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.payload import string
from bot.channels.teams.sign_in import AccessRefused
from bot.ports.delivery import Address, NotThere, TryAgain, Undeliverable

TIMEOUT = 10
"""Seconds one post may take."""

CONNECTIONS = 16
"""How many connections are kept open to a host."""

_JSON = {"Content-Type": "application/json; charset=utf-8"}
_FOR_NOW = {401, 408, 412, 425, 429}
"""Refusals that pass by themselves, beside every 5xx."""


class Connector:
    """Says things in Teams. Safe to use from several threads; call it outside an event loop."""

    def __init__(self, config: TeamsConfig, access: Access) -> None:
        self._config = config
        self._access = access
        # Shared, so that connections are kept between posts; whether and when to try again is the
        # turns' matter, not that of a hidden loop here.
        self._connections = HTTPAdapter(pool_maxsize=CONNECTIONS, max_retries=0)

    def post(self, address: Address, activity: Json) -> str:
        """Posts an activity; its id, or "" where Teams does not tell it.

        Raises TryAgain or Undeliverable.
        """
        said = addressed(activity, address, self._config)
        above = address.get("reply_to")
        answer = self._told("POST", said, f"/{quote(above, safe='')}" if above else "")
        try:
            told = answer.json()
        except ValueError:
            return ""  # It was accepted: only the acknowledgement could not be read.
        return string(told.get("id")) if isinstance(told, dict) else ""

    def replace(self, standing: Address, activity: Json) -> None:
        """Puts an activity in the place of one that was posted; nothing happens where it is gone.

        Raises TryAgain or Undeliverable.
        """
        number = standing["activity"]
        said = {**addressed(activity, standing, self._config), "id": number}
        try:
            self._told("PUT", said, f"/{quote(number, safe='')}")
        except NotThere as error:
            if not isinstance(error.__cause__, Answered) or error.__cause__.status != 404:
                raise

    def _told(self, method: str, said: Json, below: str) -> requests.Response:
        """Raises TryAgain or Undeliverable."""
        conversation = said["conversation"]
        place = string(conversation.get("id")) if isinstance(conversation, dict) else ""
        service = string(said["serviceUrl"]).rstrip("/")
        url = f"{service}/v3/conversations/{quote(place, safe='')}/activities{below}"
        body = json.dumps(said).encode()
        try:
            return self._session().request(method, url, data=body, headers=_JSON, timeout=TIMEOUT)
        except Answered as answered:
            raise self._failure(answered) from answered
        except (AccessRefused, requests.RequestException) as error:
            raise TryAgain(f"Teams could not be reached: {error}") from error

    def _session(self) -> requests.Session:
        session = requests.Session()
        for scheme in ("https://", "http://"):
            session.mount(scheme, self._connections)
        return self._access.signed_session(session)

    def _failure(self, answered: Answered) -> TryAgain | Undeliverable:
        if answered.status == 401:
            self._access.forget()
        if answered.status in _FOR_NOW or answered.status >= 500:
            return TryAgain(str(answered), answered.after)
        refused = NotThere if answered.status in (403, 404) else Undeliverable
        return refused(f"{answered} This cannot be delivered.")
