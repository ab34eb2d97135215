"""Who of the team works on which role: as the team chose it, otherwise as the settings say."""

import re
from collections.abc import Callable, Mapping

from bot.core.team.hiring_changes import ChooseTeam
from bot.ports import Members
from bot.turns.routing import EVERY

_TEAMS = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
"""How Teams names a person."""

InSlack = Callable[[str, str], bool]
"""Whether a Slack member (`slack:T0123:U0456`) is, or belongs to, what a name says."""


def read_teams(setting: str) -> Mapping[str, tuple[str, ...]]:
    """The members by role: `lamp-keeper=U0123, S0456; *=admins`. Raises ValueError."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in (one.strip() for one in setting.replace("\n", ";").split(";")):
        role, equals, listed = (part.strip() for part in entry.partition("="))
        members = tuple(one.strip() for one in listed.split(",") if one.strip())
        if entry and not (role and equals and members):
            raise ValueError(f"“{entry}” is not of the form ROLE=NAME, NAME")
        if entry:
            found[role] = (*found.get(role, ()), *members)
    return found


class TeamsInForce:
    """Who works on which role; `chosen` reads the choices, `setting` is ROLECALL_ROLE_TEAMS."""

    def __init__(
        self, setting: str, chosen: Callable[[], tuple[ChooseTeam, ...]], in_slack: InSlack
    ) -> None:
        self._set = read_teams(setting)
        self._chosen = chosen
        self._in_slack = in_slack

    def members(self) -> Members:
        """Who works on each role, as it is chosen and set now."""
        chosen = {one.role: one.members for one in self._chosen()}
        others = self._set.get(EVERY)

        def of(role: str) -> tuple[str, ...] | None:
            if role in chosen:
                return None if EVERY in chosen[role] else chosen[role]
            return self._set.get(role, others)

        return of

    def belongs(self, person: str, name: str) -> bool:
        """Whether a person is, or belongs to, what a name says.

        Whoever signed in at the web pages, or sits at the machine, has no member's id: they work
        on every role.
        """
        if person.startswith("slack:"):
            return person.count(":") == 2 and self._in_slack(person, name)
        if _TEAMS.fullmatch(person):
            return person.casefold() == name.casefold()
        return True
