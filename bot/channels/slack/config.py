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

NAMES = {App.RECRUITER: "Slack", App.PRESCREEN: "Slack pre-screen"}
"""What people are told of each app."""

PATHS = {App.RECRUITER: "/slack/events", App.PRESCREEN: "/slack/prescreen/events"}
"""Where Slack sends everything to, for each app."""


INSTALL_PATHS = {App.RECRUITER: "/slack/install", App.PRESCREEN: "/slack/prescreen/install"}
"""Where somebody begins to install each app in a workspace of theirs."""

REDIRECT_PATHS = {
    App.RECRUITER: "/slack/oauth_redirect",
    App.PRESCREEN: "/slack/prescreen/oauth_redirect",
}
"""Where Slack sends them back to."""

ANY = "*"
"""Stands among the workspaces for every one there is."""


@dataclass(frozen=True, slots=True)
class OAuth:
    """What an app needs to be installed in several workspaces.

    `workspaces` are the ids of those that may (T…, or E… for a whole organization), or ANY;
    `address` is where people reach this program.
    """

    client_id: str
    client_secret: str = field(repr=False)
    workspaces: frozenset[str]
    address: str

    def allows(self, *names: str) -> bool:
        """Whether one of these workspaces and organizations may install the app."""
        return ANY in self.workspaces or not self.workspaces.isdisjoint(names)


@dataclass(frozen=True, slots=True)
class SlackConfig:
    """One Slack app, in one workspace or several.

    `recruiters` are ids of users ("U…") and user groups ("S…"), or ADMINS, and `team_channels` ids
    of channels ("C…"): only a recruiter, in private or in one of these channels, is answered as the
    team. `roles` gives the role that a channel is about, and `public_cards` lets fit summaries be
    posted where everybody reads. `api_url` is where the Web API is. In the pre-screen app everybody
    is a candidate, whoever is listed.

    With `app_token` messages come over a socket that this program opens; with `signing_secret` they
    come as requests. `bot_token` is for one workspace; with `oauth` each has its own, and there
    names are written behind their workspace's id and a “/”. `workspace` is that id, once a config
    is for one of several (see `workspaces.config_in`). Raises ValueError where nothing could come
    in, or nothing be said: an empty secret would let anybody sign a request.
    """

    bot_token: str = field(repr=False)
    signing_secret: str = field(repr=False)
    recruiters: frozenset[str] = frozenset()
    team_channels: frozenset[str] = frozenset()
    api_url: str = API_URL
    app: App = App.RECRUITER
    roles: Mapping[str, str] = field(default_factory=dict)
    public_cards: bool = False
    app_token: str = field(default="", repr=False)
    oauth: OAuth | None = None
    workspace: str = ""

    def __post_init__(self) -> None:
        """Refuses empty secrets."""
        if not self.bot_token.strip() and self.oauth is None:
            raise ValueError("Slack needs a bot token, or a client id and secret.")
        if not self.signing_secret.strip() and not self.app_token.strip():
            raise ValueError("Slack needs a signing secret, or an app token.")
