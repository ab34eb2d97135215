"""Whether a member of a workspace is, or belongs to, what a name says: for who works on a role."""

from dataclasses import replace

from bot.channels.slack.config import SlackConfig
from bot.channels.slack.recruiters import Recruiters


class Belonging:
    """Asks Slack where a user group (S…) or admins are named, and believes it for minutes."""

    def __init__(self, config: SlackConfig) -> None:
        self._config = config
        self._known: dict[str, Recruiters] = {}

    def __call__(self, user: str, name: str) -> bool:
        """Whether the member with this id is, or belongs to, what the name says."""
        if name not in self._known:
            self._known[name] = Recruiters(replace(self._config, recruiters=frozenset({name})))
        return user in self._known[name]
