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
