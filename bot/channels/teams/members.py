"""Who is in a channel's team, as Teams itself names them: asked by the way, and never needed."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import requests
import structlog

from bot.channels.teams.access import Access, Answered
from bot.channels.teams.payload import objects, string
from bot.core.errors import RolecallError

MOST = 60
"""For how many people Teams asks for a view of their own."""
PAGE = 100
"""How many people are asked for at once: Teams itself gives 50 at least and 500 at most."""
FRESH, AGAIN = 600.0, 60.0
"""For how many seconds an answer holds, and after how many one that failed is asked for again."""
TIMEOUT = 5.0
CHANNELS = 500
"""Of how many channels the answer is kept."""

_log = structlog.get_logger(__name__)


class Members:
    """The people in channels. Safe to use from several threads; call it outside an event loop."""

    def __init__(self, access: Access, clock: Callable[[], float] = time.monotonic) -> None:
        self._access = access
        self._clock = clock
        self._lock = threading.Lock()
        self._known: OrderedDict[str, tuple[tuple[str, ...], float]] = OrderedDict()

    def of(self, channel: str, service_url: str) -> tuple[str, ...]:
        """The ids of all; none where they are more than `MOST`, or Teams does not tell them."""
        with self._lock:
            known = self._known.get(channel)
        if known and self._clock() < known[1]:
            return known[0]
        found, holds = self._asked(channel, service_url)
        with self._lock:
            self._known[channel] = found, self._clock() + holds
            self._known.move_to_end(channel)
            if len(self._known) > CHANNELS:
                self._known.popitem(last=False)
        return found

    def _asked(self, channel: str, service_url: str) -> tuple[tuple[str, ...], float]:
        found: set[str] = set()
        try:
            for page in self._pages(channel, service_url):
                found |= page
                if len(found) > MOST:
                    return (), FRESH
        except (RolecallError, requests.RequestException, ValueError) as error:
            if isinstance(error, Answered) and error.status == 401:
                self._access.forget()
            _log.warning("teams_members_not_told", channel=channel, why=type(error).__name__)
            return (), AGAIN
        return tuple(sorted(found)), FRESH

    def _pages(self, channel: str, service_url: str) -> Iterator[set[str]]:
        """The pages, as many as `MOST` needs: each but the last may hold a few people only."""
        url = f"{service_url.rstrip('/')}/v3/conversations/{quote(channel, safe='')}/pagedmembers"
        asked: dict[str, str] = {"pageSize": str(PAGE)}
        with requests.Session() as session:
            for _ in range(MOST):
                signed = self._access.signed_session(session)
                told: Any = signed.get(url, params=asked, timeout=TIMEOUT).json()
                if not isinstance(told, dict):
                    raise ValueError("not an object")
                ids = (string(one.get("id")) for one in objects(told.get("members")))
                yield {one for one in ids if one and not one.startswith("28:")}
                more = string(told.get("continuationToken"))
                if not more:
                    return
                asked["continuationToken"] = more
        raise ValueError("no last page")
