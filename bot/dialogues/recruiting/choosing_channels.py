"""A recruiter chooses the channels that a role's fit summaries and questions go to."""

import re
from dataclasses import replace

from bot.core.messages import Aside, Pairs, Post, Text
from bot.core.roles import Role
from bot.core.team.hiring_changes import ChooseChannels
from bot.core.wording import channels as words
from bot.core.wording.people import called
from bot.dialogues.questions.role_questions import named_roles
from bot.dialogues.recruiting.request import Request
from bot.dialogues.screening.session import said
from bot.dialogues.turn import Turn, turn
from bot.ports.delivery import PLACES, place_of

_POSTS = r"(?:the )?(?:fit )?(?:summaries|cards|posts)"
_OF = r"(?: (?:of|for|about) (?P<role>.+?))?"
_CHOOSE = re.compile(
    rf"/?(?:please )?post {_POSTS}{_OF} (?:(?:to|in|into) (?P<places>.+)|(?P<here>here))",
    re.IGNORECASE,
)
_RESET = re.compile(rf"/?(?:reset|clear) (?:the )?hiring channels?{_OF}", re.IGNORECASE)
_ASK = re.compile(
    rf"/?(?:where (?:do|are) {_POSTS}(?: (?:of|for|about) (?P<named>.+?))? (?:go|posted)|"
    rf"(?:show )?(?:the )?hiring channels?{_OF})",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    rf"/?(?:please )?post {_POSTS}\b.*|/?choose (?:the )?hiring channels?", re.IGNORECASE
)
_WEB = re.compile(r"(?:the )?web(?: page)?(?: only)?", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:#|slack:)?(?P<slack>(?:[TE][A-Z0-9]+/)?[CG][A-Z0-9]{5,})|teams:(?P<teams>19:\S+@\S+)"
)
_TEAM_CHANNEL = re.compile(r"slack:(?:\S+/)?[CG][A-Z0-9]{5,}|teams:19:\S+@thread\.\S+")


def handle(request: Request) -> Turn | None:
    """The turn for a message about hiring channels; None for any other message."""
    text = " ".join(request.incoming.text.split()).rstrip("?!. ")
    for pattern, act in ((_CHOOSE, _choose), (_RESET, _reset), (_ASK, _list)):
        found = pattern.fullmatch(text)
        if found:
            return act(request, found)
    return turn(said(words.HOW)) if _BEGUN.fullmatch(text) else None


def _role(request: Request, named: str | None) -> Role | None:
    """The role that the words name, otherwise the one that is meant; None where that is open."""
    roles = request.ports.roles.all()
    if named:
        found = named_roles(roles, named)
        return found[0] if len(found) == 1 else None
    return replace(request, incoming=replace(request.incoming, text="")).role


def _choose(request: Request, found: re.Match[str]) -> Turn:
    role = _role(request, found["role"])
    if role is None:
        return request.ask_role()
    places = _here(request) if found["here"] else _places(found["places"])
    if isinstance(places, str):
        return turn(said(places))
    incoming = request.incoming
    change = ChooseChannels(role.id, places, incoming.person, incoming.at, incoming.name)
    told = (Text(words.chosen(role.title, places)), Aside(words.NOT_INVITED))
    if not places:
        return turn(told[:1], change)
    name = called(incoming.person, incoming.name)
    begins = (Text(words.begins(role.title, name)),)
    post = Post(f"{incoming.id}:channels", role.id, "", incoming.at, begins)
    return turn(told, change, posts=(post,))


def _here(request: Request) -> tuple[str, ...] | str:
    origin = request.incoming.origin
    # An address says which of several workspaces is meant; a chat's name does not.
    named = dict(origin.address).get(PLACES.get(origin.channel, ""), "") if origin else ""
    place = f"{origin.channel}:{named.partition(';')[0]}" if origin and named else ""
    place = place or place_of(request.incoming.conversation)
    return (place,) if place and _TEAM_CHANNEL.fullmatch(place) else words.NOT_HERE


def _places(listed: str) -> tuple[str, ...] | str:
    """The places that words name; a sentence where one of them is none."""
    if _WEB.fullmatch(listed):
        return ()
    places: list[str] = []
    for one in re.split(r"\s*(?:,| and )\s*", listed):
        found = _PLACE.fullmatch(one)
        if found is None:
            return words.unknown(one)
        places.append(f"slack:{found['slack']}" if found["slack"] else f"teams:{found['teams']}")
    return tuple(dict.fromkeys(places))


def _reset(request: Request, found: re.Match[str]) -> Turn:
    role = _role(request, found["role"])
    if role is None:
        return request.ask_role()
    incoming, channels = request.incoming, request.ports.hiring_channels
    change = ChooseChannels(role.id, None, incoming.person, incoming.at, incoming.name)
    return turn(said(words.reset(role.title, channels.by_settings(role.id))), change)


def _list(request: Request, found: re.Match[str]) -> Turn:
    """Where the posts go: of the role that is named, otherwise of all."""
    given = next((value for name, value in found.groupdict().items() if value), None)
    role = _role(request, given) if given else None
    if given and role is None:
        return request.ask_role()
    roles = (role,) if role else request.ports.roles.all()
    if not roles:
        return request.ask_role()
    rows = tuple((one.title, _goes(request, one)) for one in roles)
    return turn((Pairs(rows), Aside(words.HOW)))


def _goes(request: Request, role: Role) -> str:
    channels = request.ports.hiring_channels
    choice = channels.choice(role.id)
    if choice is None:
        return words.goes(channels.of(role.id), words.BY_SETTINGS)
    return words.goes(channels.of(role.id), words.by(called(choice.by, choice.name), choice.at))
