"""Reads a kit's file over the kit that the brief gives, and names all its mistakes at once."""

from dataclasses import replace
from difflib import get_close_matches

import yaml

from bot.core.kits.edits import askable
from bot.core.kits.kit import LETTERS, Kit, Question, made_question, make_kit
from bot.core.ratings import Level, Part
from bot.core.roles import Criterion, Role
from bot.kit_files.being_read import Reading
from bot.kit_files.gates import gates_of
from bot.kit_files.nodes import composed, entries, items, yes_or_no

PARTS = {part.value: part for part in Part}
LEVELS = {level.words: level for level in Level}
_LEVELS = {**LEVELS, **{str(int(level)): level for level in Level}}
_KIT = ("role", "gates", "questions")
_QUESTION = ("criterion", "asked", "question", "probes", "anchors")


def read_kit(role: Role, source: str, text: str) -> Kit:
    """The kit of a role with what the file says; whatever it leaves out is as made from the brief.

    `source` is the file's name. Raises KitUnreadable with all mistakes, each with its line.
    """
    reading = Reading(role, make_kit(role))
    node = composed(source, text)
    if node is None:
        return reading.made
    parts = entries(node, _KIT, reading.mistakes, "a kit")
    _check_role(reading, parts.get("role"))
    kit = replace(
        reading.made,
        gates=gates_of(reading, parts.get("gates")),
        questions=_questions(reading, parts.get("questions")),
    )
    if len(kit.gates) > len(LETTERS):
        reading.mistakes.add(parts.get("gates", node), f"a kit has at most {len(LETTERS)} gates.")
    if not kit.questions:
        what = "no question is left. A screening has to ask something."
        reading.mistakes.add(parts.get("questions", node), what)
    reading.mistakes.check(source)
    return kit


def _check_role(reading: Reading, node: yaml.Node | None) -> None:
    if node is not None and node.value != reading.role.id:
        what = f"this file is for another role; here it has to say “{reading.role.id}”."
        reading.mistakes.add(node, what)


def _questions(reading: Reading, node: yaml.Node | None) -> tuple[Question, ...]:
    """The questions in the file's order, then those it does not speak of."""
    written: dict[str, Question | None] = {}
    for item in items(node, reading.mistakes, "questions"):
        parts = entries(item, _QUESTION, reading.mistakes, "a question")
        criterion = _criterion(reading, item, parts.get("criterion"))
        if criterion is None:
            continue
        if criterion.id in written:
            reading.mistakes.add(item, f"“{criterion.id}” is there twice. Keep one of them.")
        written[criterion.id] = _question(reading, criterion, parts)
    asked = [question for question in written.values() if question]
    rest = [one for one in reading.made.questions if one.criterion.id not in written]
    return tuple(replace(one, id=f"q{at}") for at, one in enumerate([*asked, *rest], 1))


def _criterion(reading: Reading, item: yaml.Node, node: yaml.Node | None) -> Criterion | None:
    if node is None:
        if isinstance(item, yaml.MappingNode):
            reading.mistakes.add(item, "the question needs “criterion:”, an id of the brief.")
        return None
    named = str(node.value).strip() if isinstance(node, yaml.ScalarNode) else ""
    known = {criterion.id: criterion for criterion in askable(reading.role)}
    if named not in known:
        close = get_close_matches(named, known, n=1, cutoff=0.5)
        meant = f"Did you mean “{close[0]}”?" if close else f"The brief has: {', '.join(known)}."
        reading.mistakes.add(node, f"the brief has no criterion “{named[:80]}”. {meant}")
    return known.get(named)


def _question(
    reading: Reading, criterion: Criterion, parts: dict[str, yaml.Node]
) -> Question | None:
    by_id = {question.criterion.id: question for question in reading.made.questions}
    made = by_id.get(criterion.id) or made_question(1, criterion)
    told = {name for name in ("question", "probes", "anchors") if name in parts}
    asked = bool(told) or criterion.id in by_id
    if "asked" in parts:
        asked = yes_or_no(parts["asked"], reading.mistakes) is not False
    text = reading.text(parts["question"], made.text) if "question" in parts else made.text
    question = replace(
        made,
        text=text,
        probes=_probes(reading, made, parts.get("probes")),
        anchors=_anchors(reading, made, parts.get("anchors")),
    )
    return question if asked else None


def _probes(
    reading: Reading, made: Question, node: yaml.Node | None
) -> tuple[tuple[Part, str], ...]:
    """The follow-ups; those the file leaves out stay."""
    if node is None:
        return made.probes
    given = entries(node, tuple(PARTS), reading.mistakes, "“probes”")
    return tuple(
        (part, reading.text(given[part.value], text) if part.value in given else text)
        for part, text in made.probes
    )


def _anchors(
    reading: Reading, made: Question, node: yaml.Node | None
) -> tuple[tuple[Level, str], ...]:
    """The anchors: all five, so that nobody reads an answer by half of a scale."""
    if node is None:
        return made.anchors
    named = entries(node, tuple(_LEVELS), reading.mistakes, "“anchors”")
    given = {_LEVELS[name]: value for name, value in named.items()}
    if len(given) < len(named):
        reading.mistakes.add(node, "a level is there twice, as a number and in words. Keep one.")
    missing = [level.words for level in Level if level not in given]
    if isinstance(node, yaml.MappingNode) and missing:
        what = f"“anchors” lacks: {', '.join(missing)}. Add them, or leave “anchors” out."
        reading.mistakes.add(node, what)
    return tuple(
        (level, reading.text(given[level], text) if level in given else text)
        for level, text in made.anchors
    )
