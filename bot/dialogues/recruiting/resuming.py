"""A command that was said before its role was plain: kept, and carried out once a role is named."""

from dataclasses import replace

from bot.core.messages import Incoming
from bot.core.roles import Role, role_called
from bot.dialogues.candidates.waiting import no_longer
from bot.dialogues.turn import Turn
from bot.ports import Conversation, Remember

_TOLD = "told "


def waiting(incoming: Incoming, conversation: Conversation) -> tuple[Remember, ...]:
    """Keeps the words till this person names a role; nothing where others' words are awaited."""
    said = " ".join(incoming.text.split())
    if not said or no_longer(conversation, incoming.person).pending:
        return ()
    # Several people can write in one chat: nobody carries out what another one said.
    return (Remember(replace(conversation, pending=f"{_TOLD}{incoming.person}\n{said}")),)


def resumed(
    incoming: Incoming, conversation: Conversation, roles: tuple[Role, ...]
) -> tuple[Incoming, Conversation] | None:
    """The command that waited, about the role that is named now; None for any other message."""
    begins = f"{_TOLD}{incoming.person}\n"
    if not conversation.pending.startswith(begins):
        return None
    role = role_called(roles, incoming.text.strip())
    if role is None:
        return None
    said = replace(incoming, text=conversation.pending.removeprefix(begins))
    return said, replace(conversation, role=role.id, questions=(), pending="")


def remembered(made: Turn, conversation: Conversation) -> Turn:
    """The turn; where it keeps nothing of the chat itself, the role that was named is kept."""
    if any(isinstance(change, Remember) for change in made.changes):
        return made
    return replace(made, changes=(*made.changes, Remember(conversation)))
