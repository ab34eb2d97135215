"""Where a chat platform's app was installed by its OAuth flow, and what is kept of it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Installation:
    """One app in one workspace, or in a whole organization.

    `app` is the channel's name, `workspace` the id of the workspace or, for an organization-wide
    installation, of the organization. `bot` is the bot's user id there, `by` who installed it.
    """

    app: str
    workspace: str
    name: str
    token: str = field(repr=False)
    scopes: tuple[str, ...]
    bot: str
    by: str
    at: datetime


class Installations(Protocol):
    """The installations there are."""

    def keep(self, installation: Installation) -> None:
        """Keep one; it takes the place of an earlier one in the same workspace."""
        ...

    def find(self, app: str, workspace: str) -> Installation | None:
        """The installation; None where there is none, or its token cannot be read any more."""
        ...

    def all(self, app: str) -> tuple[Installation, ...]:
        """Every one of an app, by workspace."""
        ...

    def remove(self, app: str, workspace: str, before: datetime) -> bool:
        """Forget one that was made before a moment; whether there was such a one."""
        ...


class InstallStates(Protocol):
    """What ties the end of an installation to its beginning: each good once and not for long."""

    def issue(self, app: str, at: datetime) -> str:
        """A new state, that nobody can guess."""
        ...

    def redeem(self, app: str, state: str, at: datetime) -> bool:
        """Whether the state was issued for this app, in time, and is redeemed the first time."""
        ...
