"""What a candidate can tell the bot to do: skip, pause, review, a person, withdraw, erase, …"""

from collections.abc import Callable

from bot.core.fit import cards
from bot.core.messages import Text
from bot.core.screening import dialogue
from bot.core.screening.commands import (
    AskPerson,
    Consent,
    NoReminders,
    Pause,
    Skip,
    Withdraw,
)
from bot.core.screening.consent import consents
from bot.core.screening.decisions import (
    AtEnd,
    AtGate,
    AtNotice,
    AtQuestion,
    AtReview,
)
from bot.core.screening.utterances import Wish, wishes
from bot.core.wording import clock
from bot.core.wording import screening as words
from bot.dialogues.screening import answering, identifying, noticing, resumes, standing
from bot.dialogues.screening.session import Session, said
from bot.dialogues.turn import Turn

Act = Callable[[Session], Turn | None]


def followed(session: Session) -> Turn | None:
    """The turn for a message that is an instruction in this place; None where it is none."""
    if isinstance(session.here, AtNotice) and consents(session.incoming.text):
        return noticing.too_early(session) if session.wait else _consent(session)
    wished = wishes(session.incoming.text)
    for wish, act in (*_here(session), *_ANYWHERE):
        told = act(session) if wish in wished else None
        if told:
            return told
    return None


def kept_going(session: Session) -> Turn:
    """The turn for a no to something final."""
    return session.ask_again(Text(words.KEPT_GOING))


def _here(session: Session) -> tuple[tuple[Wish, Act], ...]:
    """What the wishes mean that depend on the place."""
    match session.here:
        case AtNotice():
            return ((Wish.NO, _refuse), (Wish.SOONER, noticing.sooner))
        case AtReview():
            return ((Wish.SEND, _finish), (Wish.YES, _finish))
        case AtGate() | AtQuestion() if session.screening.paused:
            return _PAUSED
        case AtGate() | AtQuestion():
            return _ASKED
        case AtEnd():
            return ((Wish.RESUME, _ended), (Wish.PAUSE, _ended), (Wish.WITHDRAW, _ended))


def _consent(session: Session) -> Turn:
    thanks = said(words.CONSENT_THANKS)
    return session.act(thanks, Consent(session.incoming.at, session.incoming.text))


def _refuse(session: Session) -> Turn:
    events, after = session.decide(Withdraw(session.incoming.at))
    choices = dialogue.stopped_choices()
    return session.keep((Text(words.NOT_CONSENTED), *choices), events, after)


def _skip(session: Session) -> Turn:
    here = session.here
    skipped = words.SKIPPED_GATE if isinstance(here, AtGate) else words.SKIPPED
    if isinstance(here, AtQuestion) and here.probing:
        skipped = words.SKIPPED_PROBE
    return session.act(said(skipped), Skip(session.incoming.at))


def _skip_rest(session: Session) -> Turn:
    asked = len(session.kit.gates) + len(session.kit.questions)
    return session.act(said(words.SKIPPED_REST), *([Skip(session.incoming.at)] * asked))


def _clarify(session: Session) -> Turn:
    match session.here:
        case AtGate(gate):
            clearer = words.CLARIFY_GATE if gate.least else words.CLARIFY_YES_OR_NO
        case _:
            clearer = words.CLARIFY
    return session.ask_again(Text(clearer))


def _more_than_yes(session: Session) -> Turn | None:
    """A bare yes answers a gate; to a question it is taken as an answer only after a follow-up."""
    here = session.here
    if isinstance(here, AtQuestion) and not here.probing:
        return session.ask_again(Text(words.MORE_THAN_YES))
    return None


def _repeat(session: Session) -> Turn:
    return session.ask_again(*dialogue.reminder(session.kit, session.screening))


def _not_all_asked(session: Session) -> Turn:
    return session.ask_again(Text(words.NOT_ALL_ASKED))


def _finish(session: Session) -> Turn:
    events, after = session.decide(session.finish())
    heard = cards.heard(session.kit, after)
    offered = identifying.offer(session)
    told = (Text(words.SENT), Text(words.HEARD_INTRO), *heard, *offered)
    return resumes.forgotten(session, session.keep(told, events, after))


def _pause(session: Session) -> Turn:
    paused = () if session.screening.paused else (Pause(session.incoming.at),)
    events, after = session.decide(*paused) if paused else ((), session.screening)
    return session.keep((Text(words.PAUSED), *dialogue.continue_choices()), events, after)


def _later(session: Session) -> Turn:
    return session.say(Text(words.LATER), *dialogue.continue_choices())


def _resume(session: Session) -> Turn:
    if not session.screening.paused:
        return session.ask_again()
    events, after = session.decide()
    back = (Text(words.RESUMED), *dialogue.reminder(session.kit, after))
    return session.keep((*back, *session.next_after(after)), events, after)


def person(session: Session) -> Turn:
    """Ask for a person, once; it works in every state."""
    if session.screening.person_asked:
        return session.ask_again(Text(words.PERSON_AGAIN))
    known = words.PERSON if session.screening.open else words.PERSON_AFTER
    asked = AskPerson(session.incoming.at, session.incoming.text)
    if not session.screening.open:
        events, after = session.decide(asked)
        return session.keep(said(known), events, after)
    return session.act(said(known), asked)


def _another_way(session: Session) -> Turn:
    if noticing.chose(session):
        return noticing.how_it_stands(session)
    return noticing.another_way(session) if session.screening.open else person(session)


def _unreminded(session: Session) -> Turn | None:
    """No reminders from now on; a pause stays a pause."""
    if not session.screening.open:
        return None
    events, after = session.stay(NoReminders(session.incoming.at))
    return session.keep((Text(clock.NO_REMINDERS), *dialogue.continue_choices()), events, after)


def _withdraw(session: Session) -> Turn:
    sure = dialogue.sure("withdraw", dialogue.PAUSE, dialogue.PERSON)
    return session.say(Text(words.WITHDRAW_SURE), *sure, pending="withdraw")


def withdrawn(session: Session) -> Turn:
    """The turn for a confirmed withdrawal."""
    events, after = session.decide(Withdraw(session.incoming.at))
    left = session.keep((Text(words.WITHDRAWN), *dialogue.ended_choices()), events, after)
    return resumes.forgotten(session, left)


def _review(session: Session) -> Turn:
    if isinstance(session.here, AtReview):
        return session.ask_again()
    answers = dialogue.answers(session.kit, session.screening)
    if not answers:
        return session.ask_again(Text(words.NOTHING_YET))
    if not session.screening.open:
        return session.say(Text(words.DATA_INTRO), *answers)
    return session.ask_again(Text(words.REVIEW_SO_FAR), *answers, Text(words.BACK_TO))


def _erase_sure(session: Session) -> Turn:
    return session.say(Text(words.ERASE_SURE), *dialogue.sure("erase my data"), pending="erase")


def _help(session: Session) -> Turn:
    return session.ask_again(Text(words.HELP))


def _hello(session: Session) -> Turn:
    if session.screening.paused:
        return _resume(session)
    at_notice = isinstance(session.here, AtNotice)
    reminded = dialogue.reminder(session.kit, session.screening)
    return session.ask_again(*(() if at_notice else said(words.HELLO)), *reminded)


def _thanks(session: Session) -> Turn:
    welcome = Text(words.YOUR_WELCOME)
    return session.ask_again(welcome) if session.screening.open else session.say(welcome)


def _ended(session: Session) -> Turn:
    return session.ask_again()


_ASKED: tuple[tuple[Wish, Act], ...] = (
    (Wish.SKIP, _skip),
    (Wish.SKIP_REST, _skip_rest),
    (Wish.USE, answering.reuse),
    (Wish.SEND, _not_all_asked),
    (Wish.CLARIFY, _clarify),
    (Wish.YES, _more_than_yes),
)
"""What the wishes mean that somebody can have while something is asked."""
_PAUSED: tuple[tuple[Wish, Act], ...] = (
    (Wish.FAREWELL, _later),
    (Wish.THANKS, _later),
    (Wish.YES, _resume),
    *_ASKED,
)
_ANYWHERE: tuple[tuple[Wish, Act], ...] = (
    (Wish.UNREMINDED, _unreminded),
    (Wish.ANOTHER_WAY, _another_way),
    (Wish.PERSON, person),
    (Wish.ERASE, _erase_sure),
    (Wish.DATA_FILE, standing.data_as_files),
    (Wish.DATA, standing.data),
    (Wish.WITHDRAW, _withdraw),
    (Wish.RESUME, _resume),
    (Wish.PAUSE, _pause),
    (Wish.FAREWELL, _pause),
    (Wish.REVIEW, _review),
    (Wish.STATUS, standing.status),
    (Wish.REPEAT, _repeat),
    (Wish.HELP, _help),
    (Wish.GREETING, _hello),
    (Wish.THANKS, _thanks),
)
