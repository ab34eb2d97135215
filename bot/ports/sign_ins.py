"""Signing in to the team's pages."""

from datetime import datetime
from typing import Protocol


class SignIns(Protocol):
    """One-time sign-in links for the team's pages, and the sessions they open."""

    def issue(self, at: datetime) -> str:
        """A new one-time token (only its hash is kept), valid for 15 minutes."""
        ...

    def redeem(self, token: str, at: datetime, name: str) -> str | None:
        """A session's secret for a valid token, once; None for any other.

        `name` is who signs in.
        """
        ...

    def name(self, session: str, at: datetime) -> str | None:
        """Who signed in with this session; None unless it is known and not older than 12 hours.

        "" for a session from before names were asked for.
        """
        ...
