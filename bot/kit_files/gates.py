"""The gates of a kit's file."""

from dataclasses import replace

import yaml

from bot.core.kits.changes import gate_of
from bot.core.kits.kit import Gate
from bot.core.wording import asking
from bot.kit_files.being_read import Reading
from bot.kit_files.nodes import entries, items, number, yes_or_no

_GATE = ("gate", "asked", "needs", "question", "years")
_MOST_YEARS = 50
OWN = "own-"
"""How the ids of gates begin that are not the brief's."""


def gates_of(reading: Reading, node: yaml.Node | None) -> tuple[Gate, ...]:
    """The gates in the file's order, then those it does not speak of."""
    made = {gate.id: gate for gate in reading.made.gates}
    written: dict[str, Gate | None] = {}
    for item in items(node, reading.mistakes, "gates"):
        parts = entries(item, _GATE, reading.mistakes, "a gate")
        if not parts:
            continue
        named = str(parts["gate"].value) if "gate" in parts else ""
        if named in written:
            reading.mistakes.add(item, f"the gate “{named}” is there twice. Keep one of them.")
        elif named in made:
            written[named] = _asked(reading, parts, _other(reading, made[named], parts))
        elif named and not named.startswith(OWN):
            known = ", ".join(made) or "none"
            what = f"the brief has no gate “{named[:80]}”. It has: {known}. One of your own needs "
            reading.mistakes.add(parts["gate"], f"{what}no “gate:”.")
        else:
            own = _own(reading, item, parts, {*made, *written})
            if own:
                identity = named or own.id
                written[identity] = _asked(reading, parts, replace(own, id=identity))
    rest = [gate for gate in reading.made.gates if gate.id not in written]
    return (*(gate for gate in written.values() if gate), *rest)


def _asked(reading: Reading, parts: dict[str, yaml.Node], gate: Gate) -> Gate | None:
    wanted = yes_or_no(parts["asked"], reading.mistakes) if "asked" in parts else True
    return None if wanted is False else gate


def _other(reading: Reading, made: Gate, parts: dict[str, yaml.Node]) -> Gate:
    """A gate of the brief with what the file says."""
    gate = made
    least = number(parts["years"], reading.mistakes, _MOST_YEARS) if "years" in parts else None
    if least is not None and least != made.least:
        need, question = asking.job_years_criterion(least, ""), asking.job_years_gate(least, "")
        gate = replace(made, least=least, criterion=need, text=question)
    needs = reading.text(parts["needs"], made.criterion) if "needs" in parts else made.criterion
    text = reading.text(parts["question"], made.text) if "question" in parts else made.text
    # What still reads as the brief gives it goes along with other years.
    return replace(
        gate,
        criterion=needs if needs != made.criterion else gate.criterion,
        text=text if text != made.text else gate.text,
    )


def _own(
    reading: Reading, item: yaml.Node, parts: dict[str, yaml.Node], taken: set[str]
) -> Gate | None:
    """A gate that the brief does not have, from its question, what it needs, or both."""
    if "needs" not in parts and "question" not in parts:
        reading.mistakes.add(item, "a gate of your own needs “needs:”, “question:” or both.")
        return None
    needs = reading.text(parts["needs"], "") if "needs" in parts else ""
    question = reading.text(parts["question"], "") if "question" in parts else ""
    if not needs and not question:
        return None
    gate = gate_of(needs or question, taken)
    least = number(parts["years"], reading.mistakes, _MOST_YEARS) if "years" in parts else None
    # What was exported, or says its years itself, stands as it is.
    if "gate" in parts or least is not None:
        gate = replace(gate, criterion=needs or question, least=least)
    return replace(gate, text=question or gate.text)
