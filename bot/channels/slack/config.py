"""What the Slack channel is told at the start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

ADMINS = "admins"
"""Stands among the recruiters for the workspace's admins and owners."""

API_URL = "https://slack.com/api/"


class App(StrEnum):
    """Which of the two Slack apps: the recruiters' agent, or the candidates' plain app."""

    RECRUITER = "recruiter"
    PRESCREEN = "prescreen"


CHANNELS = {App.RECRUITER: "slack", App.PRESCREEN: "slack-prescreen"}
"""The name under which each app's sender is known."""

PATHS = {App.RECRUITER: "/slack/events", App.PRESCREEN: "/slack/prescreen/events"}
"""Where Slack sends everything to, for each app."""


@dataclass(frozen=True, slots=True)
class SlackConfig:
    """One Slack app in one workspace.

    `recruiters` are ids of users ("U…") and user groups ("S…"), or ADMINS, and `team_channels` ids
    of channels ("C…"): only a recruiter, in private or in one of these channels, is answered as the
    team. `roles` gives the role that a channel is about, and `public_cards` lets fit summaries be
    posted where everybody reads. `api_url` is where the Web API is. In the pre-screen app everybody
    is a candidate, whoever is listed. Raises ValueError without a token or a signing secret: an
    empty secret would let anybody sign a request.
    """

    bot_token: str = field(repr=False)
    signing_secret: str = field(repr=False)
    recruiters: frozenset[str] = frozenset()
    team_channels: frozenset[str] = frozenset()
    api_url: str = API_URL
    app: App = App.RECRUITER
    roles: Mapping[str, str] = field(default_factory=dict)
    public_cards: bool = False

    def __post_init__(self) -> None:
        """Refuses empty secrets."""
        if not self.bot_token.strip() or not self.signing_secret.strip():
            raise ValueError("Slack needs a bot token and a signing secret.")
