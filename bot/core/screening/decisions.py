"""What happens when a candidate says something: pure decisions, from a command to events."""

from dataclasses import dataclass, replace
from typing import assert_never

from bot.core.kits.kit import Gate, Kit, Question
from bot.core.screening.commands import (
    AboutResume,
    Answer,
    Anywhere,
    AskPerson,
    ChooseAnotherWay,
    Command,
    Consent,
    Correct,
    CorrectGate,
    Correction,
    Finish,
    Here,
    KeepResume,
    NoReminders,
    Overlap,
    Pause,
    Resume,
    Reuse,
    Skip,
    TakeBackResume,
    WaiveNotice,
    Withdraw,
)
from bot.core.screening.events import (
    Answered,
    Consented,
    Corrected,
    Covered,
    Event,
    Finished,
    GateAnswered,
    GateOutcome,
    Paused,
    PersonAsked,
    Probed,
    Resumed,
    Skipped,
    Unreminded,
    Withdrawn,
)
from bot.core.screening.notice_events import AnotherWayAsked, NoticeWaived
from bot.core.screening.resume import ResumeTakenBack
from bot.core.screening.screening import Screening, Stage
from bot.core.screening.utterances import affirms, denies
from bot.core.text.language import foreign
from bot.core.text.numbers import number_in


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


def decide(kit: Kit, screening: Screening, command: Command) -> tuple[Event, ...]:
    """The events a command causes; none where it changes nothing in this place.

    A person can be asked for even after the end; nothing else can happen there.
    """
    if isinstance(command, AskPerson):
        return (PersonAsked(command.at, command.words),)
    if not screening.open:
        return ()
    match command:
        case WaiveNotice() | Consent() | Answer() | Reuse() | Skip() | Finish():
            return _here(screening, place(kit, screening), command)
        case Correct() | CorrectGate():
            return _corrected(kit, screening, command)
        case Pause() | Resume() | NoReminders() | ChooseAnotherWay() | Withdraw():
            return _anywhere(screening, command)
        case KeepResume() | TakeBackResume():
            return _about_resume(screening, command)
        case _:
            assert_never(command)


def _here(screening: Screening, here: Place, command: Here) -> tuple[Event, ...]:
    match command:
        case WaiveNotice(at, words, sentence):
            waits = screening.waits(at)
            return (NoticeWaived(at, words, sentence),) if waits else ()
        case Consent(at, words):
            may = isinstance(here, AtNotice) and not screening.waits(at)
            return (Consented(at, words),) if may else ()
        case Finish(at, summary):
            return (Finished(at, summary),) if isinstance(here, AtReview) else ()
        case Answer():
            return _answered(screening, here, command)
        case Reuse():
            return _reused(screening, here, command)
        case Skip():
            return _skipped(here, command)
        case _:
            assert_never(command)


JOINT = "\n\n"
"""What stands between the parts of one answer that came one after the other: its paragraphs."""


def with_added(answer: str, text: str) -> str:
    """An answer with more said behind it."""
    return f"{answer}{JOINT}{text}"


def whole_answer(screening: Screening, question: str, text: str) -> str:
    """All that was said to a question once `text` is added: the answer, then the probe's answer."""
    earlier = screening.latest(question)
    if question in screening.awaiting and earlier is not None:
        return with_added(earlier.answer, text)
    return text


def _answered(screening: Screening, here: Place, command: Answer) -> tuple[Event, ...]:
    match here:
        case AtGate(gate):
            outcome = gate_outcome(gate, command.text)
            return (GateAnswered(command.at, gate.id, command.text, outcome),)
        case AtQuestion(question) if command.rating is not None:
            whole = whole_answer(screening, question.id, command.text)
            answered = Answered(command.at, question.id, whole, command.rating)
            return *_probing(here, answered), *_covering(screening, answered, command.also)
        case _:
            return ()


def _probing(here: AtQuestion, answered: Answered) -> tuple[Event, ...]:
    """The answer; behind it the one probe, where a part is missing and none was asked yet."""
    missing = answered.rating.missing
    if here.probing or missing is None:
        return (answered,)
    return answered, Probed(answered.at, answered.question, here.question.probe(missing))


def _covering(
    screening: Screening, answered: Answered, also: tuple[Overlap, ...]
) -> tuple[Event, ...]:
    """What the answer offers to questions that have neither an answer nor an offer yet."""
    taken = {answered.question, *screening.given, *screening.covered}
    offered = {one.question: one.rating for one in also if one.question not in taken}
    return tuple(
        Covered(answered.at, question, answered.question, answered.answer, rating)
        for question, rating in offered.items()
    )


def _reused(screening: Screening, here: Place, command: Reuse) -> tuple[Event, ...]:
    if not isinstance(here, AtQuestion) or here.probing:
        return ()
    covered = screening.covered.get(here.question.id)
    if covered is None:
        return ()
    return _probing(here, Answered(command.at, covered.question, covered.answer, covered.rating))


def _skipped(here: Place, command: Skip) -> tuple[Event, ...]:
    match here:
        case AtGate(gate):
            return (GateAnswered(command.at, gate.id, "", GateOutcome.UNKNOWN),)
        case AtQuestion(question, _, _):
            return (Skipped(command.at, question.id),)
        case _:
            return ()


def _corrected(kit: Kit, screening: Screening, command: Correction) -> tuple[Event, ...]:
    match command:
        case Correct(at, question, text, rating):
            known = question in screening.given
            return (Corrected(at, question, text, rating),) if known else ()
        case CorrectGate(at, identity, text):
            return tuple(
                GateAnswered(at, gate.id, text, gate_outcome(gate, text))
                for gate in kit.gates
                if gate.id == identity and gate.id in screening.gates
            )
        case _:
            assert_never(command)


def _anywhere(screening: Screening, command: Anywhere) -> tuple[Event, ...]:
    match command:
        case Pause(at):
            return () if screening.paused else (Paused(at),)
        case Resume(at):
            return (Resumed(at),) if screening.paused else ()
        case NoReminders(at):
            return () if screening.unreminded else (Unreminded(at),)
        case ChooseAnotherWay(at, words):
            return (AnotherWayAsked(at, words),)
        case Withdraw(at):
            return (Withdrawn(at),)
        case _:
            assert_never(command)


def _about_resume(screening: Screening, command: AboutResume) -> tuple[Event, ...]:
    """A résumé comes and goes only between the consent and the end; it moves no question."""
    if screening.stage is not Stage.TALKING:
        return ()
    match command:
        case KeepResume(at, resume):
            return (replace(resume, at=at),) if resume.text != _resume_text(screening) else ()
        case TakeBackResume(at):
            return (ResumeTakenBack(at),) if screening.resume else ()
        case _:
            assert_never(command)


def _resume_text(screening: Screening) -> str:
    return screening.resume.text if screening.resume else ""


def gate_outcome(gate: Gate, words: str) -> GateOutcome:
    """Pass or fail where the words hold a clear yes, no or number; unknown where they do not.

    Words in another language are for a person to read: a “no” in them may mean something else.
    """
    if foreign(words):
        return GateOutcome.UNKNOWN
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
