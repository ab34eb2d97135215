"""A role's kit for the team: what it asks, whether it is signed off, who changed it."""

from bot.core.fit.cards import kit_blocks
from bot.core.kits.drift import Drift, drift, kit_drift
from bot.core.kits.edits import askable, dormant
from bot.core.kits.kit import Kit
from bot.core.lint.kits import barred
from bot.core.messages import Aside, Block, Choice, Choices, Heading, Items, Pairs, Text
from bot.core.roles import Role
from bot.core.wording import kits as words
from bot.core.wording import recruiting
from bot.core.wording.people import called, naming
from bot.dialogues.recruiting.request import Request
from bot.dialogues.screening.session import present_kit
from bot.dialogues.turn import Turn, turn
from bot.ports import Approval, Approve, Ports

_INVITE = Choice("Invite a candidate", "invite", primary=True)
_APPROVE = Choice("Approve the kit", "approve the kit", primary=True)
_EDIT = Choice("Edit the kit", "edit the kit")


def show(request: Request) -> Turn:
    """The turn that shows the kit."""
    role = request.role
    return turn(shown(request.ports, role)) if role else request.ask_role()


def shown(ports: Ports, role: Role) -> tuple[Block, ...]:
    """The kit of a role as whoever signs it off reads it, with who changed and who signed it."""
    kit = present_kit(ports, role)
    approval = ports.kits.approved(role.id)
    signed = approval is not None and approval.version == kit.version
    return (
        *kit_blocks(kit),
        *_unasked(role, kit),
        Aside(words.takes(kit.minutes)),
        *_edited(ports, role),
        *state(ports, role, kit),
        Choices((_INVITE if signed else _APPROVE, _EDIT)),
    )


def _unasked(role: Role, kit: Kit) -> tuple[Block, ...]:
    left = unasked(role, kit)
    return (Text(words.UNASKED_INTRO), Items(left)) if left else ()


def unasked(role: Role, kit: Kit) -> tuple[str, ...]:
    """The requirements a question could be about and is not."""
    asked = {question.criterion.id for question in kit.questions}
    return tuple(one.text for one in askable(role) if one.id not in asked)


def _edited(ports: Ports, role: Role) -> tuple[Block, ...]:
    history = ports.kits.history(role.id)
    if not history:
        return ()
    last = history[-1]
    said: tuple[Block, ...] = (
        Aside(words.last_edit(called(last.by, last.name), last.at, last.what)),
    )
    gone = dormant(role, ports.kits.edits(role.id))
    return (*said, Aside(words.dormant(gone))) if gone else said


def state(ports: Ports, role: Role, kit: Kit) -> tuple[Block, ...]:
    """Whether a kit is signed off, in words; where an older one is, what has changed since."""
    approval = ports.kits.approved(role.id)
    if approval is None:
        return (Text(recruiting.kit_state(kit.version)),)
    by = called(approval.by, approval.name)
    said = recruiting.kit_state(kit.version, by, approval.version)
    found = since(ports, role, kit, approval)
    changed = (Text(words.brief_changed(found)),) if found else ()
    return (naming(said, approval.by, approval.name), *changed)


def since(ports: Ports, role: Role, kit: Kit, approval: Approval) -> Drift:
    """How the brief's criteria changed since a sign-off that no longer counts."""
    signed = ports.kits.get(role.id, approval.version)
    if signed is None or signed.version == kit.version:
        return Drift()
    before = ports.roles.at(role.id, signed.brief_version)
    return drift(before, role) if before else kit_drift(signed, role)


def approve(request: Request) -> Turn:
    """The turn that signs the kit off, unless it asks what may not be asked."""
    role = request.role
    if role is None:
        return request.ask_role()
    kit = present_kit(request.ports, role)
    if request.rest and request.rest != kit.version:
        return turn((Text(words.CHANGED_MEANWHILE),))
    approval = request.ports.kits.approved(role.id)
    if approval and approval.version == kit.version:
        known = recruiting.already_approved(role.title, called(approval.by, approval.name))
        return turn((naming(known, approval.by, approval.name),))
    wrong = barred(kit)
    if wrong:
        listed = Items(tuple(words.advice(finding) for finding in wrong))
        return turn((Text(words.NOT_SIGNED), listed, Aside(words.NOT_SIGNED_REMEDY)))
    said = Text(recruiting.approved(role.title, kit.version))
    by = request.incoming
    return turn((said, Choices((_INVITE,))), Approve(kit, by.person, by.at, by.name))


def history(request: Request) -> Turn:
    """The turn that says who changed the kit."""
    role = request.role
    return turn(changes(request.ports, role)) if role else request.ask_role()


def changes(ports: Ports, role: Role) -> tuple[Block, ...]:
    """Every change to a role's kit, newest first."""
    known = ports.kits.history(role.id)
    if not known:
        return (Text(words.NO_HISTORY),)
    rows = tuple(
        (
            words.history_row(one.at, called(one.by, one.name)),
            words.history_what(one.what, one.version),
        )
        for one in reversed(known)
    )
    return (Heading(role.title), Text(words.HISTORY_INTRO), Pairs(rows))
