"""Headings in a text that marks none, as PDF and Word files often come out: seen by their place."""

import re

from bot.briefs.headings import audience_of, kind_of
from bot.core.roles import Audience, SectionKind

_ITEM = re.compile(r"^\s*(?:[-*+•·▪◦‣●○–—]|\d{1,2}[.)])\s+\S")
_SHORT = re.compile(r"^[^\W\d_][^.:;!?|]{1,60}$")
_MOST_WORDS = 7
_FEW_WORDS = 3
"""So short is a line that is a heading by its words, with prose under it: “How to apply”."""


def marked(lines: list[str]) -> list[str]:
    """The same lines; a short line right above a list is a heading, and the first line the title.

    Where no short line stands above a list, nothing is changed. Where one does, a line that names
    a section is a heading over prose too, and whatever says that it is for the team.
    """
    listed = {at for at, line in enumerate(lines) if _short(line) and _above_list(lines, at)}
    if not listed:
        return lines
    headings = listed | {at for at, line in enumerate(lines) if _short(line) and _named(lines, at)}
    first = next(at for at, line in enumerate(lines) if line.strip())
    title = first if first not in headings and _short(lines[first]) else -1
    levels = dict.fromkeys(headings, "####") | {title: "#"}
    return [
        f"{levels[at]} {line.strip()}" if at in levels else line for at, line in enumerate(lines)
    ]


def _short(line: str) -> bool:
    said = line.strip()
    return _SHORT.match(said) is not None and len(said.split()) <= _MOST_WORDS


def _above_list(lines: list[str], at: int) -> bool:
    """Whether the next line with words is an item, and this one does not go on with a sentence."""
    following = next((line for line in lines[at + 1 :] if line.strip()), "")
    above = lines[at - 1].strip() if at else ""
    alone = not above or _ITEM.match(above) is not None or _short(above)
    return alone and lines[at].strip()[:1].isupper() and _ITEM.match(following) is not None


def _named(lines: list[str], at: int) -> bool:
    """Whether a line after a gap or a list names a section by its words."""
    above, said = lines[at - 1].strip() if at else "", lines[at].strip()
    if not any(lines[:at]) or (above and _ITEM.match(above) is None):
        return False
    kind = kind_of(said, SectionKind.OTHER)
    if audience_of(said, kind, Audience.CANDIDATE) is Audience.TEAM:
        return True
    return kind is not SectionKind.OTHER and len(said.split()) <= _FEW_WORDS
