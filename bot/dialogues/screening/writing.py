"""An answer in several messages: it counts once the person says that it is all."""

import re
from dataclasses import replace

from bot.answers.questions import Asked, asked_in
from bot.core.messages import Block, Text
from bot.core.screening.decisions import JOINT, AtQuestion
from bot.core.screening.dialogue import writing_choices
from bot.core.screening.utterances import Wish, wishes
from bot.core.text.cleaning import LONGEST
from bot.core.wording import writing as words
from bot.dialogues.screening import answering, concerns
from bot.dialogues.screening.session import Session
from bot.dialogues.turn import Turn, turn
from bot.ports import Remember

_UNFINISHED = re.compile(r"(?:…|\.\.\.|\(more\)|\(to be continued\))\s*", re.IGNORECASE)
_LAST = re.compile(r"(?<=[.!?\n])\s*([^.!?\n]{3,40})[.!]*\s*")


def handled(session: Session) -> Turn | None:
    """The turn for a message that begins, goes on with or ends an answer; None for any other.

    Instructions and questions about the role work in between; what was written stays.
    """
    if not isinstance(session.here, AtQuestion) or session.screening.paused:
        return None
    wished = wishes(session.incoming.text)
    if session.conversation.draft is None:
        return _begun(session, wished)
    if wished & {Wish.SEND, Wish.USE, Wish.YES}:
        return _ended(session, session.conversation.draft)
    if wished & {Wish.MORE, Wish.THANKS, Wish.GREETING}:
        return _said(session, Text(words.GO_ON))
    if wished:
        return None
    if asked_in(session.incoming.text).question:
        return None
    return concerns.hostile(session) or _gone_on(session, session.conversation.draft)


def beside_a_question(session: Session, statement: str) -> Session:
    """The session with what was said beside a question added to what is being written."""
    draft = _joined(session.conversation.draft or "", statement)
    return replace(session, conversation=replace(session.conversation, draft=draft))


def revised(session: Session, was: str, new: str) -> Turn | None:
    """The turn for an edited or a deleted message of an answer that is not ended yet."""
    parts = (session.conversation.draft or "").split(JOINT)
    if not was or was not in parts:
        return None
    changed = [new if part == was else part for part in parts]
    drafted = JOINT.join(part for part in changed if part)
    said = Text(words.EDITED if new else words.TAKEN_OUT)
    return _remembered(session, drafted, (said, Text(words.NOT_ENDED), *writing_choices()))


def _begun(session: Session, wished: frozenset[Wish]) -> Turn | None:
    text = session.incoming.text.strip()
    if Wish.MORE in wished:
        return _remembered(session, "", (Text(words.LISTENING), *writing_choices()))
    unfinished = _UNFINISHED.search(text, max(len(text) - 20, 0))
    if wished or not unfinished or unfinished.end() != len(text):
        return None
    written = text[: unfinished.start()].strip()
    if not written or asked_in(text).question or concerns.hostile(session):
        return None
    return _remembered(session, text, (Text(words.LISTENING), *writing_choices()))


def _gone_on(session: Session, draft: str) -> Turn:
    text = session.incoming.text.strip()
    last = _LAST.search(text, max(len(text) - 60, 0))
    if last and last.end() == len(text) and Wish.SEND in wishes(last[1]):
        return _ended(session, _joined(draft, text[: last.start()]))
    if len(draft) + len(text) > LONGEST:
        return _said(session, Text(words.FULL))
    return _remembered(session, _joined(draft, text), (Text(words.GO_ON), *writing_choices()))


def _ended(session: Session, whole: str) -> Turn:
    if not whole.strip():
        return _said(session, Text(words.NOTHING_YET))
    return answering.kept(session, whole, Asked(whole, ""))


def _said(session: Session, *blocks: Block) -> Turn:
    return session.say(*blocks, *writing_choices())


def _remembered(session: Session, draft: str, blocks: tuple[Block, ...]) -> Turn:
    kept = replace(session.conversation, draft=draft, pending="")
    return turn(blocks, Remember(kept))


def _joined(*parts: str) -> str:
    return JOINT.join(part.strip() for part in parts if part.strip())
