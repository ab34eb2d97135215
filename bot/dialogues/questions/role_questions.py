"""Questions about a role, from a recruiter or a candidate: which role, then what its brief says."""

from dataclasses import replace

from bot.core.answering.hiring_talk import is_of_the_team
from bot.core.messages import Block, Choice, Choices, Incoming, Text
from bot.core.roles import Audience, Role
from bot.core.screening.utterances import Wish, wishes
from bot.core.text.cleaning import has_words
from bot.core.wording import general as words
from bot.dialogues.questions import asking_team
from bot.dialogues.questions.role_answers import answered, unread
from bot.dialogues.turn import Turn, turn
from bot.ports import Conversation, Ports, Remember

REMEMBERED = 3
"""How many earlier questions help to understand the next one."""


def handle(ports: Ports, incoming: Incoming, conversation: Conversation) -> Turn:
    """The turn for a message that asks about a role."""
    unclear = unreadable(incoming)
    if unclear:
        return turn(unclear)
    if incoming.audience is not Audience.TEAM and is_of_the_team(incoming.text):
        return turn((Text(words.FOR_THE_TEAM),))
    roles = ports.roles.all()
    if not roles:
        return turn((Text(words.NO_ROLES),))
    role = chosen_role(roles, incoming, conversation)
    if role is None:
        return turn(which_role(roles), Remember(_waiting(conversation, incoming.text)))
    question = incoming.text
    if _only_names(role, question) and conversation.pending.startswith(_ASKED):
        question = conversation.pending.removeprefix(_ASKED)
    here = replace(conversation, role=role.id)
    taken = asking_team.in_role_chat(asking_team.Asking(ports, role, incoming, here))
    if taken:
        return taken
    small = _small_talk(role, incoming, conversation)
    if small:
        return turn(small, Remember(here))
    blocks, kept = asked(ports, role, incoming, here, question)
    return turn(blocks, Remember(kept))


def unreadable(incoming: Incoming) -> tuple[Block, ...]:
    """Says why a message cannot be read as a question; nothing where it can."""
    if incoming.files and not has_words(incoming.text):
        return (Text(words.FILE),)
    said = unread(incoming.text)
    return (Text(said),) if said else ()


def asked(
    ports: Ports, role: Role, incoming: Incoming, conversation: Conversation, question: str
) -> tuple[tuple[Block, ...], Conversation]:
    """The answer's blocks, and the conversation that now remembers the question.

    Where a person may know, the blocks offer to ask the team, and the chat waits for a yes.
    """
    found = answered(ports, role, question, conversation.questions, incoming.audience)
    blocks, kept = asking_team.offered(found, question, conversation)
    return blocks, replace(kept, questions=(*conversation.questions, question)[-REMEMBERED:])


def chosen_role(
    roles: tuple[Role, ...], incoming: Incoming, conversation: Conversation
) -> Role | None:
    """The role that is meant: named now, talked about before, the place's, or the only one.

    What was said last in this chat wins over the page it was said on.
    """
    named = named_roles(roles, incoming.text)
    if len(named) == 1:
        return named[0]
    by_id = _NAMES.of(roles).by_id
    meant = by_id.get(conversation.role) or by_id.get(incoming.role)
    return meant or (roles[0] if len(roles) == 1 else None)


def named_roles(roles: tuple[Role, ...], text: str) -> tuple[Role, ...]:
    """The roles whose title or id the words hold."""
    said = " ".join(text.casefold().replace("-", " ").split())
    found = {
        identity
        for first, names in _NAMES.of(roles).by_first_word.items()
        if first in said
        for name, identity in names
        if name in said
    }
    return tuple(role for role in roles if role.id in found) if found else ()


class _Names:
    """The names of some roles: by id, and titles and ids in folded text by their first word."""

    def __init__(self, roles: tuple[Role, ...]) -> None:
        self.roles = roles
        self.by_id = {role.id: role for role in roles}
        self.by_first_word: dict[str, list[tuple[str, str]]] = {}
        for role in roles:
            for name in {role.title.casefold().replace("-", " "), role.id.replace("-", " ")}:
                first = name.partition(" ")[0]
                self.by_first_word.setdefault(first, []).append((name, role.id))


class _LastNames:
    """The names of the roles that were looked through last.

    The same tuple of roles comes with every message until a role changes, so that a thousand are
    gone through once.
    """

    def __init__(self) -> None:
        self._last = _Names(())

    def of(self, roles: tuple[Role, ...]) -> _Names:
        last = self._last
        if last.roles is not roles:
            last = self._last = _Names(roles)
        return last


_NAMES = _LastNames()


def which_role(roles: tuple[Role, ...]) -> tuple[Block, ...]:
    """Asks which role is meant."""
    offered = tuple(Choice(role.title, role.title) for role in roles)
    return (Text(words.WHICH_ROLE), Choices(offered))


_ASKED = "asked: "


def _waiting(conversation: Conversation, question: str) -> Conversation:
    """Remembers a question until its role is known."""
    return replace(conversation, pending=_ASKED + question)


def _only_names(role: Role, text: str) -> bool:
    return text.strip().casefold() in (role.title.casefold(), role.id)


def _small_talk(
    role: Role, incoming: Incoming, conversation: Conversation
) -> tuple[Block, ...] | None:
    wished = wishes(incoming.text)
    named_only = _only_names(role, incoming.text) and not conversation.pending
    if Wish.GREETING in wished or Wish.HELP in wished or named_only:
        hello = words.candidate_hello(role.title)
        return (Text(hello), Text(words.CANDIDATE_HELP)) if Wish.HELP in wished else (Text(hello),)
    if Wish.THANKS in wished:
        return (Text(words.YOUR_WELCOME),)
    if Wish.PERSON in wished:
        return (Text(words.ASK_PERSON),)
    return None
