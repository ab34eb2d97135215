"""A candidate is invited: a screening is opened, with a link of its own and a pseudonym."""

from datetime import timedelta

from bot.core.errors import KitNotApproved
from bot.core.kits.kit import Kit
from bot.core.messages import Aside, Incoming, Link, Text
from bot.core.roles import Role
from bot.core.screening.events import Invited
from bot.core.wording import notice as notice_words
from bot.core.wording import recruiting as words
from bot.core.wording import whereabouts as places
from bot.dialogues.recruiting.request import Request
from bot.dialogues.screening.session import present_kit
from bot.dialogues.turn import Turn, turn
from bot.ports import Open, Ports


def invite(request: Request) -> Turn:
    """The turn that invites one candidate."""
    role = request.role
    if role is None:
        return request.ask_role()
    if not request.rest:
        return turn((Text(words.INVITE_WHOM),))
    opened = opening(request.ports, role, request.rest, request.incoming, trial=False)
    policy = request.ports.policies(role.id)
    days, notice = policy.invitation_days, policy.notice_days
    said = words.invited(request.rest, opened.invited.pseudonym, role.title, days)
    link = Link("Screening link", request.ports.candidate_link(opened.token))
    absent = request.ports.absent(role.id)
    warned = (Text(places.invited_into_silence(absent)),) if absent else ()
    later = (Aside(notice_words.begins_later(notice)),) if notice else ()
    blocks = (Text(said), link, Aside(words.code(opened.token)), *later, *warned)
    return turn(blocks, opened)


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
            pseudonym=_pseudonym(ports, role, identity),
            trial=trial,
        ),
        candidate=name,
        token=ports.token_of(identity),
        expires_at=incoming.at + timedelta(days=ports.policies(role.id).invitation_days),
        kit=kit,
    )


def is_signed(ports: Ports, role: Role) -> bool:
    """Whether the role's kit is signed off as it is now."""
    approval = ports.kits.approved(role.id)
    return approval is not None and approval.version == present_kit(ports, role).version


def _signed_kit(ports: Ports, role: Role, trial: bool) -> Kit:
    if not trial and not is_signed(ports, role):
        raise KitNotApproved(role.id)
    return present_kit(ports, role)


def _pseudonym(ports: Ports, role: Role, identity: str) -> str:
    """A short name from the screening's id, longer where a shorter one is taken in this role."""
    letters = "".join(letter for letter in identity.upper() if letter.isalnum())
    names = [f"Candidate {letters[:length]}" for length in range(3, len(letters) + 1)]
    known = ports.screenings.named(names)
    taken = {entry.pseudonym for entry in known if entry.role == role.id}
    return next((name for name in names if name not in taken), f"Candidate {identity}")
