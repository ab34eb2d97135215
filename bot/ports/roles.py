"""The roles, and who and where in the team has to do with each."""

from collections.abc import Callable
from typing import Protocol

from bot.core.brief_changes import Draft
from bot.core.roles import Role
from bot.core.team.hiring_changes import ChooseChannels


class Roles(Protocol):
    """The roles that are hired for, each with the team's published answers as passages."""

    def get(self, role: str) -> Role | None:
        """The role with this id, at its present version."""
        ...

    def all(self) -> tuple[Role, ...]:
        """Every role, by title."""
        ...

    def at(self, role: str, version: str) -> Role | None:
        """The role as its brief's version `version` gave it; None where that was not kept."""
        ...


class HiringChannels(Protocol):
    """Where each role's fit summaries and questions for the team go."""

    def of(self, role: str) -> tuple[str, ...]:
        """The role's channels, as in `slack:C0123`; none where only the web page shows them."""
        ...

    def choice(self, role: str) -> ChooseChannels | None:
        """What a recruiter chose for the role; None where the settings decide."""
        ...

    def by_settings(self, role: str) -> tuple[str, ...]:
        """The channels that the settings say, whatever was chosen."""
        ...


Members = Callable[[str], tuple[str, ...] | None]
"""The people and groups who work on a role; None where every recruiter does."""


class RoleTeams(Protocol):
    """Who of the team works on which role."""

    def members(self) -> Members:
        """Who works on each role, as it is now: read once, for however many roles are looked at."""
        ...

    def belongs(self, person: str, name: str) -> bool:
        """Whether a person is, or belongs to, what a name says."""
        ...


class EverybodyWorks:
    """Where every recruiter works on every role."""

    def members(self) -> Members:
        """None, for any role."""
        return lambda _: None

    def belongs(self, person: str, name: str) -> bool:
        """True: nobody is left out."""
        del person, name
        return True


class Drafts(Protocol):
    """The briefs that wait for a yes."""

    def get(self, conversation: str) -> Draft | None:
        """The draft of this chat."""
        ...
