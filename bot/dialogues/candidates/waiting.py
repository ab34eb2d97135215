"""Words that a chat waits for: each person's own, since several can press buttons in one thread."""

from dataclasses import dataclass, replace

from bot.ports import Conversation

_WAITS = "waits "


@dataclass(frozen=True, slots=True)
class Awaited:
    """What a person's next words are for: a step such as “advance” or “more”, and a screening."""

    step: str
    screening: str


def awaited(conversation: Conversation, person: str) -> Awaited | None:
    """What this person's next words are for; None where nothing waits for them."""
    for line in conversation.pending.split("\n"):
        found = line.removeprefix(_WAITS).split(" ", 2)
        if line.startswith(_WAITS) and len(found) == 3 and found[2] == _line(person):
            return Awaited(found[0], found[1])
    return None


def awaiting(conversation: Conversation, person: str, step: str, screening: str) -> Conversation:
    """The chat that waits for this person's words."""
    others = no_longer(conversation, person).pending
    mine = f"{_WAITS}{step} {screening} {_line(person)}"
    return replace(conversation, pending="\n".join(filter(None, (others, mine))))


def no_longer(conversation: Conversation, person: str) -> Conversation:
    """The chat that waits for nothing of this person any more; a step of another kind is over."""
    lines = conversation.pending.split("\n")
    others = (line for line in lines if line.startswith(_WAITS))
    kept = (line for line in others if line.split(" ", 3)[-1] != _line(person))
    return replace(conversation, pending="\n".join(kept))


def _line(person: str) -> str:
    return " ".join(person.split())
