"""The team says who of it works on a role."""

import re

from bot.core.messages import Aside, Text
from bot.core.roles import Role
from bot.core.team.hiring_changes import ChooseTeam
from bot.core.wording import teams_of_roles as words
from bot.dialogues.questions.role_questions import named_roles
from bot.dialogues.recruiting.request import Request
from bot.dialogues.screening.session import said
from bot.dialogues.turn import Turn, turn

_ASK = re.compile(r"/?who (?:works|may work) on (?P<role>.+)", re.IGNORECASE)
_CHOOSE = re.compile(r"/?only (?P<names>.+?) (?:may )?works? on (?P<role>.+)", re.IGNORECASE)
_OPEN = re.compile(r"/?every(?:body|one) (?:may )?works? on (?P<role>.+)", re.IGNORECASE)
_NAME = re.compile(
    r"@?(?P<slack>(?:[TE][A-Z0-9]+/)?[UWS][A-Z0-9]{4,})|"
    r"(?P<admins>(?:the )?(?:[TE][A-Z0-9]+/)?admins)|"
    r"(?P<teams>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
    re.IGNORECASE,
)


def handle(request: Request) -> Turn | None:
    """The turn for a message about who works on a role; None for any other message."""
    text = " ".join(request.incoming.text.split()).rstrip("?!. ")
    for pattern, act in ((_ASK, _told), (_CHOOSE, _choose), (_OPEN, _open)):
        found = pattern.fullmatch(text)
        if found:
            roles = named_roles(request.ports.roles.all(), found["role"])
            return act(request, roles[0], found) if len(roles) == 1 else request.ask_role()
    return None


def _written(name: re.Match[str]) -> str:
    """The name as it is kept."""
    if name["admins"]:
        return name["admins"].removeprefix("the ")
    return name["teams"] or name["slack"].upper()


def _told(request: Request, role: Role, _: re.Match[str]) -> Turn:
    members = request.ports.role_teams.members()(role.id)
    return turn((Text(words.works(role.title, members)), Aside(words.HOW)))


def _open(request: Request, role: Role, _: re.Match[str]) -> Turn:
    incoming = request.incoming
    change = ChooseTeam(role.id, ("*",), incoming.person, incoming.at, incoming.name)
    return turn(said(words.works(role.title, None)), change)


def _choose(request: Request, role: Role, found: re.Match[str]) -> Turn:
    incoming, teams = request.incoming, request.ports.role_teams
    members: list[str] = []
    for one in re.split(r"\s*(?:,| and )\s*", found["names"]):
        name = _NAME.fullmatch(one)
        if name is None:
            return turn(said(words.unknown(one)))
        members.append(_written(name))
    if not any(teams.belongs(incoming.person, one) for one in members):
        return turn(said(words.NOT_YOURSELF))
    change = ChooseTeam(
        role.id, tuple(dict.fromkeys(members)), incoming.person, incoming.at, incoming.name
    )
    return turn(said(words.works(role.title, change.members)), change)
