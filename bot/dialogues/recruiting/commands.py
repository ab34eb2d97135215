"""What a recruiter can do in chat: pick a role, sign its kit off, invite, and read summaries."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from bot.core.answering.hiring_talk import HiringTopic, hiring_topic
from bot.core.fit.cards import fit_card
from bot.core.fit.summary import FitSummary
from bot.core.kits.drift import drift
from bot.core.messages import Aside, Block, Heading, Incoming, Pairs, Text
from bot.core.roles import Role
from bot.core.screening.utterances import Wish, wishes
from bot.core.team.added import added
from bot.core.team.resume_shown import quoted
from bot.core.wording import blind, general
from bot.core.wording import recruiting as words
from bot.dialogues.candidates import asking_candidates, comparing, funnels, levels, reviewing
from bot.dialogues.candidates.finding import code_of, entry_named, screened
from bot.dialogues.candidates.waiting import behind, keeping, others
from bot.dialogues.kits import editing_kits
from bot.dialogues.kits import showing as kits
from bot.dialogues.questions import role_questions, team_answers
from bot.dialogues.recruiting import (
    choosing_channels,
    choosing_teams,
    helping,
    inviting,
    resuming,
    taking_briefs,
)
from bot.dialogues.recruiting.request import Request
from bot.dialogues.screening.session import role_then
from bot.dialogues.turn import Turn, turn
from bot.ports import Conversation, Ports, Remember

LISTED = 40
"""How many screenings a list in chat shows, of the newest."""


def handle(ports: Ports, incoming: Incoming, conversation: Conversation) -> Turn:
    """The turn for a message of the hiring team."""
    again = resuming.resumed(incoming, others(conversation), ports.roles.all())
    if again is None:
        return _handled(ports, incoming, conversation)
    said, here = again[0], behind(conversation, again[1])
    return resuming.remembered(_handled(ports, said, here), here)


def _handled(ports: Ports, incoming: Incoming, conversation: Conversation) -> Turn:
    """The turn; what has nothing to do with a screening leaves alone whose words are awaited."""
    here = others(conversation)
    first = _first(ports, incoming, here)
    if first:
        return keeping(conversation, first)
    acted = reviewing.handle(Request(ports, incoming, conversation, ""))
    return acted or keeping(conversation, _asked(ports, incoming, here))


def _first(ports: Ports, incoming: Incoming, conversation: Conversation) -> Turn | None:
    """The turn for a brief, for what cannot be read, and for a few words said to anybody."""
    taken = taking_briefs.handle(Request(ports, incoming, conversation, ""))
    if taken:
        return taken
    unclear = role_questions.unreadable(incoming)
    if unclear:
        return turn(unclear)
    said = " ".join(incoming.text.split())
    wished = wishes(said)
    if Wish.HELP in wished:
        return helping.told()
    if Wish.GREETING in wished:
        return turn((Text(general.TEAM_HELLO),))
    if said.casefold() == "stop":
        return turn((Text(general.STOPPED),))
    if Wish.THANKS in wished:
        return turn((Text(general.YOUR_WELCOME),))
    return None


def _asked(ports: Ports, incoming: Incoming, conversation: Conversation) -> Turn:
    """The turn for a command, or for a question."""
    said, request = " ".join(incoming.text.split()), Request(ports, incoming, conversation, "")
    return (
        editing_kits.handle(request)
        or choosing_channels.handle(request)
        or choosing_teams.handle(request)
        or _commanded(ports, incoming, conversation, said)
        or asking_candidates.handle(request)
        or _about_hiring(said)
        or team_answers.handle(ports, incoming, request.role)
        or role_questions.handle(ports, incoming, conversation)
    )


def _about_hiring(said: str) -> Turn | None:
    """The turn for a question about the hiring itself; None for everything else."""
    topic = hiring_topic(said)
    match topic:
        case HiringTopic.HOW:
            return helping.told()
        case HiringTopic.RANKING | HiringTopic.DECIDING:
            return turn((Text(words.NO_RANKING),))
        case HiringTopic.SIGN_OFF:
            return turn((Text(words.SIGN_WHAT),))
        case None:
            return None
        case _:
            assert_never(topic)


def _commanded(
    ports: Ports, incoming: Incoming, conversation: Conversation, said: str
) -> Turn | None:
    for pattern, command in _COMMANDS:
        found = pattern.fullmatch(said.rstrip("?!. "))
        if found:
            rest = (found["rest"] or "").strip()
            return command(Request(ports, incoming, conversation, rest))
    return None


def _roles(request: Request) -> Turn:
    roles = request.ports.roles.all()
    if not roles:
        return turn((Text(general.NO_ROLES),))
    rows = tuple(
        (role.title, f"{len(role.criteria)} criteria, brief {role.version}") for role in roles
    )
    current = request.role
    now = (Aside(words.now_about(current.title)),) if current else ()
    return turn((Pairs(rows), *now))


def _use(request: Request) -> Turn:
    fitting = _fitting(request.ports.roles.all(), request.rest.casefold())
    if len(fitting) != 1:
        roles = request.ports.roles.all()
        unknown = (Text(words.no_such_role(request.rest)),) if request.rest and not fitting else ()
        return turn((*unknown, *role_questions.which_role(roles))) if roles else _roles(request)
    kept = replace(request.conversation, role=fitting[0].id, questions=(), pending="")
    return turn((Text(words.now_about(fitting[0].title)),), Remember(kept))


def _fitting(roles: tuple[Role, ...], wanted: str) -> list[Role]:
    """The roles these words can mean: a whole title or id, otherwise all that hold the words."""
    whole = [role for role in roles if wanted in (role.title.casefold(), role.id)]
    return whole or [role for role in roles if wanted in role.title.casefold()]


def _screenings(request: Request) -> Turn:
    role = request.role
    if role is None:
        return request.ask_role()
    listed = _listed(request, role.id)
    waiting = team_answers.reminder(request.ports, role)
    if not listed:
        return turn((Text(words.NO_SCREENINGS), *waiting))
    return turn((Heading(role.title), *listed, *waiting))


def _listed(request: Request, role: str = "") -> tuple[Block, ...]:
    """The newest screenings of a role (of all roles with ""), and where each stands."""
    ports = request.ports
    newest = ports.screenings.entries(role, newest=LISTED + 1)
    rows = tuple(
        (entry.pseudonym, _standing(request, entry.id, ports.roles.get(entry.role)))
        for entry in newest[-LISTED:]
    )
    if not rows:
        return ()
    older = words.OLDER.format(listed=LISTED, example=newest[0].pseudonym)
    return (Pairs(rows), *((Aside(older),) if len(newest) > LISTED else ()))


def _standing(request: Request, identity: str, role: Role | None) -> str:
    """Where a screening stands, and whether the role's requirements were changed since."""
    ports = request.ports
    screening = ports.screenings.state(identity)
    said = words.standing(screening, request.incoming.at)
    then = role_then(ports, role, screening) if role else None
    return words.by_earlier_brief(said) if role and then and drift(then, role) else said


def _summary(request: Request) -> Turn:
    if not request.rest:
        newest = request.ports.screenings.entries(newest=1)
        if not newest:
            return turn((Text(words.NO_SCREENINGS),))
        example = words.WHICH_SUMMARY.format(example=newest[0].pseudonym)
        return turn((*_listed(request), Aside(example)))
    role = request.role.id if request.role else ""
    entry = entry_named(request.ports, request.rest, role)
    found = screened(request.ports, entry)
    shown = levels.as_read_by(request.ports, found, levels.reader(request))
    first = Aside(blind.FIRST.format(code=code_of(entry)))
    unfinished = () if shown.summary.finished_at else (Aside(words.NOT_YET),)
    card = fit_card(shown.summary, shown.shown)
    return turn(
        (*((first,) if shown.hidden else ()), *unfinished, *card, *quoted(shown), *added(shown))
    )


def summary_blocks(summary: FitSummary) -> tuple[Block, ...]:
    """A fit summary as the team reads it, with a note where it is not finished."""
    unfinished = () if summary.finished_at else (Aside(words.NOT_YET),)
    return (*unfinished, *fit_card(summary))


_Said = Callable[[Request], Turn | None]
"""A command, or None where the words mean something else after all."""


def _pattern(words_: str) -> re.Pattern[str]:
    return re.compile(rf"/?(?:please )?(?:{words_})(?:\s+(?P<rest>.*))?", re.IGNORECASE)


_COMMANDS: tuple[tuple[re.Pattern[str], _Said], ...] = (
    (re.compile(r"/?(?:(?:list|show)(?: me)? )?(?:the |all )?roles(?P<rest>)", re.I), _roles),
    (_pattern("use|switch to|let'?s talk about"), _use),
    (
        re.compile(r"/?(?:approve|sign off)(?: the)? kit(?: (?P<rest>[0-9a-f]{6,64}))?", re.I),
        kits.approve,
    ),
    (re.compile(r"/?(?:show(?: me)? )?(?:the )?kit(?P<rest>)", re.I), kits.show),
    (
        re.compile(
            r"(?:what|which) questions (?:do|will|are|does) (?:you|we|(?:the |a )?candidates?) "
            r"(?:be )?(?:ask|asked|get)(?: (?:the )?candidates?)?(?P<rest>)",
            re.I,
        ),
        kits.show,
    ),
    (_pattern("invite"), inviting.invite),
    (
        re.compile(
            r"/?(?:(?:list|show)(?: me)? )?(?:the |all )?"
            r"(?:screenings|candidates|status)(?P<rest>)",
            re.I,
        ),
        _screenings,
    ),
    (_pattern("compare"), comparing.compare),
    (re.compile(r"/?(?:show(?: me)? )?(?:the )?(?:funnel|figures)(?P<rest>)", re.I), funnels.show),
    (_pattern("summary(?: (?:of|for))?|summari[sz]e"), _summary),
)
