"""What a turn changes in where a role's posts go, and who chose it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ChooseChannels:
    """Let a role's posts go to these places ("slack:C0123", "teams:19:…") from now on.

    With none they are on the web page alone; with None the settings decide again.
    """

    role: str
    places: tuple[str, ...] | None
    by: str
    at: datetime
    name: str = ""


@dataclass(frozen=True, slots=True)
class ChooseTeam:
    """Let only these work on a role from now on: members ("U0123"), user groups ("S0123"), admins.

    With "*" among them, every recruiter works on it, whatever the settings say.
    """

    role: str
    members: tuple[str, ...]
    by: str
    at: datetime
    name: str = ""
