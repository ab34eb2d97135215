"""Changing an answer, or adding to it: the new one counts, the earlier one stays in the log."""

import re

from bot.answers.questions import asked_in
from bot.core.kits.kit import LETTERS
from bot.core.messages import Text
from bot.core.screening.commands import (
    Command,
    Correct,
    CorrectGate,
)
from bot.core.screening.decisions import AtEnd, with_added
from bot.core.screening.utterances import Change, Wish
from bot.core.wording import screening as words
from bot.core.wording import writing
from bot.dialogues.screening import answering
from bot.dialogues.screening.session import Session, said
from bot.dialogues.turn import Turn

_AWAITED = re.compile(r"change ([A-F]|\d+)|add \d+")


def change(session: Session, changing: Change) -> Turn:
    """A wish to change one answer: with the new words at once, or asked for."""
    if isinstance(session.here, AtEnd):
        return _too_late(session)
    asked = _asked(session, changing)
    if asked is None:
        return session.ask_again(Text(words.CHANGE_UNKNOWN))
    new = changing.answer or (answering.held(session) if changing.adds else "")
    if new:
        return _corrected(session, changing, new)
    if changing.adds:
        return session.say(
            Text(words.add_ask(changing.number, asked)), pending=f"add {changing.number}"
        )
    name = LETTERS[changing.gate - 1] if changing.gate else str(changing.number)
    return session.say(Text(words.change_ask(name, asked)), pending=f"change {name}")


def awaited(session: Session, wished: frozenset[Wish]) -> Turn | None:
    """The turn for the new answer that was asked for; None where this is no answer."""
    if not still_awaited(session) or wished - {Wish.YES, Wish.NO, Wish.SEND}:
        return None
    if not asked_in(session.incoming.text).statement:
        return None
    kind, _, name = session.conversation.pending.partition(" ")
    number = 0 if name in LETTERS else int(name)
    gate = 0 if number else LETTERS.index(name) + 1
    changing = Change(number, session.incoming.text, gate, adds=kind == "add")
    return _corrected(session, changing, session.incoming.text.strip())


def still_awaited(session: Session) -> str:
    """The step that waits for a new answer, as the conversation remembers it; "" for none."""
    pending = session.conversation.pending
    return pending if _AWAITED.fullmatch(pending) else ""


def _too_late(session: Session) -> Turn:
    finished = bool(session.screening.consented_at and session.screening.ended_at)
    return session.say(Text(words.CHANGE_AFTER)) if finished else session.ask_again()


def _asked(session: Session, changing: Change) -> str | None:
    """The text of what was asked and answered under this number or letter."""
    kit, screening = session.kit, session.screening
    if changing.gate:
        gates = kit.gates[changing.gate - 1 : changing.gate]
        return next((gate.text for gate in gates if gate.id in screening.gates), None)
    questions = kit.questions[changing.number - 1 : changing.number] if changing.number else ()
    return next((one.text for one in questions if one.id in screening.given), None)


def _corrected(session: Session, changing: Change, text: str) -> Turn:
    if changing.adds:
        before = session.screening.latest(session.kit.questions[changing.number - 1].id)
        text = with_added(before.answer, text) if before and before.answer else text
    length = answering.about_length(text) if changing.number else ()
    told = said(writing.ADDED if changing.adds else words.CHANGED)
    return session.act((*told, *length), _correction(session, changing, text))


def _correction(session: Session, changing: Change, text: str) -> Command:
    if changing.gate:
        gate = session.kit.gates[changing.gate - 1]
        return CorrectGate(session.incoming.at, gate.id, text)
    question = session.kit.questions[changing.number - 1]
    return Correct(session.incoming.at, question.id, text, session.rate(question, text))
