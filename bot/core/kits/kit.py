"""The kit: what a screening asks for a role, in which order, with probes and anchors."""

import json
from dataclasses import dataclass
from hashlib import sha256

from bot.core.kits.signals import signals
from bot.core.ratings import Level, Part
from bot.core.roles import Criterion, CriterionKind, Role, Years
from bot.core.wording import anchors, asking

LETTERS = "ABCDEF"
"""How gates are named, beside the questions' numbers: a kit has no more gates than letters."""
_SHORT, _THOROUGH = 1.2, 1.9
_GATE_SHORT, _GATE_THOROUGH = 0.2, 0.25
LONGEST_USUAL = 15
"""Minutes. A screening that takes longer loses people; whoever signs a kit off is told."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition that is met or not: pass, unknown or fail for a person to look at.

    `least` is the number of years an answer must reach; None where the answer is yes or no.
    """

    id: str
    text: str
    criterion: str
    least: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Question:
    """One question about one criterion, with a prepared probe for each part that can be missing."""

    id: str
    criterion: Criterion
    text: str
    probes: tuple[tuple[Part, str], ...]
    anchors: tuple[tuple[Level, str], ...]

    def probe(self, missing: Part) -> str:
        """The prepared probe for the missing part."""
        return dict(self.probes)[missing]


@dataclass(frozen=True, slots=True)
class Kit:
    """A role's screening. `version` is the hash of what a recruiter reads and signs off."""

    role: str
    role_title: str
    brief_version: str
    gates: tuple[Gate, ...]
    questions: tuple[Question, ...]

    @property
    def version(self) -> str:
        """The first 12 hex digits of the SHA-256 of `signed`."""
        return sha256(signed(self).encode()).hexdigest()[:12]

    @property
    def minutes(self) -> tuple[int, int]:
        """How long the screening takes, from short to thorough answers, in minutes.

        An estimate: somebody who types 40 words a minute reads a question and answers it, now and
        then with its follow-up, in 45 to 75 words; a gate takes a number or a word. Eight questions
        and a gate give 10 to 15 minutes.
        """
        asked, gates = len(self.questions), len(self.gates)
        short = asked * _SHORT + gates * _GATE_SHORT
        thorough = asked * _THOROUGH + gates * _GATE_THOROUGH
        return max(3, round(short)), max(5, round(thorough))

    def question(self, identity: str) -> Question:
        """The question with this id; KeyError if there is none."""
        return {question.id: question for question in self.questions}[identity]


def letter(position: int) -> str:
    """A gate's name by its position from 0; its number where letters have run out."""
    return LETTERS[position] if position < len(LETTERS) else str(position + 1)


def signed(kit: Kit) -> str:
    """What a sign-off stands for, as canonical JSON: every text a candidate is asked or rated by.

    Named field by field, so that a field added to a class withdraws no sign-off; and without lines
    and versions, so that an edit elsewhere in the brief withdraws none either.
    """
    said = {
        "role": kit.role,
        "gates": [[gate.id, gate.text, gate.criterion, gate.least] for gate in kit.gates],
        "questions": [
            {
                "id": question.id,
                "criterion": question.criterion.text,
                "text": question.text,
                "probes": [[part.value, probe] for part, probe in question.probes],
                "anchors": [[int(level), anchor] for level, anchor in question.anchors],
            }
            for question in kit.questions
        ],
    }
    return json.dumps(said, sort_keys=True, separators=(",", ":"))


def make_kit(role: Role) -> Kit:
    """The kit a brief gives: a gate for the years it asks for, a question per essential criterion.

    A brief with no essential criterion is asked by its desirable ones, so that no kit is empty.
    """
    asked = role.of_kind(CriterionKind.ESSENTIAL) or role.of_kind(
        CriterionKind.DESIRABLE, CriterionKind.SOFT
    )
    return Kit(
        role=role.id,
        role_title=role.title,
        brief_version=role.version,
        gates=_gates(role),
        questions=_questions(role, asked),
    )


def _questions(role: Role, asked: tuple[Criterion, ...]) -> tuple[Question, ...]:
    told = signals(role.of_kind(CriterionKind.SIGNAL), asked)
    return tuple(
        made_question(number, criterion, told.get(criterion.id))
        for number, criterion in enumerate(asked, 1)
    )


def _gates(role: Role) -> tuple[Gate, ...]:
    """The years first, then what is had or not; a criterion about the years is not asked twice."""
    years = (_years_gate(role.years),) if role.years else ()
    others = (
        _yes_or_no(criterion)
        for criterion in role.of_kind(CriterionKind.GATE)
        if role.years is None or criterion.line != role.years.line
    )
    return (*years, *others)


def _years_gate(years: Years) -> Gate:
    return Gate(
        id="years",
        text=asking.years_gate(years.least),
        criterion=asking.years_criterion(years.least, years.most),
        least=years.least,
        line=years.line,
    )


def _yes_or_no(criterion: Criterion) -> Gate:
    return Gate(criterion.id, asking.gate(criterion.text), criterion.text, None, criterion.line)


def made_question(number: int, criterion: Criterion, signal: Criterion | None = None) -> Question:
    """The question a criterion gives, as number `number` of its kit.

    `signal` is what the brief tells the team to look for there; it stands with the highest level.
    """
    return Question(
        id=f"q{number}",
        criterion=criterion,
        text=asking.question(criterion.text),
        probes=tuple((part, asking.probe(part)) for part in Part),
        anchors=tuple((level, _anchor(level, criterion, signal)) for level in Level),
    )


def _anchor(level: Level, criterion: Criterion, signal: Criterion | None) -> str:
    said = anchors.anchor(level, criterion.text)
    if signal is None or level is not Level.IMPACT:
        return said
    return anchors.with_signal(said, signal.section, signal.text)
