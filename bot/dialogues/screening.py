"""A candidate's screening: what a message means where the screening stands, and what follows."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.answers.questions import asked_in
from bot.core import cards, dialogue
from bot.core.decisions import (
    AskPerson,
    AtEnd,
    AtGate,
    AtNotice,
    AtQuestion,
    AtReview,
    Consent,
    Correct,
    Finish,
    Pause,
    Skip,
    Withdraw,
)
from bot.core.errors import UnknownScreening
from bot.core.messages import Block, Incoming, Text
from bot.core.screening import Probed, Stage
from bot.core.utterances import Change as Changing
from bot.core.utterances import Wish, change, wishes
from bot.core.wording import screening as words
from bot.dialogues import role_questions
from bot.dialogues.session import Session, gathered, said
from bot.dialogues.turn import Turn, turn
from bot.ports import Conversation, Erase, Ports, Remember

_CHANGE = "change "


def invitation(ports: Ports, incoming: Incoming) -> str | None:
    """The screening that a message's invitation code opens, if it holds one."""
    found = re.fullmatch(r"\s*(?:/?start\s+)?([\w-]{40,60})\s*", incoming.text)
    if found is None or not incoming.private:
        return None
    return ports.screenings.by_token(found[1], incoming.at)


def start(ports: Ports, incoming: Incoming, conversation: Conversation, screened: str) -> Turn:
    """The first turn of a screening in this chat."""
    return gathered(ports, incoming, conversation, screened).ask_again()


def handle(ports: Ports, incoming: Incoming, conversation: Conversation, screened: str) -> Turn:
    """The turn for a candidate's message."""
    try:
        session = gathered(ports, incoming, conversation, screened)
    except UnknownScreening:
        forgotten = replace(conversation, screening="", pending="")
        return turn((Text(words.LINK_INVALID),), Remember(forgotten))
    if not _has_words(incoming.text):
        fresh = session.screening.number == 1 and not incoming.text
        return session.ask_again(*(() if fresh else said(words.EMPTY)))
    return _pending(session) or _wished(session) or _spoken(session)


def _has_words(text: str) -> bool:
    return any(letter.isalnum() or letter == "?" for letter in text)


def _pending(session: Session) -> Turn | None:
    """The step that waited for one more word, if this is that word."""
    pending, wished = session.conversation.pending, wishes(session.incoming.text)
    if pending == "withdraw" and wished & {Wish.WITHDRAW, Wish.YES}:
        return session.act((), Withdraw(session.incoming.at))
    if pending == "erase" and wished & {Wish.ERASE, Wish.YES}:
        return _erase(session)
    if pending.startswith(_CHANGE) and not wished - {Wish.YES, Wish.NO, Wish.SEND}:
        return _correct(session, int(pending.removeprefix(_CHANGE)), session.incoming.text)
    return None


def _wished(session: Session) -> Turn | None:
    """The turn for a message that is an instruction in this place."""
    wished = wishes(session.incoming.text)
    changing = change(session.incoming.text)
    if changing:
        return _change(session, changing)
    for wish, act in (*_here(session), *_ANYWHERE):
        if wish in wished:
            return act(session)
    return None


Act = Callable[[Session], Turn]


def _here(session: Session) -> tuple[tuple[Wish, Act], ...]:
    """What the wishes mean that depend on the place."""
    match session.here:
        case AtNotice():
            return ((Wish.YES, _consent), (Wish.NO, _refuse))
        case AtReview():
            return ((Wish.SEND, _finish), (Wish.YES, _finish))
        case AtGate():
            return ((Wish.SKIP, _skip), (Wish.CLARIFY, _clarify))
        case AtQuestion():
            return ((Wish.SKIP, _skip), (Wish.CLARIFY, _clarify))
        case AtEnd():
            return ()


def _spoken(session: Session) -> Turn:
    """The turn for a message in the person's own words: an answer, a question, or both."""
    here = session.here
    asked = asked_in(session.incoming.text)
    if isinstance(here, AtGate | AtQuestion) and asked.statement:
        return _answer(session, asked.question)
    if asked.question:
        blocks, kept = _answered(session, asked.question)
        again = dialogue.next_blocks(session.kit, session.screening)
        back = () if isinstance(here, AtEnd) else (Text(words.BACK_TO), *_short(session, again))
        return turn((*blocks, *back), Remember(kept))
    match here:
        case AtNotice():
            return session.say(Text(words.CONSENT_UNCLEAR), *dialogue.consent_choices())
        case AtReview():
            return session.say(Text(words.REVIEW_UNCLEAR), *dialogue.send_choices())
        case _:
            return session.ask_again()


def _short(session: Session, again: tuple[Block, ...]) -> tuple[Block, ...]:
    """What is asked again after a digression; a long notice or review only by its last lines."""
    match session.here:
        case AtNotice():
            return (Text(words.CONSENT_QUESTION), *dialogue.consent_choices())
        case AtReview():
            return (Text(words.REVIEW_ASK), *dialogue.send_choices())
        case _:
            return again


def _answered(session: Session, question: str) -> tuple[tuple[Block, ...], Conversation]:
    return role_questions.asked(
        session.ports, session.role, session.incoming, session.conversation, question
    )


def _answer(session: Session, question: str) -> Turn:
    """Keep the message as the answer; if it also asks about the role, answer that first."""
    here = session.here
    events, after = session.decide(session.answer(session.incoming.text))
    probing = any(isinstance(event, Probed) for event in events)
    thanks = words.PROBE_THANKS if probing else words.ANSWER_THANKS[after.number % 4]
    thanks = words.GATE_THANKS if isinstance(here, AtGate) else thanks
    answered = _answered(session, question)[0] if question else ()
    blocks = (*answered, Text(thanks), *dialogue.next_blocks(session.kit, after))
    return session.keep(blocks, events, after)


def _consent(session: Session) -> Turn:
    thanks = said(words.CONSENT_THANKS)
    return session.act(thanks, Consent(session.incoming.at, session.incoming.text))


def _refuse(session: Session) -> Turn:
    events, after = session.decide(Withdraw(session.incoming.at))
    return session.keep(said(words.NOT_CONSENTED), events, after)


def _skip(session: Session) -> Turn:
    here = session.here
    skipped = words.SKIPPED_GATE if isinstance(here, AtGate) else words.SKIPPED
    if isinstance(here, AtQuestion) and here.probing:
        skipped = words.SKIPPED_PROBE
    return session.act(said(skipped), Skip(session.incoming.at))


def _clarify(session: Session) -> Turn:
    gate = isinstance(session.here, AtGate)
    return session.ask_again(Text(words.CLARIFY_GATE if gate else words.CLARIFY))


def _finish(session: Session) -> Turn:
    events, after = session.decide(Finish(session.incoming.at))
    heard = cards.heard(session.kit, after)
    return session.keep((Text(words.SENT), Text(words.HEARD_INTRO), *heard), events, after)


def _pause(session: Session) -> Turn:
    if isinstance(session.here, AtEnd):
        return session.ask_again()
    events, after = replace(session, screening=replace(session.screening, paused=False)).decide(
        Pause(session.incoming.at)
    )
    kept = () if session.screening.paused else events
    return session.keep((Text(words.PAUSED), *dialogue.continue_choices()), kept, after)


def _resume(session: Session) -> Turn:
    return session.act(said(words.RESUMED)) if session.screening.paused else session.act(())


def _person(session: Session) -> Turn:
    again = session.screening.person_asked
    known = said(words.PERSON_AGAIN if again else words.PERSON)
    asked = () if again else (AskPerson(session.incoming.at, session.incoming.text),)
    return session.act(known, *asked)


def _withdraw(session: Session) -> Turn:
    if isinstance(session.here, AtEnd):
        return session.ask_again()
    return session.say(Text(words.WITHDRAW_SURE), *dialogue.sure("withdraw"), pending="withdraw")


def _review(session: Session) -> Turn:
    if isinstance(session.here, AtReview):
        return session.ask_again()
    answers = dialogue.answers(session.kit, session.screening)
    if not answers:
        return session.ask_again(Text(words.NOTHING_YET))
    return session.ask_again(Text(words.REVIEW_SO_FAR), *answers, Text(words.BACK_TO))


def _status(session: Session) -> Turn:
    done = sum(question.id in session.screening.given for question in session.kit.questions)
    return session.ask_again(Text(words.status(done, len(session.kit.questions))))


def _data(session: Session) -> Turn:
    kept = dialogue.everything_kept(session.kit, session.screening)
    return session.say(*kept, *dialogue.erase_choices())


def _erase_sure(session: Session) -> Turn:
    return session.say(Text(words.ERASE_SURE), *dialogue.sure("erase my data"), pending="erase")


def _erase(session: Session) -> Turn:
    erased = Erase(session.screening.id, session.incoming.at)
    return turn((Text(words.ERASED),), erased)


def _help(session: Session) -> Turn:
    return session.ask_again(Text(words.HELP))


def _hello(session: Session) -> Turn:
    if session.screening.paused:
        return _resume(session)
    at_notice = isinstance(session.here, AtNotice)
    return session.ask_again(*(() if at_notice else said(words.HELLO)))


def _thanks(session: Session) -> Turn:
    return session.ask_again(Text(words.YOUR_WELCOME))


_ANYWHERE: tuple[tuple[Wish, Act], ...] = (
    (Wish.PERSON, _person),
    (Wish.ERASE, _erase_sure),
    (Wish.DATA, _data),
    (Wish.WITHDRAW, _withdraw),
    (Wish.RESUME, _resume),
    (Wish.PAUSE, _pause),
    (Wish.REVIEW, _review),
    (Wish.STATUS, _status),
    (Wish.REPEAT, lambda session: session.ask_again()),
    (Wish.HELP, _help),
    (Wish.GREETING, _hello),
    (Wish.THANKS, _thanks),
)


def _change(session: Session, changing: Changing) -> Turn:
    """A wish to change one answer: with the new words at once, or asked for."""
    questions = session.kit.questions
    known = 1 <= changing.number <= len(questions) and (
        questions[changing.number - 1].id in session.screening.given
    )
    if not known or session.screening.stage is not Stage.TALKING:
        return session.ask_again(Text(words.CHANGE_UNKNOWN))
    if changing.answer:
        return _correct(session, changing.number, changing.answer)
    asked = words.change_ask(changing.number, questions[changing.number - 1].text)
    return session.say(Text(asked), pending=f"{_CHANGE}{changing.number}")


def _correct(session: Session, number: int, text: str) -> Turn:
    question = session.kit.questions[number - 1]
    rating = session.rate(question, text)
    correction = Correct(session.incoming.at, question.id, text, rating)
    return session.act(said(words.CHANGED), correction)
