"""What somebody of the team may see and do: the roles they work on, and what belongs to these."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import cache

from bot.core.answering.questions import Question
from bot.core.messages import Incoming, Text
from bot.core.roles import Audience, Role
from bot.core.wording import teams_of_roles as words
from bot.dialogues.questions.role_questions import named_roles
from bot.dialogues.turn import Turn, turn
from bot.ports import Entry, Members, Ports, Questions, Roles, RoleTeams, Screenings

May = Callable[[str], bool]
"""Whether the person works on a role."""


def works_on(teams: RoleTeams, person: str) -> May:
    """On which roles a person of the team works.

    Who works where is read with the first role that is asked about, and each name is looked up
    once, so that a thousand roles cost what one costs.
    """
    members: list[Members] = []

    @cache
    def is_or_belongs(name: str) -> bool:
        return teams.belongs(person, name)

    def may(role: str) -> bool:
        if not members:
            members.append(teams.members())
        listed = members[0](role)
        return listed is None or any(map(is_or_belongs, listed))

    return may


def allowed(ports: Ports, audience: Audience, person: str) -> Ports:
    """The ports as this person may use them: roles they do not work on are not there for them."""
    if audience is not Audience.TEAM:
        return ports
    may = works_on(ports.role_teams, person)
    return replace(
        ports,
        roles=_Roles(ports.roles, may),
        questions=_Questions(ports.questions, may),
        screenings=_Screenings(ports.screenings, may),
        thread_of=lambda chat: _thread(ports, chat, may),
    )


def refused(ports: Ports, incoming: Incoming) -> Turn | None:
    """A polite no where somebody of the team names a role they do not work on; None otherwise."""
    if incoming.audience is not Audience.TEAM:
        return None
    may = works_on(ports.role_teams, incoming.person)
    roles = ports.roles.all()
    here = tuple(one for one in roles if one.id == incoming.role)
    for role in named_roles(roles, incoming.text) or here:
        if not may(role.id):
            return turn((Text(words.not_yours(role.title)),))
    return None


def _thread(ports: Ports, chat: str, may: May) -> str | None:
    """The screening whose card the chat is the thread of, where the person may see it."""
    screening = ports.thread_of(chat)
    role = ports.screenings.state(screening).role if screening else ""
    return None if role and not may(role) else screening


class _Roles:
    def __init__(self, ports: Roles, may: May) -> None:
        self._ports = ports
        self._may = may
        self._shown: tuple[tuple[Role, ...], tuple[Role, ...]] = ((), ())

    def get(self, role: str) -> Role | None:
        return self._ports.get(role) if self._may(role) else None

    def all(self) -> tuple[Role, ...]:
        every = self._ports.all()
        if self._shown[0] is not every:
            shown = tuple(one for one in every if self._may(one.id))
            # The same tuple where nothing is left out: what is kept of its names fits it still.
            self._shown = (every, shown if len(shown) < len(every) else every)
        return self._shown[1]

    def at(self, role: str, version: str) -> Role | None:
        return self._ports.at(role, version) if self._may(role) else None


@dataclass(frozen=True, slots=True)
class _Questions:
    ports: Questions
    may: May

    def of(self, role: str = "") -> tuple[Question, ...]:
        return tuple(one for one in self.ports.of(role) if self.may(one.role))

    def get(self, number: int) -> Question | None:
        found = self.ports.get(number)
        return found if found and self.may(found.role) else None

    def fresh(self) -> int:
        return self.ports.fresh()


class _Screenings:
    def __init__(self, ports: Screenings, may: May) -> None:
        self.events = ports.events
        self.state = ports.state
        self.by_token = ports.by_token
        self._ports = ports
        self._may = may

    def entries(self, role: str = "", newest: int = 0) -> tuple[Entry, ...]:
        looked_at = newest
        while True:
            found = self._ports.entries(role, looked_at)
            shown = self._shown(found)
            if not newest:
                return shown
            if len(shown) >= newest or len(found) < looked_at:
                return shown[-newest:]
            # Most of the newest are of other teams' roles: look further back.
            looked_at *= 4

    def named(self, names: Collection[str]) -> tuple[Entry, ...]:
        return self._shown(self._ports.named(names))

    def _shown(self, found: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return tuple(one for one in found if self._may(one.role))
