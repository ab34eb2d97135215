"""What a recruiter wrote over the kit that a brief gives, and the kit that comes of both.

Edits are found again by the requirement's words, so that they outlive a changed brief wherever the
requirement stayed as it was.
"""

import re
from dataclasses import dataclass, replace

from bot.core.kits.kit import Gate, Kit, Question, made_question, make_kit
from bot.core.ratings import Level, Part
from bot.core.roles import Criterion, CriterionKind, Role

ASKABLE = (CriterionKind.ESSENTIAL, CriterionKind.DESIRABLE, CriterionKind.SOFT)
"""The kinds of criterion that a question can be about."""


@dataclass(frozen=True, slots=True)
class QuestionEdit:
    """What was written for one criterion; whatever is empty stays as made from the brief.

    `asked` is None where the brief decides whether it is asked.
    """

    criterion: str
    asked: bool | None = None
    text: str = ""
    probes: tuple[tuple[Part, str], ...] = ()
    anchors: tuple[tuple[Level, str], ...] = ()


@dataclass(frozen=True, slots=True)
class GateEdit:
    """A gate of the brief that was changed or is not asked; `gate` None for one not asked."""

    criterion: str
    gate: Gate | None = None


@dataclass(frozen=True, slots=True)
class Edits:
    """All that was written over a kit. `order` and `gate_order` hold requirements' words."""

    questions: tuple[QuestionEdit, ...] = ()
    gates: tuple[GateEdit, ...] = ()
    added_gates: tuple[Gate, ...] = ()
    order: tuple[str, ...] = ()
    gate_order: tuple[str, ...] = ()


NO_EDITS = Edits()


def key(criterion: str) -> str:
    """A requirement's words without case, white space and punctuation at their end."""
    return re.sub(r"\s+", " ", criterion).strip(" .;,").casefold()


def askable(role: Role) -> tuple[Criterion, ...]:
    """The criteria a question can be about, in the brief's order."""
    return role.of_kind(*ASKABLE)


def edited(role: Role, edits: Edits) -> Kit:
    """The kit of a role with its edits. It always asks something."""
    made = make_kit(role)
    if edits == NO_EDITS:
        return made
    asked = _questions(role, made, edits) or made.questions
    ordered = sorted(asked, key=lambda one: _position(one.criterion.text, edits.order))
    numbered = tuple(replace(one, id=f"q{number}") for number, one in enumerate(ordered, 1))
    gates = sorted(_gates(made, edits), key=lambda one: _position(one.id, edits.gate_order))
    return replace(made, questions=numbered, gates=tuple(gates))


def _position(name: str, order: tuple[str, ...]) -> int:
    """Where something stands; whatever is new comes last."""
    known = [key(one) for one in order]
    return known.index(key(name)) if key(name) in known else len(known)


def _questions(role: Role, made: Kit, edits: Edits) -> tuple[Question, ...]:
    by_id = {question.criterion.id: question for question in made.questions}
    written = {key(edit.criterion): edit for edit in edits.questions}
    found: list[Question] = []
    for criterion in askable(role):
        edit = written.get(key(criterion.text), QuestionEdit(criterion.text))
        if criterion.id in by_id if edit.asked is None else edit.asked:
            question = by_id.get(criterion.id) or made_question(1, criterion)
            found.append(_written(question, edit))
    return tuple(found)


def _written(question: Question, edit: QuestionEdit) -> Question:
    return replace(
        question,
        text=edit.text or question.text,
        probes=tuple((part, dict(edit.probes).get(part, text)) for part, text in question.probes),
        anchors=tuple((at, dict(edit.anchors).get(at, text)) for at, text in question.anchors),
    )


def _gates(made: Kit, edits: Edits) -> tuple[Gate, ...]:
    written = {key(edit.criterion): edit for edit in edits.gates}
    found: list[Gate] = []
    for gate in made.gates:
        edit = written.get(key(gate.criterion))
        if edit is None:
            found.append(gate)
        elif edit.gate is not None:
            found.append(replace(edit.gate, id=gate.id, line=gate.line))
    taken = {gate.id for gate in found}
    return (*found, *(gate for gate in edits.added_gates if gate.id not in taken))


def edits_for(role: Role, kit: Kit, before: Edits = NO_EDITS) -> Edits:
    """The edits that make this kit of the role's brief: `edited(role, edits_for(role, kit))` is it.

    What `before` says of requirements that the brief no longer has is kept, in case they come back.
    """
    made = make_kit(role)
    present = {key(criterion.text) for criterion in askable(role)}
    dormant = tuple(edit for edit in before.questions if key(edit.criterion) not in present)
    changed = tuple(
        edit
        for criterion in askable(role)
        if (edit := _difference(criterion, made, kit)) != QuestionEdit(criterion.text)
    )
    edits = Edits((*changed, *dormant), *_gate_differences(made, kit))
    return _ordered(role, kit, edits)


def _difference(criterion: Criterion, made: Kit, kit: Kit) -> QuestionEdit:
    mine = {question.criterion.id: question for question in kit.questions}.get(criterion.id)
    was = {question.criterion.id: question for question in made.questions}.get(criterion.id)
    asked = None if (mine is None) == (was is None) else mine is not None
    if mine is None:
        return QuestionEdit(criterion.text, asked)
    standard = was or made_question(1, criterion)
    return QuestionEdit(
        criterion.text,
        asked,
        mine.text if mine.text != standard.text else "",
        tuple(one for one in mine.probes if one not in standard.probes),
        tuple(one for one in mine.anchors if one not in standard.anchors),
    )


def _gate_differences(made: Kit, kit: Kit) -> tuple[tuple[GateEdit, ...], tuple[Gate, ...]]:
    mine = {gate.id: gate for gate in kit.gates}
    known = {gate.id for gate in made.gates}
    changed = tuple(
        GateEdit(gate.criterion, mine.get(gate.id))
        for gate in made.gates
        if mine.get(gate.id) != gate
    )
    return changed, tuple(gate for gate in kit.gates if gate.id not in known)


def _ordered(role: Role, kit: Kit, edits: Edits) -> Edits:
    """The edits, with an order only where it is not the one that comes by itself."""
    natural = edited(role, edits)
    if [one.criterion.id for one in natural.questions] != [
        one.criterion.id for one in kit.questions
    ]:
        edits = replace(edits, order=tuple(one.criterion.text for one in kit.questions))
    if [one.id for one in natural.gates] != [one.id for one in kit.gates]:
        edits = replace(edits, gate_order=tuple(one.id for one in kit.gates))
    return edits


def dormant(role: Role, edits: Edits) -> tuple[str, ...]:
    """The requirements that were edited and that the brief no longer has, in their words."""
    present = {key(criterion.text) for criterion in askable(role)}
    return tuple(one.criterion for one in edits.questions if key(one.criterion) not in present)
