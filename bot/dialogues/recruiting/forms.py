"""What a form shows that a channel draws for the team: the roles to choose from, and a kit."""

from dataclasses import dataclass

from bot.core.forms import Entered, Filled, Form, Wanted
from bot.core.messages import Incoming
from bot.core.roles import Role
from bot.dialogues.recruiting.filling_in import FillingIn
from bot.dialogues.screening.session import present_kit
from bot.ports import Ports


@dataclass(frozen=True, slots=True)
class KitForm:
    """A role's kit as a form: its questions' words by number from 1, and whether it is signed."""

    role: str
    title: str
    version: str
    signed: bool
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forms:
    """Reads what forms show. What is submitted goes through the bot, as typed words do."""

    ports: Ports

    def roles(self) -> tuple[tuple[str, str], ...]:
        """The roles by id and title."""
        return tuple((role.id, role.title) for role in self.ports.roles.all())

    def role_of(self, conversation: str) -> str:
        """The role a chat is about: the last one, or the only one; "" where that is open."""
        known = [role.id for role in self.ports.roles.all()]
        meant = self.ports.conversations.get(conversation).role
        return meant if meant in known else known[0] if len(known) == 1 else ""

    def form(self, wanted: Wanted, incoming: Incoming) -> Form | None:
        """The form that somebody asks for, as it is drawn in any channel."""
        return FillingIn(self.ports).form(wanted, incoming)

    def filled(self, entered: Entered, incoming: Incoming) -> Filled:
        """What a filled form says; errors by field where something in it is wrong."""
        return FillingIn(self.ports).filled(entered, incoming)

    def kit(self, role: str) -> KitForm | None:
        """The role's kit as it is now; None for no role."""
        found = self.ports.roles.get(role)
        return self._form(found) if found else None

    def _form(self, role: Role) -> KitForm:
        kit = present_kit(self.ports, role)
        approval = self.ports.kits.approved(role.id)
        signed = approval is not None and approval.version == kit.version
        texts = tuple(question.text for question in kit.questions)
        return KitForm(role.id, role.title, kit.version, signed, texts)
