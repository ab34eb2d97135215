"""Who reads in a channel, so that a fit summary is not shown to everybody by mistake."""

import logging
import time
from collections.abc import Callable
from enum import Enum

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.core.wording import fit as words

FRESH = 300.0
"""How many seconds what Slack said of a channel is believed."""

_UNSAID = frozenset(("missing_scope", "not_allowed_token_type", "unknown_method"))
_log = logging.getLogger(__name__)


class Readers(Enum):
    """Who reads in a channel; the value says why a summary is not shown there, "" where it is."""

    INVITED = ""
    EVERYBODY = words.PUBLIC
    OUTSIDERS = words.SHARED
    UNKNOWN = words.READERS_UNKNOWN


class Channels:
    """What is known of the channels that something is posted to."""

    def __init__(self, client: WebClient, clock: Callable[[], float] = time.monotonic) -> None:
        self._client = client
        self._clock = clock
        self._known: dict[str, tuple[float, Readers]] = {}

    def readers(self, channel: str) -> Readers:
        """Who reads there; raises SlackApiError where Slack fails for another reason."""
        if not channel.startswith(("C", "G")):
            return Readers.INVITED
        asked_at, known = self._known.get(channel, (-FRESH, Readers.UNKNOWN))
        if self._clock() - asked_at < FRESH:
            return known
        found = self._asked(channel)
        self._known[channel] = (self._clock(), found)
        return found

    def _asked(self, channel: str) -> Readers:
        try:
            told = self._client.conversations_info(channel=channel).get("channel") or {}
        except SlackApiError as error:
            if str(error.response.get("error")) not in _UNSAID:
                raise
            _log.warning("The app may not see who reads in %s: add the scopes again.", channel)
            return Readers.UNKNOWN
        if told.get("is_ext_shared") or told.get("is_pending_ext_shared"):
            return Readers.OUTSIDERS
        private = told.get("is_private") or told.get("is_im") or told.get("is_mpim")
        return Readers.INVITED if private else Readers.EVERYBODY
