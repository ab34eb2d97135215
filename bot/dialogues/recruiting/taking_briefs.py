"""A brief that is sent as a file becomes a role: read, shown, and taken in only after a yes."""

import re
from dataclasses import replace
from pathlib import PurePath

from bot.briefs.documents import checked, text_in
from bot.briefs.files import identity_of
from bot.briefs.reading import read_brief, version_of
from bot.core.brief_changes import Draft, DropDraft, KeepDraft, TakeBrief
from bot.core.errors import BriefUnreadable
from bot.core.kits.drift import drift
from bot.core.lint.briefs import brief_findings
from bot.core.messages import (
    Aside,
    Attachment,
    Block,
    Choice,
    Choices,
    Heading,
    Items,
    Pairs,
    Text,
)
from bot.core.roles import Audience, CriterionKind, Role
from bot.core.screening.utterances import Wish, wishes
from bot.core.wording import briefs as words
from bot.core.wording.teams_of_roles import not_yours
from bot.dialogues.kits import showing as kits
from bot.dialogues.recruiting.allowed import works_on
from bot.dialogues.recruiting.request import Request
from bot.dialogues.screening.session import present_kit, said
from bot.dialogues.turn import Turn, turn
from bot.ports import Remember

PENDING = "brief"
"""What a chat waits for while a brief is shown in it."""
_SAID = re.compile(
    r"/?(?P<what>add|forget|discard) (?:the |this )?brief(?: (?P<version>[0-9a-f]{12}))?"
    r"(?: as (?P<role>[a-z0-9][a-z0-9-]*))?[.! ]*",
    re.IGNORECASE,
)
_NEXT = Choices(
    (
        Choice("Show the kit", "show the kit", primary=True),
        Choice("Approve the kit", "approve the kit"),
    )
)


def handle(request: Request) -> Turn | None:
    """The turn for a brief as a file, or for the word that it waits for; None for all else."""
    attachment = request.incoming.attachment
    if attachment is not None:
        if not request.incoming.private:
            return turn(said(words.PRIVATELY))
        return _read(request, attachment)
    wished = wishes(request.incoming.text)
    waits = request.conversation.pending == PENDING
    if waits and Wish.YES in wished:
        return _add(request, "", "")
    if waits and Wish.NO in wished:
        return _forget(request, "")
    found = _SAID.fullmatch(request.incoming.text.strip())
    if found is None:
        return None
    version = (found["version"] or "").lower()
    if found["what"].casefold() == "add":
        return _add(request, version, (found["role"] or "").lower())
    return _forget(request, version)


def _read(request: Request, attachment: Attachment) -> Turn:
    """Shows what is in a file and keeps it until the yes; one line where it cannot be read."""
    ports, incoming = request.ports, request.incoming
    try:
        checked(attachment.name, attachment.size)
        markdown = text_in(attachment.name, ports.fetch(attachment))
        identity = identity_of(PurePath(attachment.name))
        role = read_brief(identity, attachment.name, markdown)
    except BriefUnreadable as error:
        return turn(said(str(error)))
    if not works_on(ports.role_teams, incoming.person)(role.id):
        return turn(said(not_yours(role.title)))
    before = ports.roles.get(role.id)
    if before and before.version == role.version:
        return turn(said(words.same(before.title, before.id)))
    draft = Draft(request.conversation.id, identity, attachment.name, markdown, incoming.at)
    several = (Aside(words.first_of(incoming.files)),) if incoming.files > 1 else ()
    return turn(
        (*several, *_preview(role), *_asking(request, role, before)),
        KeepDraft(draft),
        Remember(replace(request.conversation, pending=PENDING)),
    )


def _preview(role: Role) -> tuple[Block, ...]:
    """What was read: the facts, the requirements, and what should be mended."""
    listed = tuple(one for one in role.criteria if one.kind is not CriterionKind.SIGNAL)
    findings = brief_findings(role)
    mend = (Text(words.FINDINGS_INTRO), Items(tuple(map(words.finding, findings))))
    return (
        Heading(role.title),
        Text(words.read(role.source, len(role.passages))),
        *_facts(role),
        Text(words.CRITERIA_INTRO),
        Items(tuple(map(words.criterion, listed)), numbered=True),
        *(mend if findings else (Text(words.NOTHING_TO_MEND),)),
    )


def _facts(role: Role) -> tuple[Block, ...]:
    years, pay = role.years, "; ".join(map(words.pay, role.pay))
    hidden = (one.title for one in role.sections if one.audience is Audience.TEAM)
    rows = (
        ("Years", words.years(years.least, years.most, years.line) if years else ""),
        ("Pay", pay),
        (words.TEAM_ONLY, ", ".join(dict.fromkeys(hidden))),
    )
    told = tuple((name, value) for name, value in rows if value)
    return (Pairs(told),) if told else ()


def _asking(request: Request, role: Role, before: Role | None) -> tuple[Block, ...]:
    """What a yes would do, with its buttons."""
    yes = words.add(role.version)
    no = Choice(words.FORGET, words.forget(role.version))
    if before is not None:
        told = (Text(words.differs(drift(before, role))),)
        ask = Text(words.ask_replace(before.title, role.id))
        return (*told, ask, Choices((Choice(words.REPLACE, yes, primary=True), no)))
    same = [one for one in request.ports.roles.all() if one.title == role.title]
    others = tuple(
        Choice(words.is_new_version(one.id), words.add_as(role.version, one.id)) for one in same
    )
    noted = tuple(Text(words.same_title(one.title, one.id)) for one in same)
    choices = Choices((Choice(words.ADD, yes, primary=not others), *others, no))
    return (*noted, Text(words.ASK_NEW), choices)


def _draft(request: Request, version: str) -> Draft | str:
    """The draft that is meant, or why there is none; `version` is "" for whichever waits."""
    draft = request.ports.drafts.get(request.conversation.id)
    if draft is None:
        return words.NO_DRAFT
    meant = version in ("", version_of(draft.markdown))
    return draft if meant else words.OTHER_DRAFT


def _forget(request: Request, version: str) -> Turn:
    draft = _draft(request, version)
    if isinstance(draft, str):
        return turn(said(draft))
    done = Remember(replace(request.conversation, pending=""))
    return turn(said(words.FORGOTTEN), DropDraft(draft.conversation), done)


def _add(request: Request, version: str, named: str) -> Turn:
    draft = _draft(request, version)
    if isinstance(draft, str):
        return turn(said(draft))
    ports = request.ports
    role = read_brief(named or draft.identity, draft.source, draft.markdown)
    if not works_on(ports.role_teams, request.incoming.person)(role.id):
        return turn(said(not_yours(role.title)))
    before = ports.roles.get(role.id)
    if before and before.version == role.version:
        return turn(said(words.same(before.title, before.id)), DropDraft(draft.conversation))
    change = TakeBrief(role, draft, before.version if before else "", request.incoming.at)
    here = replace(request.conversation, role=role.id, questions=(), pending="")
    return turn((*_told(request, role, before), _NEXT), change, Remember(here))


def _told(request: Request, role: Role, before: Role | None) -> tuple[Block, ...]:
    """What was made of the brief, and how its questions stand."""
    kit = kits.state(request.ports, role, present_kit(request.ports, role))
    if before is None:
        return (Text(words.added(role.title, role.id)), *kit)
    changed = Text(words.differs(drift(before, role)))
    return (Text(words.replaced(role.title, role.id)), changed, *kit)
