"""Sends with each workspace's own token, where an app is installed in several."""

from collections import OrderedDict
from dataclasses import replace
from threading import Lock

from bot.channels.slack.addresses import apart, within
from bot.channels.slack.config import CHANNELS, SlackConfig
from bot.channels.slack.sender import SlackSender
from bot.channels.slack.workspaces import config_alone, config_in
from bot.core.messages import Block, Mention, Text
from bot.ports.delivery import Address, Undeliverable
from bot.ports.installations import Installations

REMEMBERED = 200
"""How many workspaces' senders are known, with what each has sent."""


class NotInstalled(Undeliverable):
    """The app is not, or not any more, in the workspace that something is for."""

    def __init__(self, workspace: str, app: str) -> None:
        named = f"in Slack's workspace {workspace}" if workspace else "with a bot token of its own"
        super().__init__(f"The app {app} is not installed {named}.")
        self.remedy = "Install it there again, or name another place in ROLECALL_HIRING_CHANNELS."


class InstalledSender:
    """The outgoing half of the Slack channel; an address names its workspace (see `addresses`)."""

    def __init__(self, config: SlackConfig, installations: Installations) -> None:
        self._config = config
        self._installations = installations
        self._senders: OrderedDict[str, SlackSender] = OrderedDict()
        self._lock = Lock()

    def send(self, address: Address, key: str, blocks: tuple[Block, ...]) -> tuple[Address, ...]:
        """Send blocks; where each message stands names its workspace too.

        Raises TryAgain, Undeliverable, and StorageUnavailable where the token cannot be read now.
        """
        workspace, there = apart(address)
        standing = self._sender(workspace).send(there, key, self._naming(workspace, blocks))
        return tuple(within(workspace, one) for one in standing)

    def replace(self, standing: Address, key: str, blocks: tuple[Block, ...]) -> None:
        """Put blocks in the place of a message. Raises what `send` does."""
        workspace, there = apart(standing)
        self._sender(workspace).replace(there, key, self._naming(workspace, blocks))

    def _sender(self, workspace: str) -> SlackSender:
        config = self._config_of(workspace)
        with self._lock:
            if config.bot_token not in self._senders:
                self._senders[config.bot_token] = SlackSender(config)
            self._senders.move_to_end(config.bot_token)
            if len(self._senders) > REMEMBERED:
                self._senders.popitem(last=False)
            return self._senders[config.bot_token]

    def _naming(self, workspace: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks, mentioning only members of the workspace that they go to.

        Elsewhere the same id may be somebody else; there the words stand that were to be replaced.
        """
        return tuple(
            replace(one, mentions=tuple(each for each in one.mentions if self._of(workspace, each)))
            if isinstance(one, Text) and one.mentions
            else one
            for one in blocks
        )

    def _of(self, workspace: str, mention: Mention) -> bool:
        _, _, told = mention.person.partition(":")
        team = told.partition(":")[0]
        if workspace:
            return team == workspace
        return self._installations.find(CHANNELS[self._config.app], team) is None

    def _config_of(self, workspace: str) -> SlackConfig:
        app = CHANNELS[self._config.app]
        if not workspace and self._config.bot_token:
            return config_alone(self._config)
        found = self._installations.find(app, workspace) if workspace else None
        if found is None:
            raise NotInstalled(workspace, app)
        return config_in(self._config, found)
