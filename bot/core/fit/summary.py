"""The fit summary: criterion by criterion, in words, with evidence; no total and no verdict."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.kits.drift import drift, kit_drift
from bot.core.kits.kit import Kit
from bot.core.ratings import Level, Outcome, Rating, not_rated
from bot.core.roles import Criterion, CriterionKind, Role
from bot.core.screening.events import (
    GateAnswered,
    GateOutcome,
)
from bot.core.screening.screening import Screening
from bot.core.wording import fit as words


@dataclass(frozen=True, slots=True)
class Assessment:
    """One criterion: what was asked, the whole answer, and its rating."""

    criterion: Criterion
    question: str
    answer: str
    rating: Rating


@dataclass(frozen=True, slots=True)
class GateResult:
    """One gate: what the brief asks, what became of it, and the candidate's words."""

    gate: str
    outcome: GateOutcome
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class FitSummary:
    """What a screening showed. A person decides; nothing in here adds up to a verdict."""

    screening: str
    role: str
    role_title: str
    brief_version: str
    kit_version: str
    pseudonym: str
    trial: bool
    gates: tuple[GateResult, ...]
    assessments: tuple[Assessment, ...]
    ask_next: tuple[str, ...]
    notes: tuple[str, ...]
    raters: tuple[str, ...]
    minutes: int | None
    finished_at: datetime | None

    def of_kind(self, *kinds: CriterionKind) -> tuple[Assessment, ...]:
        """The assessments of criteria of these kinds."""
        return tuple(a for a in self.assessments if a.criterion.kind in kinds)


def summarize(role: Role, kit: Kit, screening: Screening, then: Role | None = None) -> FitSummary:
    """The fit summary of a screening; the same log always gives the same summary.

    `then` is the role as the brief gave it when the screening was opened, None where that is not
    kept. Every essential and desirable criterion of it is in the summary, in the brief's order;
    those the kit does not ask about are `not asked`. Hiring signals and gates have no level and are
    left out.
    """
    assessments = tuple(
        _assessment(kit, screening, criterion)
        for criterion in (then or role).of_kind(
            CriterionKind.ESSENTIAL, CriterionKind.DESIRABLE, CriterionKind.SOFT
        )
    )
    return FitSummary(
        screening=screening.id,
        role=role.id,
        role_title=role.title,
        brief_version=screening.brief_version,
        kit_version=screening.kit_version,
        pseudonym=screening.pseudonym,
        trial=screening.trial,
        gates=tuple(
            _gate(gate.criterion, gate.line, screening.gates.get(gate.id)) for gate in kit.gates
        ),
        assessments=assessments,
        ask_next=_ask_next(assessments),
        notes=_notes(screening, *_stale(role, kit, screening, then)),
        raters=tuple(sorted({a.rating.rater for a in assessments if a.rating.rater})),
        minutes=_minutes(screening),
        finished_at=screening.ended_at,
    )


def _assessment(kit: Kit, screening: Screening, criterion: Criterion) -> Assessment:
    for question in kit.questions:
        if question.criterion.id != criterion.id:
            continue
        given = screening.latest(question.id)
        if given is None:
            rating = not_rated(Outcome.NOT_ASKED, words.NOT_REACHED, "")
            return Assessment(criterion, question.text, "", rating)
        if given.rating is None:
            rating = not_rated(Outcome.DECLINED, words.DECLINED, "")
            return Assessment(criterion, question.text, "", rating)
        return Assessment(criterion, question.text, given.answer, given.rating)
    return Assessment(criterion, "", "", not_rated(Outcome.NOT_ASKED, words.NOT_IN_KIT, ""))


def _gate(text: str, line: int, answered: GateAnswered | None) -> GateResult:
    if answered is None:
        return GateResult(text, GateOutcome.UNKNOWN, "", line)
    return GateResult(text, answered.outcome, answered.words, line)


def _ask_next(assessments: tuple[Assessment, ...]) -> tuple[str, ...]:
    """Up to three questions for the next conversation, from what is least shown so far."""
    return tuple(words.ask_next(gap.criterion.text, gap.rating) for gap in gaps(assessments))


def gaps(assessments: tuple[Assessment, ...]) -> tuple[Assessment, ...]:
    """The up to three essential requirements that are least shown, the least first."""
    found = [
        (_gap(assessment), position, assessment)
        for position, assessment in enumerate(assessments)
        if assessment.criterion.kind is CriterionKind.ESSENTIAL and _gap(assessment) < Level.IMPACT
    ]
    found.sort(key=lambda gap: gap[:2])
    return tuple(gap for _, _, gap in found[:3])


def _gap(assessment: Assessment) -> int:
    level = assessment.rating.level
    return Level.NO_EVIDENCE if level is None else level


def _notes(screening: Screening, *more: str) -> tuple[str, ...]:
    said = (
        (screening.person_asked, words.PERSON_ASKED),
        (screening.trial, words.TRIAL),
        *((True, note) for note in more),
    )
    return tuple(note for applies, note in said if applies)


def _stale(role: Role, kit: Kit, screening: Screening, then: Role | None) -> tuple[str, ...]:
    """Says that the brief was changed since, and which requirements."""
    if screening.brief_version == role.version:
        return ()
    found = drift(then, role) if then else kit_drift(kit, role)
    return (words.stale(found, then is not None) if found else words.STALE_SAME,)


def _minutes(screening: Screening) -> int | None:
    if screening.consented_at is None or screening.ended_at is None:
        return None
    return max(1, round((screening.ended_at - screening.consented_at).total_seconds() / 60))
