"""A candidate's résumé: read, shown back, and put with the answers only after a yes.

It moves no question and no rating. A file is opened only between the consent and the end.
"""

import re
from hashlib import sha256

from bot.core.errors import FileNotFetched, ResumeUnreadable
from bot.core.messages import Aside, Attachment, Block, Choice, Choices, Quote, Text
from bot.core.roles import CriterionKind
from bot.core.screening import waiting as waiting_for
from bot.core.screening.commands import KeepResume, TakeBackResume
from bot.core.screening.consent import consents
from bot.core.screening.dialogue import consent_choices
from bot.core.screening.places import AtEnd, AtNotice
from bot.core.screening.resume import ReadResume, ResumeKept
from bot.core.screening.utterances import Wish, wishes
from bot.core.text.cleaning import has_words
from bot.core.wording import resume as words
from bot.core.wording.screening import CONSENT_QUESTION, REVIEW_ASK
from bot.dialogues.screening.session import Session, role_then, said
from bot.dialogues.turn import Turn, turn
from bot.ports import Change, DropWaiting, KeepWaiting, WaitingResume

PENDING = "resume"
"""What a chat waits for while a résumé is shown in it."""
_ANSWER = 12
"""From so many words on, what stands beside a file may be an answer."""
_NAMED = r"(?:r[ée]sum[ée]|cv|curriculum(?: vitae)?)"
_SAID = re.compile(
    r"/?(?:please |ok(?:ay)?,? )?(?P<what>keep|use|put|remove|delete|forget|discard|take back|take|"
    rf"withdraw)(?: (?:my|the|this))? {_NAMED}(?: (?:back|out|away|with my answers))?[.! ]*",
    re.IGNORECASE,
)
_KEEPS = frozenset(("keep", "use", "put"))
_ASKS = re.compile(
    r"(?:and |so |please |hi,? |hello,? )*(?:(?:can|could|may|should|shall|must|do|how|where|would|"
    r"is it)\b[^.!?]{0,60}\b(?:upload|send|attach|hand in|add|give|share|submit|want|need|see|read)"
    rf"(?: (?:you|in|me))*(?: (?:my|a|the|your|our))? {_NAMED}\b[^.!?]{{0,40}}\?+|"
    rf"(?:upload|send|attach|hand in|add|share|submit)(?: (?:my|a|the))? {_NAMED}[.!? ]*)",
    re.IGNORECASE,
)


def beside_words(session: Session) -> bool:
    """Whether the message is words with a file beside them, rather than a file."""
    return len(session.incoming.text.split()) >= _ANSWER


def handed_in(session: Session) -> Turn:
    """The turn for a file: what was read in it, or why it was not opened or cannot be read."""
    attachment = session.incoming.attachment
    match session.here:
        case AtNotice():
            wait = session.wait
            asked = (
                waiting_for.still(wait) if wait else (Text(CONSENT_QUESTION), *consent_choices())
            )
            return session.say(Text(words.AFTER_CONSENT), *asked)
        case AtEnd():
            return session.say(Text(words.AFTER_END))
    if attachment is None:
        return session.ask_again(Text(words.NOT_FETCHED))
    try:
        read = _read(session, attachment)
    except (FileNotFetched, ResumeUnreadable) as wrong:
        return session.ask_again(Text(str(wrong)))
    if session.screening.resume and session.screening.resume.text == read.text:
        return session.ask_again(Text(words.SAME))
    waiting = WaitingResume(
        session.conversation.id, session.screening.id, read, session.incoming.at
    )
    shown = session.say(*_preview(session, read), pending=PENDING)
    return turn(shown.reply.blocks, *shown.changes, KeepWaiting(waiting))


def _read(session: Session, attachment: Attachment) -> ReadResume:
    data = session.ports.fetch(attachment)
    return session.ports.read_resume(attachment.name, data)


def _preview(session: Session, read: ReadResume) -> tuple[Block, ...]:
    incoming = session.incoming
    beside = (
        (incoming.files > 1, words.FIRST_ONLY),
        (has_words(incoming.text), words.NOT_AN_ANSWER),
    )
    left_out = (Text(words.left_out(read.left_out)),) if read.left_out else ()
    keep = Choice(words.KEEP, words.SAY_KEEP, primary=True)
    return (
        *(Aside(note) for applies, note in beside if applies),
        Text(words.READ),
        Quote(read.text),
        *left_out,
        Text(words.ASK),
        Choices((keep, Choice(words.REMOVE, words.SAY_REMOVE))),
    )


def followed(session: Session) -> Turn | None:
    """The turn for what is said of a résumé, or to the one that is shown; None for all else."""
    text = session.incoming.text.strip()
    if session.conversation.pending == PENDING:
        wished = wishes(text)
        if consents(text) or Wish.USE in wished:
            return _keep(session)
        if Wish.NO in wished:
            return _remove(session)
    found = _SAID.fullmatch(text)
    if found:
        return _keep(session) if found["what"].casefold() in _KEEPS else _remove(session)
    if _ASKS.fullmatch(text):
        over = isinstance(session.here, AtEnd)
        return session.ask_again(Text(words.AFTER_END if over else words.HOW))
    return None


def _keep(session: Session) -> Turn:
    waiting = session.ports.waiting_resumes.get(session.conversation.id)
    if waiting is None or waiting.screening != session.screening.id:
        return session.ask_again(Text(words.SAME if session.screening.resume else words.HOW))
    if not session.screening.open:
        return forgotten(session, session.ask_again())
    kept = _found_in(session, waiting.read)
    events, after = session.decide(KeepResume(session.incoming.at, kept))
    replaced = (Text(words.REPLACED),) if session.screening.resume and events else ()
    blocks = (Text(words.KEPT), *replaced, *session.next_after(after))
    return _with(session.keep(blocks, events, after), DropWaiting(session.conversation.id))


def _found_in(session: Session, read: ReadResume) -> ResumeKept:
    """The résumé with the words in it that speak to the requirements of this screening's brief."""
    role = role_then(session.ports, session.role, session.screening) or session.role
    criteria = role.of_kind(CriterionKind.ESSENTIAL, CriterionKind.DESIRABLE, CriterionKind.SOFT)
    finder = session.ports.resume_lines
    return ResumeKept(
        at=session.incoming.at,
        form=read.form,
        text=read.text,
        sha256=sha256(read.text.encode()).hexdigest(),
        left_out=read.left_out,
        quotes=finder.quotes(criteria, read.text),
        finder=finder.name,
        orders=finder.orders(read.text),
    )


def _remove(session: Session) -> Turn:
    """Forget what waits for a yes; otherwise take back what was handed in."""
    if session.ports.waiting_resumes.get(session.conversation.id):
        removed = session.ask_again(Text(words.REMOVED))
        return _with(removed, DropWaiting(session.conversation.id))
    if session.screening.resume is None:
        return session.ask_again(Text(words.NONE))
    events, after = session.decide(TakeBackResume(session.incoming.at))
    if not events:
        return session.say(Text(words.AFTER_END))
    return session.keep((Text(words.TAKEN_BACK), *session.next_after(after)), events, after)


def reminded(session: Session, made: Turn) -> Turn:
    """The turn; where it asks to send the answers, it says that a résumé still waits for a yes."""
    asks = Text(REVIEW_ASK)
    settled = any(isinstance(change, DropWaiting) for change in made.changes)
    if settled or asks not in made.reply.blocks:
        return made
    if session.ports.waiting_resumes.get(session.conversation.id) is None:
        return made
    at = made.reply.blocks.index(asks)
    blocks = (*made.reply.blocks[:at], Text(words.STILL_WAITS), *made.reply.blocks[at:])
    return turn(blocks, *made.changes, posts=made.reply.posts)


def forgotten(session: Session, ended: Turn) -> Turn:
    """The turn that ends a screening; what still waited for a yes goes with it, and it says so."""
    if session.ports.waiting_resumes.get(session.conversation.id) is None:
        return ended
    blocks = (*ended.reply.blocks, Text(words.FORGOTTEN))
    dropped = DropWaiting(session.conversation.id)
    return turn(blocks, *ended.changes, dropped, posts=ended.reply.posts)


def data(session: Session) -> tuple[Block, ...]:
    """What is kept of résumés, for the candidate."""
    waiting = session.ports.waiting_resumes.get(session.conversation.id)
    kept = session.screening.resume
    took_back = kept is None and any(
        isinstance(event, ResumeKept)
        for event in session.ports.screenings.events(session.screening.id)
    )
    return (
        *((Text(words.DATA), Quote(kept.text)) if kept else ()),
        *((Text(words.DATA_WAITING), Quote(waiting.read.text)) if waiting else ()),
        *(said(words.DATA_TAKEN_BACK) if took_back else ()),
    )


def _with(made: Turn, *changes: Change) -> Turn:
    return turn(made.reply.blocks, *made.changes, *changes, posts=made.reply.posts)
