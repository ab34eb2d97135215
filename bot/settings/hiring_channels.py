"""Where each role's posts go: as a recruiter chose it, otherwise as the settings say."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from bot.core.team.hiring_changes import ChooseChannels
from bot.ports.delivery import PLACES
from bot.turns.routing import Route, one_role, read_routes

Chosen = Callable[[], tuple[ChooseChannels, ...]]
"""Every choice in force."""


class ChannelsInForce:
    """The hiring channels; `chosen` reads the choices, `setting` is ROLECALL_HIRING_CHANNELS."""

    def __init__(self, setting: str, chosen: Chosen) -> None:
        self._routes = read_routes(setting, PLACES)
        self._setting = setting
        self._chosen = chosen

    def of(self, role: str) -> tuple[str, ...]:
        """The channels of a role, as in `slack:C0123`; none where only the web page shows them."""
        choice = self.choice(role)
        return self.by_settings(role) if choice is None else choice.places or ()

    def by_settings(self, role: str) -> tuple[str, ...]:
        """What the settings say for a role."""
        return tuple(f"{channel}:{to[PLACES[channel]]}" for channel, to in self._routes(role))

    def choice(self, role: str) -> ChooseChannels | None:
        """What a recruiter chose for a role; None where the settings decide."""
        return next((one for one in self._chosen() if one.role == role), None)

    def routes(self, role: str) -> tuple[Route, ...]:
        """The routes of a role's posts."""
        return tuple(map(_route, self.of(role)))

    def roles_of(self, channel: str) -> Mapping[str, str]:
        """The role of each place of a channel that a single role is posted to, as it is now."""
        return _RolesOfPlaces(lambda: self._places(channel))

    def _places(self, channel: str) -> Mapping[str, str]:
        chosen = self._chosen()
        decided = {one.role for one in chosen}
        told: dict[str, set[str]] = {}
        for place, role in one_role(self._setting, PLACES, channel).items():
            if role not in decided:
                told.setdefault(place, set()).add(role)
        for one in chosen:
            for name, _, place in (place.partition(":") for place in one.places or ()):
                if name == channel:
                    told.setdefault(place, set()).add(one.role)
        return {place: next(iter(of)) for place, of in told.items() if len(of) == 1}


class _RolesOfPlaces(Mapping[str, str]):
    """A mapping that is read anew each time."""

    def __init__(self, read: Callable[[], Mapping[str, str]]) -> None:
        self._read = read

    def __getitem__(self, place: str) -> str:
        return self._read()[place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


def _route(place: str) -> Route:
    channel, _, where = place.partition(":")
    return channel, MappingProxyType({PLACES[channel]: where})
