"""What the team can do with a screening that is over: each act in its file, tried in turn."""

import re

from bot.core.messages import Text
from bot.core.wording import deciding as words
from bot.dialogues.candidates import arranging, asking_more, deciding, levels, noting, telling
from bot.dialogues.candidates.case import Case, acted
from bot.dialogues.candidates.waiting import Awaited, awaited, no_longer
from bot.dialogues.recruiting.request import Request
from bot.dialogues.turn import Turn, turn
from bot.ports import Conversation, Remember

_CANCEL = re.compile(r"/?(?:cancel|never ?mind|not now|leave it|stop)[.! ]*", re.IGNORECASE)
_ACTS = (
    asking_more.handle,
    telling.handle,
    levels.handle,
    noting.handle,
    arranging.handle,
    deciding.handle,
)


def handle(request: Request) -> Turn | None:
    """The turn for an act on a screening; None for any other message. Raises UnknownScreening."""
    for act in _ACTS:
        taken = act(request)
        if taken:
            return taken
    return _awaited(request)


def is_awaited(conversation: Conversation, person: str) -> bool:
    """Whether this person pressed a button here whose words are still to come."""
    return awaited(conversation, person) is not None


def _awaited(request: Request) -> Turn | None:
    """The turn for words that a pressed button asked for."""
    waits = awaited(request.conversation, request.incoming.person)
    if waits is None:
        return None
    said = request.incoming.text.strip()
    if _CANCEL.fullmatch(said):
        left = Remember(no_longer(request.conversation, request.incoming.person))
        return turn((Text(words.CANCELLED),), left)
    if waits.step != "more" and said.endswith("?"):
        return None  # a question in between; the reason is still waited for
    return acted(request, waits.screening, lambda case: _taken(case, waits, said))


def _taken(case: Case, waits: Awaited, said: str) -> Turn:
    reason = re.sub(r"^because\b[\s,:]*", "", said, flags=re.IGNORECASE)
    match waits.step:
        case "more":
            return asking_more.asked(case, said)
        case "undo":
            return deciding.undone(case, reason)
        case verdict:
            return deciding.decided(case, verdict, reason)
