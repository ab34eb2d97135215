"""A command of the team, and what every command needs: the role that is meant."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from bot.core.messages import Incoming, Text
from bot.core.roles import Role
from bot.core.wording import general
from bot.dialogues.questions import role_questions
from bot.dialogues.recruiting.resuming import waiting
from bot.dialogues.turn import Turn, turn
from bot.ports import Conversation, Ports


@dataclass(frozen=True)
class Request:
    """A command of the team: where it was said, and the words behind it."""

    ports: Ports
    incoming: Incoming
    conversation: Conversation
    rest: str

    @cached_property
    def role(self) -> Role | None:
        """The role that is meant, looked for once among all of them."""
        roles = self.ports.roles.all()
        return role_questions.chosen_role(roles, self.incoming, self.conversation)

    def ask_role(self) -> Turn:
        """Asks which role is meant; what was said is carried out once the person names one."""
        roles = self.ports.roles.all()
        if not roles:
            return turn((Text(general.NO_ROLES),))
        kept = waiting(self.incoming, self.conversation) if self.role is None else ()
        return turn(role_questions.which_role(roles), *kept)


Command = Callable[[Request], Turn]
