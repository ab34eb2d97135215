"""Reads a file of sample screenings, to try a kit on before anybody is invited."""

from dataclasses import dataclass, field

import yaml

from bot.core.kits.kit import Kit, letter
from bot.core.ratings import Level
from bot.core.text.cleaning import cleaned
from bot.kit_files.nodes import Mistakes, composed, entries, items, words

LEVELS = {name: level for level in Level for name in (level.words, str(int(level)))}
LONGEST = 12_000
"""How many characters an answer may have: as many as are rated."""
LONGEST_NAME = 60
MOST = 50
"""How many samples one file may hold."""
_FILE = ("role", "samples")
_SAMPLE = ("name", "gates", "answers")
_ANSWER = ("answer", "follow-up", "expected")


@dataclass(frozen=True, slots=True)
class SampleAnswer:
    """What is said to a question, and to its follow-up; the level a recruiter expects, or None."""

    text: str
    follow_up: str = ""
    expected: Level | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """One invented person's screening: by a gate's letter, and by a question's number from 1.

    What is left out was skipped.
    """

    name: str
    gates: dict[str, str] = field(default_factory=dict)
    answers: dict[int, SampleAnswer] = field(default_factory=dict)


def read_samples(kit: Kit, source: str, text: str) -> tuple[Sample, ...]:
    """The samples of a file for this kit.

    `source` is the file's name. Raises KitUnreadable with all mistakes, each with its line.
    """
    mistakes = Mistakes()
    node = composed(source, text) or yaml.MappingNode("tag:yaml.org,2002:map", [], _START, _START)
    parts = entries(node, _FILE, mistakes, "a file of samples")
    role = parts.get("role")
    if role is not None and role.value != kit.role:
        mistakes.add(role, f"these samples are for another role; here it has to say “{kit.role}”.")
    listed = items(parts.get("samples"), mistakes, "samples")
    if not listed:
        mistakes.add(parts.get("samples", node), "there is no sample. Begin one with “- name: …”.")
    if len(listed) > MOST:
        mistakes.add(listed[MOST], f"{MOST} samples are the most. Take some out.")
    samples = tuple(_sample(kit, one, mistakes) for one in listed[:MOST])
    mistakes.check(source)
    return samples


_START = yaml.Mark("", 0, 0, 0, None, 0)


def _sample(kit: Kit, node: yaml.Node, mistakes: Mistakes) -> Sample:
    parts = entries(node, _SAMPLE, mistakes, "a sample")
    name = parts.get("name")
    if name is None:
        mistakes.add(node, "this sample has no name. Invent one: “name: Robin Example”.")
    letters = tuple(letter(at) for at in range(len(kit.gates)))
    numbers = tuple(str(number) for number in range(1, len(kit.questions) + 1))
    gates = _mapping(parts.get("gates"), letters, mistakes, "this kit's gates")
    answers = _mapping(parts.get("answers"), numbers, mistakes, "this kit's questions")
    return Sample(
        words(name, mistakes, LONGEST_NAME) if name else "",
        {each: _said(said, mistakes) for each, said in gates.items()},
        {int(each): _answer(said, mistakes) for each, said in answers.items()},
    )


def _mapping(
    node: yaml.Node | None, allowed: tuple[str, ...], mistakes: Mistakes, what: str
) -> dict[str, yaml.Node]:
    if node is None:
        return {}
    if not allowed:
        mistakes.add(node, f"{what}: there are none. Take this out.")
        return {}
    return entries(node, allowed, mistakes, what)


def _answer(node: yaml.Node, mistakes: Mistakes) -> SampleAnswer:
    if isinstance(node, yaml.ScalarNode):
        return SampleAnswer(_said(node, mistakes))
    parts = entries(node, _ANSWER, mistakes, "an answer")
    said, follow_up, expected = (parts.get(name) for name in _ANSWER)
    return SampleAnswer(
        _said(said, mistakes) if said else "",
        _said(follow_up, mistakes) if follow_up else "",
        _level(expected, mistakes) if expected else None,
    )


def _said(node: yaml.Node, mistakes: Mistakes) -> str:
    """An answer as it would be typed, with its paragraphs."""
    text = cleaned(node.value).strip() if isinstance(node, yaml.ScalarNode) else ""
    if not text:
        mistakes.add(node, "an answer's words belong here.")
    if len(text) > LONGEST:
        mistakes.add(node, f"this has {len(text)} characters, and {LONGEST} is the most.")
    return text


def _level(node: yaml.Node, mistakes: Mistakes) -> Level | None:
    found = LEVELS.get(node.value.casefold()) if isinstance(node, yaml.ScalarNode) else None
    if found is None:
        known = ", ".join(f"{int(level)} {level.words}" for level in Level)
        mistakes.add(node, f"this is no level. The levels are: {known}.")
    return found
