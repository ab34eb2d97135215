"""A candidate's answer: kept and rated, or held until they say that it is meant as one."""

from dataclasses import replace

from bot.answers.questions import Asked
from bot.core.messages import Block, Choices, Text
from bot.core.roles import Audience
from bot.core.screening import dialogue
from bot.core.screening.commands import (
    Resume,
    Reuse,
)
from bot.core.screening.concerns import pasted, same_as
from bot.core.screening.decisions import AtGate, AtQuestion, Place
from bot.core.screening.dialogue import held_choices, number_of
from bot.core.screening.events import (
    Covered,
    Event,
    GateAnswered,
    GateOutcome,
    Probed,
)
from bot.core.screening.utterances import Wish, goes_on
from bot.core.text.language import foreign
from bot.core.wording import concerns as beside
from bot.core.wording import screening as words
from bot.core.wording import writing
from bot.dialogues.questions import asking_team, role_questions
from bot.dialogues.screening.session import RATED_LENGTH, Session, said
from bot.dialogues.turn import Turn

_HELD = "held "


def answer(session: Session, asked: Asked) -> Turn:
    """The turn for an answer; if it also asks about the role, that is answered first."""
    if session.screening.paused:
        return _back_with(session)
    before = _goes_on_with(session)
    if before:
        asks = writing.belongs(before, before + 1)
        return session.say(Text(asks), *dialogue.belongs_choices(before), pending=_held(session))
    doubt = _doubt(session)
    if doubt:
        return session.say(Text(doubt), *held_choices(), pending=_held(session))
    return kept(session, session.incoming.text.strip(), asked)


def taken(session: Session, wished: frozenset[Wish]) -> Turn | None:
    """The turn that takes the words that were held, or what was said before; None if not meant."""
    text = held(session)
    if text and wished & {Wish.USE, Wish.YES} and isinstance(session.here, AtGate | AtQuestion):
        return kept(session, text, Asked(text, ""))
    return None


def late(session: Session) -> Turn | None:
    """The turn for words that go on with the last answer, where everything was asked."""
    numbers = range(len(session.kit.questions), 0, -1)
    last = next((number for number in numbers if _answered(session, number)), 0)
    if not last or not goes_on(session.incoming.text):
        return None
    choices = dialogue.belongs_choices(last, all_asked=True)
    return session.say(Text(writing.belongs_to_last(last)), *choices, pending=_held(session))


def reuse(session: Session) -> Turn:
    """Let what was said before stand here."""
    events, after = session.decide(Reuse(session.incoming.at))
    if not events:
        return session.ask_again(Text(words.NOTHING_TO_USE))
    thanks = (Text(words.REUSED), *_follow_up(events))
    return session.keep((*thanks, *session.next_after(after)), events, after)


def _doubt(session: Session) -> str:
    """Why a message may not be meant as an answer; "" where nothing speaks against it."""
    here, text = session.here, session.incoming.text
    if held(session) or not isinstance(here, AtQuestion):
        return ""  # nobody is doubted twice in a row
    other = same_as(text, session.screening, here.question.id)
    if other:
        return beside.SAME.format(number=number_of(session.kit, other))
    brief = (passage.text for passage in session.role.seen_by(Audience.CANDIDATE))
    return beside.PASTED if pasted(text, brief) else ""


def _goes_on_with(session: Session) -> int:
    """The number of the answer before, where the words begin as if they went on with it, or 0."""
    here = session.here
    if held(session) or not isinstance(here, AtQuestion):
        return 0
    if here.probing or not goes_on(session.incoming.text):
        return 0
    return here.number - 1 if _answered(session, here.number - 1) else 0


def _answered(session: Session, number: int) -> bool:
    """Whether the question with this number has an answer in words."""
    asked = session.kit.questions[number - 1 : number] if number else ()
    return any(given.answer for one in asked if (given := session.screening.latest(one.id)))


def held(session: Session) -> str:
    """The words that wait until it is clear what they belong to; "" where none do."""
    pending = session.conversation.pending
    return pending.removeprefix(_HELD) if pending.startswith(_HELD) else ""


def _held(session: Session) -> str:
    """The words as they wait beside the log until it is clear that they are an answer."""
    return _HELD + session.incoming.text.strip()


def _back_with(session: Session) -> Turn:
    """Who speaks after a pause has come back, but perhaps not to what was asked back then."""
    events, after = session.decide(Resume(session.incoming.at))
    again = (*dialogue.reminder(session.kit, after), *session.next_after(after))
    asked = tuple(block for block in again if not isinstance(block, Choices))
    blocks = (Text(words.HELD), *asked, *held_choices())
    return session.keep(blocks, events, after, pending=_held(session))


def kept(session: Session, text: str, asked: Asked) -> Turn:
    """Keep an answer; say thanks, what it asks, and whatever comes next."""
    statement = asked.statement if text.startswith(asked.statement) else ""
    events, after = session.decide(session.answer(text, statement))
    asking = session
    told: tuple[Block, ...] = ()
    if asked.question:
        told, conversation = role_questions.asked(
            session.ports, session.role, session.incoming, session.conversation, asked.question
        )
        told = asking_team.unasked(told)
        asking = replace(session, conversation=conversation)
    thanks = _thanks(session, text, events)
    return asking.keep((*told, *thanks, *session.next_after(after)), events, after)


def _thanks(session: Session, text: str, events: tuple[Event, ...]) -> tuple[Block, ...]:
    here = session.here
    thanks: tuple[Block, ...] = (Text(_thanked(here, text, events)),)
    # A gate's answer is not rated.
    thanks += about_length(text) if isinstance(here, AtQuestion) else ()
    numbers = [number_of(session.kit, e.question) for e in events if isinstance(e, Covered)]
    return thanks + (said(words.covers(tuple(numbers))) if numbers else ()) + _follow_up(events)


def about_length(answer: str) -> tuple[Block, ...]:
    """Says what becomes of an answer that is longer than what is rated."""
    return said(words.long_answer(RATED_LENGTH)) if len(answer) > RATED_LENGTH else ()


def _thanked(here: Place, text: str, events: tuple[Event, ...]) -> str:
    """Thanks for an answer, or what became of it where that is not plain."""
    if isinstance(here, AtQuestion):
        if foreign(text):
            return beside.FOREIGN.format(number=here.number)
        return words.ANSWER_THANKS[here.number % len(words.ANSWER_THANKS)]
    unclear = any(isinstance(e, GateAnswered) and e.outcome is GateOutcome.UNKNOWN for e in events)
    return words.GATE_UNCLEAR if unclear else words.GATE_THANKS


def _follow_up(events: tuple[Event, ...]) -> tuple[Block, ...]:
    return said(words.PROBE_THANKS) if any(isinstance(e, Probed) for e in events) else ()
