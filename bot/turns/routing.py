"""Reads where a role's posts go: `lamp-keeper=slack:C0123, slack:C0456; *=web`. Pure."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from bot.core.errors import RolecallError
from bot.ports.delivery import Address

Route = tuple[str, Address]
"""A channel's name, and the address in it."""
Routes = Callable[[str], tuple[Route, ...]]
"""The routes of a role's posts."""

EVERY = "*"
SHOWN = "web"
"""The web page reads the posts from the store: it shows them without being sent any."""
FORM = "Write ROLE=CHANNEL:PLACE, as in `lamp-keeper=slack:C0123, slack:C0456; *=web`."


class RoutesUnreadable(RolecallError):
    """A setting of routes cannot be read: `entry` is the piece that is wrong and `why` says how."""

    def __init__(self, entry: str, why: str) -> None:
        super().__init__(f"The route “{entry}” was not read: {why}.")
        self.entry = entry
        self.why = why
        self.remedy = FORM


def read_routes(setting: str, places: Mapping[str, str]) -> Routes:
    """The routes that a setting names.

    Entries are separated by semicolons or line ends, a role's places by commas. `places` names, for
    each channel that sends, the key its address has for the place: `{"slack": "channel"}` makes of
    `slack:C0123` the address `{"channel": "C0123"}`. A role may have several entries and goes to
    each once; `*` is for the roles that have none of their own. Raises RoutesUnreadable.
    """
    read: dict[str, list[Route]] = {}
    for entry in _entries(setting):
        role, route = _entry(entry, places)
        routes = read.setdefault(role, [])
        if route is not None and route not in routes:
            routes.append(route)
    found = {role: tuple(routes) for role, routes in read.items()}
    return lambda role: found.get(role, found.get(EVERY, ()))


def one_role(setting: str, places: Mapping[str, str], channel: str) -> Mapping[str, str]:
    """The role of each place of a channel that a single role is posted to, and that is named so."""
    roles: dict[str, set[str]] = {}
    for entry in _entries(setting):
        role, route = _entry(entry, places)
        if route is not None and route[0] == channel:
            roles.setdefault(route[1][places[channel]], set()).add(role)
    return {
        place: next(iter(of)) for place, of in roles.items() if len(of) == 1 and EVERY not in of
    }


def all_places(setting: str, places: Mapping[str, str], channel: str) -> tuple[str, ...]:
    """Every place of a channel that posts of any role go to, sorted."""
    routes = (_entry(entry, places)[1] for entry in _entries(setting))
    return tuple(sorted({one[1][places[channel]] for one in routes if one and one[0] == channel}))


def _entries(setting: str) -> Iterator[str]:
    """Each role with one of its places: `a=slack:C1, slack:C2` gives `a=slack:C1`, `a=slack:C2`."""
    for entry in filter(None, map(str.strip, setting.replace("\n", ";").split(";"))):
        role, equals, targets = entry.partition("=")
        yield from (f"{role}{equals}{target.strip()}" for target in targets.split(","))


def _entry(entry: str, places: Mapping[str, str]) -> tuple[str, Route | None]:
    role, equals, target = (part.strip() for part in entry.partition("="))
    if not equals:
        raise RoutesUnreadable(entry, "it has no “=”")
    if not role:
        raise RoutesUnreadable(entry, "no role stands before the “=”")
    if target == SHOWN:
        return role, None
    channel, _, place = (part.strip() for part in target.partition(":"))
    if channel not in places:
        known = ", ".join(sorted({*places, SHOWN}))
        raise RoutesUnreadable(entry, f"there is no channel “{channel}” (there is: {known})")
    if not place:
        raise RoutesUnreadable(entry, f"it does not say where in {channel}")
    return role, (channel, MappingProxyType({places[channel]: place}))
