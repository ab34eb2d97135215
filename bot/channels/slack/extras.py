"""Calls to Slack that nothing depends on: a workspace or an app may not have them at all."""

import logging
from collections.abc import Callable
from http.client import HTTPException
from typing import Any

from slack_sdk.errors import SlackApiError

_MISSING = frozenset(
    ("unknown_method", "missing_scope", "not_allowed_token_type", "feature_not_enabled")
)
"""What Slack says where a workspace or an app has no such thing at all."""

_log = logging.getLogger(__name__)


class Extras:
    """Makes such calls, and remembers which methods are not there."""

    def __init__(self) -> None:
        self._missing: set[str] = set()

    def has(self, method: str) -> bool:
        """Whether the method is there, as far as is known."""
        return method not in self._missing

    def tried(self, method: str, call: Callable[..., Any], **sent: Any) -> bool:
        """Whether Slack took it. A method that is not there is not tried again."""
        if not self.has(method):
            return False
        try:
            call(**sent)
        except SlackApiError as error:
            code = str(error.response.get("error", ""))
            if code in _MISSING:
                self._missing.add(method)
            _log.warning("Slack's %s is not used: %s", method, code or error.response.status_code)
            return False
        except (OSError, HTTPException) as error:
            _log.warning("Slack's %s could not be reached: %s", method, error)
            return False
        return True
