"""What happens when a candidate says something: pure decisions, from a command to events."""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from bot.core.kits import Gate, Kit, Question
from bot.core.ratings import Rating
from bot.core.screening import (
    Answered,
    Consented,
    Corrected,
    Event,
    Finished,
    GateAnswered,
    GateOutcome,
    Paused,
    PersonAsked,
    Probed,
    Resumed,
    Screening,
    Skipped,
    Stage,
    Withdrawn,
)
from bot.core.utterances import affirms, denies, number_in


@dataclass(frozen=True, slots=True)
class AtNotice:
    """The notice was shown and consent is asked for."""


@dataclass(frozen=True, slots=True)
class AtGate:
    """A gate waits for its answer."""

    gate: Gate


@dataclass(frozen=True, slots=True)
class AtQuestion:
    """A question waits for its answer; `probing` when it is the question's probe that waits."""

    question: Question
    number: int
    probing: bool


@dataclass(frozen=True, slots=True)
class AtReview:
    """Everything was asked; the candidate reviews the answers."""


@dataclass(frozen=True, slots=True)
class AtEnd:
    """The screening is finished or withdrawn."""


Place = AtNotice | AtGate | AtQuestion | AtReview | AtEnd


def place(kit: Kit, screening: Screening) -> Place:
    """Where the conversation stands: the same events always give the same place."""
    if not screening.open:
        return AtEnd()
    if screening.stage is Stage.NOTICE:
        return AtNotice()
    for gate in kit.gates:
        if gate.id not in screening.gates:
            return AtGate(gate)
    for number, question in enumerate(kit.questions, 1):
        probing = question.id in screening.awaiting
        if probing or question.id not in screening.given:
            return AtQuestion(question, number, probing)
    return AtReview()


@dataclass(frozen=True, slots=True)
class Consent:
    """Yes to the notice, in these words."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to whatever is asked now. `rating` is of `whole_answer`; None for a gate."""

    at: datetime
    text: str
    rating: Rating | None


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave out what is asked now."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Correct:
    """Replace the answer to a question that was asked before."""

    at: datetime
    question: str
    text: str
    rating: Rating


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop for now."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on."""

    at: datetime


@dataclass(frozen=True, slots=True)
class AskPerson:
    """Ask for a person, in these words."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Leave the screening for good."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Finish:
    """Send the reviewed answers."""

    at: datetime


Command = Consent | Answer | Skip | Correct | Pause | Resume | AskPerson | Withdraw | Finish


def decide(kit: Kit, screening: Screening, command: Command) -> tuple[Event, ...]:
    """The events a command causes; none where it changes nothing in this place."""
    if not screening.open:
        return ()
    here = place(kit, screening)
    match command:
        case Consent():
            done = (Consented(command.at, command.words),)
            return done if isinstance(here, AtNotice) else ()
        case Answer():
            return _answered(screening, here, command)
        case Skip():
            return _skipped(here, command)
        case Correct():
            known = command.question in screening.given
            return (_corrected(command),) if known else ()
        case Finish():
            return (Finished(command.at),) if isinstance(here, AtReview) else ()
        case Pause() | Resume() | AskPerson() | Withdraw():
            return _anywhere(screening, command)
        case _:
            assert_never(command)


def whole_answer(screening: Screening, question: str, text: str) -> str:
    """All that was said to a question once `text` is added: the answer, then the probe's answer."""
    earlier = screening.latest(question)
    if question in screening.awaiting and earlier is not None:
        return f"{earlier.answer}\n\n{text}"
    return text


def _answered(screening: Screening, here: Place, command: Answer) -> tuple[Event, ...]:
    match here:
        case AtGate(gate):
            outcome = gate_outcome(gate, command.text)
            return (GateAnswered(command.at, gate.id, command.text, outcome),)
        case AtQuestion(question, _, probing) if command.rating is not None:
            whole = whole_answer(screening, question.id, command.text)
            answered = Answered(command.at, question.id, whole, command.rating)
            missing = command.rating.missing
            if probing or missing is None:
                return (answered,)
            return answered, Probed(command.at, question.id, question.probe(missing))
        case _:
            return ()


def _skipped(here: Place, command: Skip) -> tuple[Event, ...]:
    match here:
        case AtGate(gate):
            return (GateAnswered(command.at, gate.id, "", GateOutcome.UNKNOWN),)
        case AtQuestion(question, _, _):
            return (Skipped(command.at, question.id),)
        case _:
            return ()


def _corrected(command: Correct) -> Event:
    return Corrected(command.at, command.question, command.text, command.rating)


def _anywhere(
    screening: Screening, command: Pause | Resume | AskPerson | Withdraw
) -> tuple[Event, ...]:
    match command:
        case Pause(at):
            return () if screening.paused else (Paused(at),)
        case Resume(at):
            return (Resumed(at),) if screening.paused else ()
        case AskPerson(at, words):
            return (PersonAsked(at, words),)
        case Withdraw(at):
            return (Withdrawn(at),)
        case _:
            assert_never(command)


def gate_outcome(gate: Gate, words: str) -> GateOutcome:
    """Pass or fail where the words hold a clear yes, no or number; unknown where they do not."""
    if gate.least is None:
        return _yes_or_no(words)
    number = number_in(words)
    if number is None:
        return GateOutcome.UNKNOWN
    return GateOutcome.PASS if number >= gate.least else GateOutcome.FAIL


def _yes_or_no(words: str) -> GateOutcome:
    if affirms(words):
        return GateOutcome.PASS
    return GateOutcome.FAIL if denies(words) else GateOutcome.UNKNOWN
