"""A message that was edited or deleted after it was read: a correction, and asked about first."""

from dataclasses import replace

from bot.core.errors import UnknownScreening
from bot.core.kits.kit import LETTERS
from bot.core.messages import Choice, Choices, Incoming, Quote, Text
from bot.core.screening.decisions import JOINT, AtEnd
from bot.core.screening.dialogue import ERASE
from bot.core.screening.utterances import Change, Wish
from bot.core.wording import revising as words
from bot.core.wording import screening as in_screening
from bot.dialogues.screening import concerns, correcting, identifying, writing
from bot.dialogues.screening.session import Session, gathered
from bot.dialogues.turn import Turn, turn
from bot.ports import Conversation, Ports

REVISED = "revised "
"""How a chat's pending step begins where edited words wait; name and whole new answer follow."""

_USE = Choice("Use the new words", "use it", primary=True)
_KEEP = Choice("Keep the first words", "continue")


def handle(ports: Ports, incoming: Incoming, conversation: Conversation) -> Turn:
    """The turn for an edited or a deleted message: nothing is done twice, nothing is lost."""
    if incoming.text.strip() == incoming.revises.strip():
        return turn(())  # A link's preview came, or another look: no word is another.
    screened = incoming.screening or conversation.screening
    if screened:
        try:
            return _screened(gathered(ports, incoming, conversation, screened))
        except UnknownScreening:
            return turn(())
    return turn((Text(words.READ_ALREADY),) if incoming.text else ())


def taken(session: Session, wished: frozenset[Wish]) -> Turn | None:
    """The turn that lets edited words count, if they wait and this says so."""
    pending = session.conversation.pending
    if not pending.startswith(REVISED) or not wished & {Wish.USE, Wish.YES}:
        return None
    name, _, text = pending.removeprefix(REVISED).partition(" ")
    return correcting.change(session, _change(name, text))


def _change(name: str, text: str) -> Change:
    return Change(0, text, LETTERS.index(name) + 1) if name in LETTERS else Change(int(name), text)


def _screened(session: Session) -> Turn:
    """The turn in a screening, where the words may have counted as an answer."""
    new = session.incoming.text.strip()
    stopped = concerns.stopped(session) if new else None
    if stopped:
        return stopped
    apart = identifying.revised(session) if new else None
    if apart:
        return apart
    drafted = writing.revised(session, session.incoming.revises.strip(), new)
    if drafted:
        return drafted
    counted = _counted(session, session.incoming.revises.strip(), new)
    if not counted:
        # What waits for one more word goes on waiting.
        waiting = session.conversation.pending
        return session.say(Text(words.READ_ALREADY), pending=waiting) if new else turn(())
    if isinstance(session.here, AtEnd):
        return session.say(Text(in_screening.CHANGE_AFTER))
    if len(counted) > 1:
        return session.say(Text(words.EDITED_WHICH if new else words.DELETED_WHICH))
    (name, whole), *_ = counted.items()
    return _asked(session, name, whole) if new else _deleted(session, name)


def _asked(session: Session, name: str, whole: str) -> Turn:
    shown = (Text(words.edited(name)), Quote(whole), Text(words.SHALL_I))
    return session.say(*shown, Choices((_USE, _KEEP)), pending=f"{REVISED}{name} {whole}")


def _deleted(session: Session, name: str) -> Turn:
    another = Choice("Give another answer", f"change {name}")
    return session.say(
        Text(words.deleted(name)), Choices((another, replace(_KEEP, label="Keep it"), ERASE))
    )


def _counted(session: Session, was: str, new: str) -> dict[str, str]:
    """The answers that the old words count in, by number or letter, with the new words in them."""
    counted = {}
    for letter, gate in zip(LETTERS, session.kit.gates, strict=False):
        given = session.screening.gates.get(gate.id)
        if was and given and given.words.strip() == was:
            counted[letter] = new
    for number, question in enumerate(session.kit.questions, 1):
        answer = session.screening.latest(question.id)
        # The messages of an answer, and the one to its follow-up, stand as paragraphs.
        if was and answer and f"{JOINT}{was}{JOINT}" in f"{JOINT}{answer.answer}{JOINT}":
            counted[str(number)] = answer.answer.replace(was, new, 1)
    return counted
