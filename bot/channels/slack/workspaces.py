"""The workspaces an app is in: in each it has its own token, and there its own rules hold."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from http.client import HTTPException
from threading import Lock

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.channels.slack.addresses import RolesIn, names_in
from bot.channels.slack.config import CHANNELS, App, SlackConfig
from bot.channels.slack.place import Rules
from bot.channels.slack.recruiters import Recruiters
from bot.channels.slack.surfaces import Desk, Surfaces
from bot.channels.slack.working import Working
from bot.core.errors import RolecallError
from bot.ports.installations import Installation, Installations

TIMEOUT = 2
"""Seconds: the request of a person waits for it, and Slack waits three for the request."""
REMEMBERED = 200
"""How many workspaces are ready at a time."""


@dataclass(frozen=True, slots=True)
class Installed:
    """The app in one workspace: its rules, and what it shows there."""

    rules: Rules
    working: Working
    surfaces: Surfaces | None
    token: str = field(repr=False)


class Unsaid(RolecallError):
    """Slack did not say which workspace the token of the settings is for."""

    remedy = "It is asked again with the next message."

    def __init__(self, why: str) -> None:
        super().__init__(f"Slack did not say whose ROLECALL_SLACK_BOT_TOKEN is: {why}.")


class Workspaces:
    """Finds the workspace that something came from."""

    def __init__(
        self, config: SlackConfig, desk: Desk | None, installations: Installations | None
    ) -> None:
        self._config = config
        self._desk = desk
        self._installations = installations
        self._ready: OrderedDict[str, Installed] = OrderedDict()
        self._lock = Lock()
        self._own: frozenset[str] = frozenset()

    def of(self, organization: str | None, team: str | None) -> Installed | None:
        """The app where this came from; None where it is not installed.

        Raises StorageUnavailable or Unsaid where that cannot be found out now.
        """
        for name in (team, organization):
            found = self._installation(name) if name else None
            if found is not None:
                return self._installed(config_in(self._config, found))
        if self._is_own(organization, team):
            return self._installed(config_alone(self._config))
        return None

    def _installation(self, workspace: str) -> Installation | None:
        if self._config.oauth is None or self._installations is None:
            return None
        return self._installations.find(CHANNELS[self._config.app], workspace)

    def _is_own(self, organization: str | None, team: str | None) -> bool:
        """Whether it came from the workspace that the settings have a token of."""
        if not self._config.bot_token:
            return False
        if self._config.oauth is None:
            return True
        self._own = self._own or self._asked()
        return not self._own.isdisjoint((organization or "", team or ""))

    def _asked(self) -> frozenset[str]:
        client = WebClient(
            self._config.bot_token,
            base_url=self._config.api_url,
            timeout=TIMEOUT,
            retry_handlers=[],
        )
        try:
            told = client.auth_test()
        except (SlackApiError, OSError, HTTPException) as error:
            # Not Slack's own error: Bolt would take that for an answer, and the message for done.
            raise Unsaid(type(error).__name__) from error
        organization = told.get("enterprise_id") if told.get("is_enterprise_install") else ""
        return frozenset(str(name) for name in (told.get("team_id"), organization) if name)

    def _installed(self, config: SlackConfig) -> Installed:
        with self._lock:
            key = f"{config.workspace} {config.bot_token}"
            if key not in self._ready:
                self._ready[key] = _made(config, self._desk)
            self._ready.move_to_end(key)
            if len(self._ready) > REMEMBERED:
                self._ready.popitem(last=False)
            return self._ready[key]


def config_in(config: SlackConfig, installation: Installation) -> SlackConfig:
    """What holds in one of several workspaces: its own token, and the names that are its own."""
    return _with_names_of(replace(config, bot_token=installation.token), installation.workspace)


def named_config(
    config: SlackConfig, installations: Installations, workspace: str
) -> SlackConfig | None:
    """What holds in the workspace with this id, "" for the only one; None where it has no app."""
    if not workspace:
        return config_alone(config) if config.bot_token else None
    found = installations.find(CHANNELS[config.app], workspace) if config.oauth else None
    return config_in(config, found) if found else None


def config_alone(config: SlackConfig) -> SlackConfig:
    """What holds in the workspace that the settings have a token of."""
    return _with_names_of(config, "")


def _with_names_of(config: SlackConfig, workspace: str) -> SlackConfig:
    return replace(
        config,
        workspace=workspace,
        recruiters=names_in(workspace, config.recruiters),
        team_channels=names_in(workspace, config.team_channels),
        roles=RolesIn(workspace, config.roles),
    )


def _made(config: SlackConfig, desk: Desk | None) -> Installed:
    rules = Rules(
        recruiters=Recruiters(config),
        team_channels=config.team_channels,
        roles=config.roles,
        candidates_only=config.app is App.PRESCREEN,
        workspace=config.workspace,
        channel=CHANNELS[config.app],
    )
    surfaces = Surfaces(config, desk) if desk else None
    return Installed(rules, Working(config), surfaces, config.bot_token)
