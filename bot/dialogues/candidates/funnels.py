"""Gathers the screenings of a role for its figures."""

from collections.abc import Iterator

from bot.core.roles import Role
from bot.core.screening.screening import replayed
from bot.core.team.funnel import Funnel, Went, funnel
from bot.core.team.funnel_shown import funnel_blocks
from bot.dialogues.recruiting.request import Request
from bot.dialogues.screening.session import kit_of
from bot.dialogues.turn import Turn, turn
from bot.ports import Ports


def funnel_of(ports: Ports, role: Role) -> Funnel:
    """The role's figures; raises BrokenLog."""
    return funnel(_went(ports, role))


def show(request: Request) -> Turn:
    """The turn for “funnel”."""
    if request.role is None:
        return request.ask_role()
    return turn(funnel_blocks(request.role.title, funnel_of(request.ports, request.role)))


def _went(ports: Ports, role: Role) -> Iterator[Went]:
    for entry in ports.screenings.entries(role.id):
        events = ports.screenings.events(entry.id)
        screening = replayed(entry.id, events)
        if screening.number:  # else it was erased a moment ago
            yield Went(kit_of(ports, screening, role), screening, events)
