"""Who is a recruiter: people named one by one, the members of user groups, the admins."""

import logging
import time
from collections.abc import Callable
from http.client import HTTPException
from threading import Lock
from typing import TypeVar

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.channels.slack.config import ADMINS, SlackConfig

TIMEOUT = 2
"""Seconds: the request of a person waits for it, and Slack waits three for the request."""
FRESH = 300.0
"""How many seconds what Slack said is believed, so long may somebody who left a group go on."""
LARGEST = 10_000

Known = TypeVar("Known")
_log = logging.getLogger(__name__)


class Recruiters:
    """The recruiters of a workspace, asked of Slack where groups (S…) or admins are named.

    Where Slack does not say, nobody is one who is not named by their own id.
    """

    def __init__(self, config: SlackConfig, clock: Callable[[], float] = time.monotonic) -> None:
        self._named = config.recruiters
        self._groups = sorted(name for name in config.recruiters if name.startswith("S"))
        self._clock = clock
        self._client = WebClient(
            config.bot_token, base_url=config.api_url, timeout=TIMEOUT, retry_handlers=[]
        )
        self._asked: dict[str, tuple[float, object]] = {}
        self._lock = Lock()

    def __contains__(self, user: object) -> bool:
        """Whether the member with this id is a recruiter."""
        if not isinstance(user, str) or not user.startswith(("U", "W")):
            return False
        if user in self._named or any(user in self._members(group) for group in self._groups):
            return True
        return ADMINS in self._named and self._is_admin(user)

    def _members(self, group: str) -> frozenset[str]:
        def ask() -> frozenset[str]:
            told = self._client.usergroups_users_list(usergroup=group)
            return frozenset(told.get("users") or ())

        return self._fresh(f"the members of {group}", ask, frozenset())

    def _is_admin(self, user: str) -> bool:
        def ask() -> bool:
            told = self._client.users_info(user=user).get("user") or {}
            return bool(told.get("is_admin") or told.get("is_owner"))

        return self._fresh(f"whether {user} is an admin", ask, False)

    def _fresh(self, what: str, ask: Callable[[], Known], otherwise: Known) -> Known:
        """What Slack says, or said a moment ago; `otherwise` where it does not say."""
        with self._lock:
            asked_at, known = self._asked.get(what, (-FRESH, otherwise))
            if self._clock() - asked_at < FRESH:
                return known  # type: ignore[return-value]  # one type for each `what`
        try:
            told = ask()
        except (SlackApiError, OSError, HTTPException) as error:
            # Not kept, so that it is asked again with the next message.
            _log.warning("Slack did not say %s: %s", what, _why(error))
            return otherwise
        with self._lock:
            if len(self._asked) >= LARGEST:
                self._asked.clear()
            self._asked[what] = (self._clock(), told)
        return told


def _why(error: Exception) -> str:
    if isinstance(error, SlackApiError):
        return str(error.response.get("error") or error.response.status_code)
    return str(error)
