"""Where a screening stands: what waits for the candidate's words."""

from dataclasses import dataclass

from bot.core.kits.kit import Gate, Kit, Question
from bot.core.screening.screening import Screening, Stage


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
