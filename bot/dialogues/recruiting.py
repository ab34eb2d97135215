"""What a recruiter can do in chat: pick a role, sign its kit off, invite, and read summaries."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import assert_never

from bot.core.cards import fit_card, kit_blocks
from bot.core.errors import KitNotApproved, NotSummarized, UnknownScreening
from bot.core.events import Invited
from bot.core.fit import FitSummary, summarize
from bot.core.hiring_talk import HiringTopic, hiring_topic
from bot.core.kits import Kit, make_kit
from bot.core.messages import Aside, Block, Heading, Incoming, Items, Link, Pairs, Text
from bot.core.roles import Role
from bot.core.screening import Stage, replayed
from bot.core.utterances import Wish, wishes
from bot.core.wording import deciding as decided
from bot.core.wording import general
from bot.core.wording import questions as to_team
from bot.core.wording import recruiting as words
from bot.core.wording.people import called, naming
from bot.dialogues import deciding, role_questions, team_answers
from bot.dialogues.session import kit_of, role_of
from bot.dialogues.turn import Turn, turn
from bot.ports import Approval, Approve, Conversation, Entry, Open, Ports, Remember


@dataclass(frozen=True, slots=True)
class Request:
    """A command of the team: where it was said, and the words behind it."""

    ports: Ports
    incoming: Incoming
    conversation: Conversation
    rest: str

    @property
    def role(self) -> Role | None:
        """The role that is meant."""
        roles = self.ports.roles.all()
        return role_questions.chosen_role(roles, self.incoming, self.conversation)

    def ask_role(self) -> Turn:
        """Asks which role is meant."""
        roles = self.ports.roles.all()
        return turn(role_questions.which_role(roles) if roles else (Text(general.NO_ROLES),))


Command = Callable[[Request], Turn]


def handle(ports: Ports, incoming: Incoming, conversation: Conversation) -> Turn:
    """The turn for a message of the hiring team."""
    unclear = role_questions.unreadable(incoming)
    if unclear:
        return turn(unclear)
    said = " ".join(incoming.text.split())
    wished = wishes(said)
    if Wish.HELP in wished:
        return _help()
    if Wish.GREETING in wished:
        return turn((Text(general.TEAM_HELLO),))
    if Wish.THANKS in wished:
        return turn((Text(general.YOUR_WELCOME),))
    return (
        deciding.handle(ports, incoming)
        or _commanded(ports, incoming, conversation, said)
        or _about_hiring(said)
        or team_answers.handle(ports, incoming, Request(ports, incoming, conversation, "").role)
        or role_questions.handle(ports, incoming, conversation)
    )


def _help() -> Turn:
    return turn((Text(words.HELP_INTRO), Items((*words.HELP, decided.HELP, *to_team.HELP))))


def _about_hiring(said: str) -> Turn | None:
    """The turn for a question about the hiring itself; None for everything else."""
    topic = hiring_topic(said)
    match topic:
        case HiringTopic.HOW:
            return _help()
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
            return command(Request(ports, incoming, conversation, (found["rest"] or "").strip()))
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
        return request.ask_role()
    kept = replace(request.conversation, role=fitting[0].id, questions=(), pending="")
    return turn((Text(words.now_about(fitting[0].title)),), Remember(kept))


def _fitting(roles: tuple[Role, ...], wanted: str) -> list[Role]:
    """The roles these words can mean: a whole title or id, otherwise all that hold the words."""
    whole = [role for role in roles if wanted in (role.title.casefold(), role.id)]
    return whole or [role for role in roles if wanted in role.title.casefold()]


def _kit(request: Request) -> Turn:
    role = request.role
    if role is None:
        return request.ask_role()
    kit = make_kit(role)
    approval = request.ports.kits.approved(role.id)
    return turn((*kit_blocks(kit), kit_state(kit, approval)))


def kit_state(kit: Kit, approval: Approval | None) -> Text:
    """Whether a kit is signed off, in words; an older sign-off is named."""
    if approval is None:
        return Text(words.kit_state(kit.version))
    by = called(approval.by, approval.name)
    return naming(words.kit_state(kit.version, by, approval.version), approval.by, approval.name)


def _approve(request: Request) -> Turn:
    role = request.role
    if role is None:
        return request.ask_role()
    kit = make_kit(role)
    approval = request.ports.kits.approved(role.id)
    if approval and approval.version == kit.version:
        known = words.already_approved(role.title, called(approval.by, approval.name))
        return turn((naming(known, approval.by, approval.name),))
    said = Text(words.approved(role.title, kit.version))
    by = request.incoming
    return turn((said,), Approve(kit, by.person, by.at, by.name))


def _invite(request: Request) -> Turn:
    role = request.role
    if role is None:
        return request.ask_role()
    if not request.rest:
        return turn((Text(words.INVITE_WHOM),))
    opened = opening(request.ports, role, request.rest, request.incoming, trial=False)
    days = request.ports.policies(role.id).invitation_days
    said = words.invited(request.rest, opened.invited.pseudonym, role.title, days)
    link = Link("Screening link", request.ports.candidate_link(opened.token))
    return turn((Text(said), link, Aside(words.code(opened.token))), opened)


def opening(ports: Ports, role: Role, name: str, incoming: Incoming, trial: bool) -> Open:
    """The change that opens a screening; raises KitNotApproved unless it is a trial."""
    kit = _signed_kit(ports, role, trial)
    identity = ports.new_id()
    return Open(
        screening=identity,
        invited=Invited(
            at=incoming.at,
            role=role.id,
            kit_version=kit.version,
            brief_version=role.version,
            pseudonym=_pseudonym(identity, ports.screenings.entries(role.id)),
            trial=trial,
        ),
        candidate=name,
        token=ports.token_of(identity),
        expires_at=incoming.at + timedelta(days=ports.policies(role.id).invitation_days),
        kit=kit,
    )


def _signed_kit(ports: Ports, role: Role, trial: bool) -> Kit:
    kit = make_kit(role)
    approval = ports.kits.approved(role.id)
    if not trial and (approval is None or approval.version != kit.version):
        raise KitNotApproved(role.id)
    return kit


def _pseudonym(identity: str, entries: tuple[Entry, ...]) -> str:
    """A short name from the screening's id, longer where a shorter one is taken in this role."""
    taken = {entry.pseudonym for entry in entries}
    letters = "".join(letter for letter in identity.upper() if letter.isalnum())
    for length in range(3, len(letters) + 1):
        name = f"Candidate {letters[:length]}"
        if name not in taken:
            return name
    return f"Candidate {identity}"


def _screenings(request: Request) -> Turn:
    role = request.role
    if role is None:
        return request.ask_role()
    rows = tuple(
        (entry.pseudonym, _standing(request.ports, entry.id))
        for entry in request.ports.screenings.entries(role.id)
    )
    waiting = team_answers.reminder(request.ports, role)
    if not rows:
        return turn((Text(words.NO_SCREENINGS), *waiting))
    return turn((Heading(role.title), Pairs(rows), *waiting))


def _standing(ports: Ports, screening: str) -> str:
    return words.standing(replayed(screening, ports.screenings.events(screening)))


def _summary(request: Request) -> Turn:
    entries = request.ports.screenings.entries()
    if not request.rest:
        if not entries:
            return turn((Text(words.NO_SCREENINGS),))
        example = words.WHICH_SUMMARY.format(example=entries[-1].pseudonym)
        rows = tuple((entry.pseudonym, _standing(request.ports, entry.id)) for entry in entries)
        return turn((Pairs(rows), Aside(example)))
    summary = summary_of(request.ports, request.rest)
    return turn(summary_blocks(summary))


def summary_blocks(summary: FitSummary) -> tuple[Block, ...]:
    """A fit summary as the team reads it, with a note where it is not finished."""
    unfinished = () if summary.finished_at else (Aside(words.NOT_YET),)
    return (*unfinished, *fit_card(summary))


def summary_of(ports: Ports, named: str) -> FitSummary:
    """The fit summary of the screening with this id or pseudonym; raises UnknownScreening.

    One that was withdrawn raises NotSummarized, as the candidate was promised; one whose role was
    taken out raises UnknownRole.
    """
    wanted = named.strip().casefold().removeprefix("candidate ").strip()
    for entry in ports.screenings.entries():
        if wanted in (entry.id.casefold(), entry.pseudonym.casefold().removeprefix("candidate ")):
            screening = replayed(entry.id, ports.screenings.events(entry.id))
            if screening.stage in (Stage.WITHDRAWN, Stage.EXPIRED):
                raise NotSummarized(entry.pseudonym, screening.stage is Stage.EXPIRED)
            role = role_of(ports, entry.role)
            return summarize(role, kit_of(ports, screening, role), screening)
    raise UnknownScreening(named)


def _pattern(words_: str) -> re.Pattern[str]:
    return re.compile(rf"/?(?:please )?(?:{words_})(?:\s+(?P<rest>.*))?", re.IGNORECASE)


_COMMANDS: tuple[tuple[re.Pattern[str], Command], ...] = (
    (re.compile(r"/?(?:(?:list|show)(?: me)? )?(?:the |all )?roles(?P<rest>)", re.I), _roles),
    (_pattern("use|switch to|let'?s talk about"), _use),
    (re.compile(r"/?(?:approve|sign off)(?: the)? kit(?P<rest>)", re.I), _approve),
    (re.compile(r"/?(?:show(?: me)? )?(?:the )?kit(?P<rest>)", re.I), _kit),
    (
        re.compile(
            r"(?:what|which) questions (?:do|will|are|does) (?:you|we|(?:the |a )?candidates?) "
            r"(?:be )?(?:ask|asked|get)(?: (?:the )?candidates?)?(?P<rest>)",
            re.I,
        ),
        _kit,
    ),
    (_pattern("invite"), _invite),
    (
        re.compile(
            r"/?(?:(?:list|show)(?: me)? )?(?:the |all )?"
            r"(?:screenings|candidates|status)(?P<rest>)",
            re.I,
        ),
        _screenings,
    ),
    (_pattern("summary(?: (?:of|for))?|summari[sz]e"), _summary),
)
