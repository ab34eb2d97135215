"""YAML as nodes with their lines, so that every mistake is named where it stands.

Nothing is constructed from the file: only texts, numbers, yes and no are read out of its nodes.
"""

from dataclasses import dataclass, field

import yaml
from yaml.error import MarkedYAMLError
from yaml.reader import ReaderError

from bot.core.errors import KitUnreadable
from bot.core.text.cleaning import cleaned

_NOTHING = "tag:yaml.org,2002:null"
_WORDS = {
    "true": True, "yes": True, "on": True,
    "false": False, "no": False, "off": False,
}  # fmt: skip


@dataclass
class Mistakes:
    """What is wrong with a file so far: lines (from 1) and what to do about it."""

    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, node: yaml.Node, what: str) -> None:
        """One more."""
        self.found.append((line_of(node), what))

    def check(self, source: str) -> None:
        """Raises KitUnreadable with all of them, in the file's order, if there are any."""
        if self.found:
            raise KitUnreadable(source, sorted(dict.fromkeys(self.found)))


def line_of(node: yaml.Node) -> int:
    """The line a node begins on, from 1."""
    line: int = node.start_mark.line
    return line + 1


def composed(source: str, text: str) -> yaml.Node | None:
    """The file's one document; None where it holds nothing. Raises KitUnreadable for bad YAML."""
    try:
        node: yaml.Node | None = yaml.compose(text, yaml.SafeLoader)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise KitUnreadable(source, ((line, _plain(error)),)) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        what = "there is a character here that YAML does not allow. Take it out."
        raise KitUnreadable(source, ((line, what),)) from None
    except RecursionError:
        raise KitUnreadable(
            source, ((1, "it is nested too deeply. Export a fresh one."),)
        ) from None
    return node


def _plain(error: MarkedYAMLError) -> str:
    """A parser's words, with what usually helps."""
    said = " ".join((error.problem or "this is no YAML").split())
    return (
        f"this is no valid YAML ({said}). Check the indentation, and put a text that holds a colon "
        "in quotes."
    )


def entries(
    node: yaml.Node, allowed: tuple[str, ...], mistakes: Mistakes, what: str
) -> dict[str, yaml.Node]:
    """The values of a mapping by name; names that are unknown or there twice are mistakes."""
    if not isinstance(node, yaml.MappingNode):
        mistakes.add(node, f"{what} needs names and values here, such as “{allowed[0]}: …”.")
        return {}
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        if name not in allowed:
            mistakes.add(key, f"“{name[:60]}” is nothing {what} has. It has: {', '.join(allowed)}.")
        elif name in found:
            mistakes.add(key, f"“{name}” is there twice. Keep one of them.")
        elif not is_nothing(value):
            found[name] = value
    return found


def is_nothing(node: yaml.Node) -> bool:
    """Whether a value was left empty."""
    return bool(node.tag == _NOTHING)


def items(node: yaml.Node | None, mistakes: Mistakes, what: str) -> list[yaml.Node]:
    """The items of a list."""
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode):
        mistakes.add(node, f"“{what}” needs a list here: begin each of its lines with “- ”.")
        return []
    return list(node.value)


def words(node: yaml.Node, mistakes: Mistakes, most: int) -> str:
    """A text on one line, cleaned; "" and a mistake for anything else."""
    if not isinstance(node, yaml.ScalarNode):
        mistakes.add(node, "a text belongs here.")
        return ""
    said = " ".join(cleaned(node.value).split())
    if not any(letter.isalnum() for letter in said):
        mistakes.add(node, "there are no words here. Write some, or take the line out.")
        return ""
    if len(said) > most:
        mistakes.add(node, f"this has {len(said)} characters, and {most} is the most. Shorten it.")
        return ""
    return said


def yes_or_no(node: yaml.Node, mistakes: Mistakes) -> bool | None:
    """Yes or no; None and a mistake for anything else."""
    said = _WORDS.get(node.value.casefold()) if isinstance(node, yaml.ScalarNode) else None
    if said is None:
        mistakes.add(node, "“yes” or “no” belongs here.")
    return said


def number(node: yaml.Node, mistakes: Mistakes, most: int) -> int | None:
    """A whole number from 0 to `most`; None and a mistake for anything else."""
    said = node.value if isinstance(node, yaml.ScalarNode) else ""
    if said.isascii() and said.isdigit() and int(said[:9]) <= most:
        return int(said)
    mistakes.add(node, f"a whole number from 0 to {most} belongs here.")
    return None
