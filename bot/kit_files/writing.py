"""Writes a whole kit as YAML that a recruiter can read and edit: a comment explains each part."""

from collections.abc import Iterator

import yaml

from bot.core.kits.edits import askable
from bot.core.kits.kit import Gate, Kit, Question, make_kit
from bot.core.roles import Criterion, Role
from bot.core.text.cleaning import cleaned
from bot.kit_files.gates import OWN

_WIDTH = 96
_HEAD = """\
# The screening kit for {title}.
# Change what you like and take it in again: rolecall kit import {role} FILE
# What you leave out stays as made from the brief. Every candidate gets the same questions, in this
# order. After a change the kit has to be signed off again; running screenings keep their questions.
"""
_GATES = """\
# Gates are met or not, and never turn anybody away by themselves. `asked: no` takes one out.
# `years` is the number an answer must reach; without it a yes counts as met.
# One of your own has no `gate:`, but `needs:` (what the summary calls it) and `question:`.
"""
_QUESTIONS = """\
# One question for each requirement that is asked about; `criterion` is the requirement's id.
# `asked: no` takes it out. A requirement further down with `asked: no` is asked with `asked: yes`.
# `probes` are the follow-ups: at most one is asked, for what is missing from the answer.
# `anchors` tell the people who read the answers what each level looks like; give all five.
# Never ask about age, family, health, religion, origin, gender, union, arrests or former pay.
"""


def written_kit(role: Role, kit: Kit) -> str:
    """The kit as a YAML file; reading it again gives the same kit."""
    return "".join(_parts(role, kit))


def _parts(role: Role, kit: Kit) -> Iterator[str]:
    yield _HEAD.format(title=_line(role.title), role=role.id)
    yield _yaml({"role": role.id})
    yield f"\n{_GATES}gates:\n"
    yield from (_gate(gate) for gate in kit.gates)
    kept = {gate.id for gate in kit.gates}
    yield from (
        f"\n  # {_whence(gate)}\n{_not_asked('gate', gate.id)}"
        for gate in make_kit(role).gates
        if gate.id not in kept
    )
    yield f"\n{_QUESTIONS}questions:\n"
    yield from (_question(question) for question in kit.questions)
    asked = {question.criterion.id for question in kit.questions}
    for criterion in askable(role):
        if criterion.id not in asked:
            yield _about(criterion) + _not_asked("criterion", criterion.id)


def _gate(gate: Gate) -> str:
    values: dict[str, object] = {"gate": gate.id}
    values |= {"needs": gate.criterion, "question": gate.text}
    if gate.least is not None:
        values["years"] = gate.least
    return f"\n  # {_whence(gate)}\n{_item(values)}"


def _whence(gate: Gate) -> str:
    """Where a gate comes from."""
    if gate.id.startswith(OWN):
        return "Not in the brief"
    return f"Brief, line {gate.line}: “{_line(gate.criterion)}”"


def _not_asked(kind: str, identity: str) -> str:
    return _item({kind: identity}) + "    asked: no\n"


def _question(question: Question) -> str:
    values: dict[str, object] = {
        "criterion": question.criterion.id,
        "question": question.text,
        "probes": {part.value: text for part, text in question.probes},
        "anchors": {level.words: text for level, text in question.anchors},
    }
    return _about(question.criterion) + _item(values)


def _about(criterion: Criterion) -> str:
    kind, text = criterion.kind.value.capitalize(), _line(criterion.text)
    return f"\n  # {kind}; brief, line {criterion.line}: “{text}”\n"


def _line(text: str) -> str:
    """A text of the brief as a comment holds it: on one line, without what YAML refuses."""
    return " ".join(cleaned(text).split())


def _item(values: dict[str, object]) -> str:
    lines = _yaml(values).splitlines()
    return "".join(f"  {'- ' if not at else '  '}{line}\n" for at, line in enumerate(lines))


def _yaml(values: dict[str, object]) -> str:
    written: str = yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return written
