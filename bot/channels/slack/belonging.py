"""Whether a member of a workspace is, or belongs to, what a name says: for who works on a role."""

from dataclasses import replace

from bot.channels.slack.config import SlackConfig
from bot.channels.slack.recruiters import Recruiters
from bot.channels.slack.workspaces import named_config
from bot.ports.installations import Installations


class Belonging:
    """Asks Slack where a user group (S…) or admins are named, and believes it for minutes.

    Where several workspaces have the app, a name says which one it is of: `T0123/S0456`.
    """

    def __init__(self, config: SlackConfig, installations: Installations) -> None:
        self._config = config
        self._installations = installations
        self._known: dict[str, Recruiters] = {}

    def __call__(self, person: str, name: str) -> bool:
        """Whether a person (`slack:T0123:U0456`) is, or belongs to, what the name says."""
        _, team, user = person.split(":")
        workspace, _, bare = name.rpartition("/")
        if workspace and workspace != team:
            return False
        if name not in self._known:
            there = named_config(self._config, self._installations, workspace)
            if there is None:
                return False
            self._known[name] = Recruiters(replace(there, recruiters=frozenset({bare})))
        return user in self._known[name]
