"""A candidate's screening: what a message means where the screening stands, and what follows."""

import re
from dataclasses import replace

from bot.answers.questions import asked_in
from bot.core.answering.about import Topic, topic_in
from bot.core.errors import UnknownRole, UnknownScreening
from bot.core.messages import Aside, Block, Incoming, Text
from bot.core.screening import waiting
from bot.core.screening.consent import consents
from bot.core.screening.dialogue import consent_choices, one_more, send_choices
from bot.core.screening.places import AtEnd, AtGate, AtNotice, AtQuestion, AtReview, Place
from bot.core.screening.utterances import Wish, change, wishes
from bot.core.text.cleaning import has_words
from bot.core.wording import about, resume
from bot.core.wording import concerns as beside
from bot.core.wording import more as more_words
from bot.core.wording import questions as to_team
from bot.core.wording import screening as words
from bot.dialogues.candidates import asking_more
from bot.dialogues.questions import asking_team, role_questions
from bot.dialogues.screening import (
    answering,
    concerns,
    correcting,
    identifying,
    instructions,
    noticing,
    resumes,
    revising,
    roleless,
    writing,
)
from bot.dialogues.screening.session import Session, gathered, said
from bot.dialogues.turn import Turn, turn
from bot.ports import Conversation, Ports, Remember

_CODE = re.compile(r"\s*(/?start\s+)?([\w-]{40,60})\s*", re.IGNORECASE)


def invited(ports: Ports, incoming: Incoming, conversation: Conversation) -> Turn | None:
    """The turn for a message that is an invitation's code; None where it is none.

    Where others read along no screening is opened. A code that opens none gets the same words
    whether it ever did.
    """
    found = _CODE.fullmatch(incoming.text)
    if found is None:
        return None
    screened = ports.screenings.by_token(found[2], incoming.at)
    if screened is None and not found[1]:
        return None
    if not incoming.private:
        return turn((Text(words.CODE_IN_PUBLIC),))
    if screened is None:
        return turn((Text(words.LINK_INVALID),))
    fresh = replace(conversation, questions=(), pending="", draft=None)
    return noticing.given(gathered(ports, incoming, fresh, screened), Session.ask_again)


def over(ports: Ports, screened: str) -> bool:
    """Whether nothing can be said in a screening any more, or there is none."""
    return not ports.screenings.state(screened).open


def handle(ports: Ports, incoming: Incoming, conversation: Conversation, screened: str) -> Turn:
    """The turn for a candidate's message."""
    try:
        session = gathered(ports, incoming, conversation, screened)
    except UnknownScreening:
        forgotten = replace(conversation, screening="", pending="")
        return turn((Text(words.LINK_INVALID),), Remember(forgotten))
    except UnknownRole:
        return roleless.handle(ports, incoming, conversation, screened)
    return noticing.given(session, _handled)


def _handled(session: Session) -> Turn:
    return resumes.reminded(session, _taken(session))


def _taken(session: Session) -> Turn:
    """The turn for a message, with a file or without."""
    if not session.incoming.files:
        return _said(session)
    if not resumes.beside_words(session):
        return concerns.stopped(session) or resumes.handed_in(session)
    said_first = _said(session)
    shown = (*said_first.reply.blocks, Aside(resume.NOT_OPENED))
    return turn(shown, *said_first.changes, posts=said_first.reply.posts)


def _said(session: Session) -> Turn:
    """The turn for words, or for none."""
    if not has_words(session.incoming.text):
        return _wordless(session)
    return (
        concerns.stopped(session)
        or identifying.handled(session)
        or _adjusted(session)
        or resumes.followed(session)
        or _pending(session)
        or writing.handled(session)
        or _wished(session)
        or concerns.hostile(session)
        or asking_more.answered(session)
        or _spoken(session)
    )


def _wordless(session: Session) -> Turn:
    """No words: the first look at a link, or an empty message."""
    told = session.screening.notice is not None
    fresh = session.screening.number == 1 + told and not session.incoming.text
    return session.ask_again(*(() if fresh else said(words.EMPTY)))


def _pending(session: Session) -> Turn | None:
    """The step that waited for one more word, if this is that word."""
    pending, wished = session.conversation.pending, wishes(session.incoming.text)
    agreed = consents(session.incoming.text)
    if pending in ("withdraw", "erase", noticing.ANOTHER_WAY) and wished & {Wish.NO, Wish.RESUME}:
        return instructions.kept_going(session)
    if pending == concerns.STOPPED and Wish.YES in wished:
        return instructions.person(session)
    if pending == "withdraw" and (agreed or Wish.WITHDRAW in wished):
        return instructions.withdrawn(session)
    if pending == "erase" and (agreed or Wish.ERASE in wished):
        return roleless.erased(session.ports, session.incoming, session.screening.id)
    return (
        _to_team(session)
        or noticing.chosen(session, wished)
        or noticing.waived(session, wished)
        or revising.taken(session, wished)
        or answering.taken(session, wished)
        or correcting.awaited(session, wished)
    )


def _to_team(session: Session) -> Turn | None:
    """The turn that passes a question on to the hiring team, or does not, as was offered."""
    pending, text = session.conversation.pending, session.incoming.text
    if asking_team.declined(text, pending):
        return _back(session, said(to_team.NOT_ASKED))
    question = asking_team.requested(text, pending)
    if question is None:
        return None
    asking = asking_team.Asking(session.ports, session.role, session.incoming, session.conversation)
    passed = asking_team.passed_on(asking, question)
    back = _back(session, passed.said)
    return turn(back.reply.blocks, *back.changes, *passed.changes, posts=passed.posts)


def _wished(session: Session) -> Turn | None:
    """The turn for a message that is an instruction in this place."""
    changing = change(session.incoming.text)
    if changing:
        return correcting.change(session, changing)
    return instructions.followed(session) or _about(session)


def _adjusted(session: Session) -> Turn | None:
    """The turn for somebody who needs more time or another way: never an answer, wherever it is."""
    return _about(session) if topic_in(session.incoming.text) is Topic.ADJUSTMENT else None


def _about(session: Session) -> Turn | None:
    """The turn for a question about the screening itself."""
    topic = topic_in(session.incoming.text)
    if topic is None:
        return None
    kit = session.kit
    return _back(session, said(about.said(topic, kit.minutes, len(kit.questions))))


def _spoken(session: Session) -> Turn:
    """The turn for a message in the person's own words: an answer, a question, or both."""
    here = session.here
    asked = asked_in(session.incoming.text)
    if session.conversation.draft is not None and asked.question and isinstance(here, AtQuestion):
        return _digress(writing.beside_a_question(session, asked.statement), asked.question)
    if isinstance(here, AtGate | AtQuestion) and asked.statement:
        return answering.answer(session, asked)
    if asked.question:
        return _digress(session, asked.question)
    return _unclear(session, here)


def _unclear(session: Session, here: Place) -> Turn:
    """The turn for words that are no answer here."""
    if concerns.unreadable(session):
        return _back(session, said(beside.FOREIGN_ELSEWHERE))
    if session.wait:
        return session.say(*waiting.still(session.wait))
    match here:
        case AtNotice():
            return session.say(Text(words.CONSENT_UNCLEAR), *consent_choices())
        case AtReview():
            unclear = session.say(Text(words.REVIEW_UNCLEAR), *send_choices())
            return answering.late(session) or unclear
        case _:
            return session.ask_again()


def _digress(session: Session, question: str) -> Turn:
    """Answer a question about the role, then come back to where the screening stands."""
    blocks, kept = role_questions.asked(
        session.ports, session.role, session.incoming, session.conversation, question
    )
    awaited = correcting.still_awaited(session)
    if awaited or not _yes_is_free(session):
        blocks, kept = asking_team.unasked(blocks), replace(kept, pending=awaited)
    return turn((*blocks, *_return(session)), Remember(kept))


def _yes_is_free(session: Session) -> bool:
    """Whether a yes would answer nothing else that is asked here."""
    free = isinstance(session.here, AtQuestion | AtEnd) and session.conversation.draft is None
    return free and not session.screening.paused


def _back(session: Session, told: tuple[Block, ...]) -> Turn:
    """Say something beside the screening, then come back to where it stands."""
    return session.say(*told, *_return(session), pending=correcting.still_awaited(session))


def _return(session: Session) -> tuple[Block, ...]:
    """What is asked again after a digression; a long notice or review only by its last lines."""
    if correcting.still_awaited(session):
        return said(words.CHANGE_STILL)
    if session.wait:
        return waiting.still(session.wait)
    match session.here:
        case AtEnd():
            more = session.screening.more
            return (Text(more_words.STILL), *one_more(more.question)) if more else ()
        case AtNotice():
            return (Text(words.CONSENT_QUESTION), *consent_choices())
        case AtReview():
            return (Text(words.REVIEW_ASK), *send_choices())
        case AtGate() | AtQuestion():
            return (Text(words.BACK_TO), *session.asked_now)
