"""Words that a chat waits for: each person's own, since several can press buttons in one thread.

In a chat's pending step they stand before any other, a line each; what follows may hold what
somebody wrote, and is never read as one of them.
"""

from dataclasses import dataclass, replace
from itertools import takewhile

from bot.dialogues.turn import Turn
from bot.ports import Change, Conversation, Remember

_WAITS = "waits "


@dataclass(frozen=True, slots=True)
class Awaited:
    """What a person's next words are for: a step such as “advance” or “more”, and a screening."""

    step: str
    screening: str


def awaited(conversation: Conversation, person: str) -> Awaited | None:
    """What this person's next words are for; None where nothing waits for them."""
    for line in _apart(conversation)[0]:
        found = line.removeprefix(_WAITS).split(" ", 2)
        if len(found) == 3 and found[2] == _line(person):
            return Awaited(found[0], found[1])
    return None


def awaiting(conversation: Conversation, person: str, step: str, screening: str) -> Conversation:
    """The chat that waits for this person's words."""
    others = no_longer(conversation, person).pending
    mine = f"{_WAITS}{step} {screening} {_line(person)}"
    return replace(conversation, pending="\n".join(filter(None, (others, mine))))


def no_longer(conversation: Conversation, person: str) -> Conversation:
    """The chat that waits for nothing of this person any more; a step of another kind is over."""
    waits, _ = _apart(conversation)
    kept = (line for line in waits if line.split(" ", 3)[-1] != _line(person))
    return replace(conversation, pending="\n".join(kept))


def others(conversation: Conversation) -> Conversation:
    """The chat as what has nothing to do with these words finds it."""
    return replace(conversation, pending=_apart(conversation)[1])


def behind(conversation: Conversation, here: Conversation) -> Conversation:
    """The chat as it is `here`, with the words that it waits for in `conversation`."""
    waits, _ = _apart(conversation)
    return replace(here, pending="\n".join(filter(None, (*waits, here.pending))))


def keeping(conversation: Conversation, taken: Turn) -> Turn:
    """The turn that such a thing took; what the chat waits for of anybody, it goes on to."""

    def kept(change: Change) -> Change:
        if not isinstance(change, Remember) or change.conversation.id != conversation.id:
            return change
        return Remember(behind(conversation, change.conversation))

    return replace(taken, changes=tuple(map(kept, taken.changes)))


def _apart(conversation: Conversation) -> tuple[tuple[str, ...], str]:
    """The lines that wait for people, and the step of another kind behind them."""
    lines = conversation.pending.split("\n")
    waits = tuple(takewhile(lambda line: line.startswith(_WAITS), lines))
    return waits, "\n".join(lines[len(waits) :])


def _line(person: str) -> str:
    return " ".join(person.split())
