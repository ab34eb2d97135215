"""Lines in which a brief tells the team what to look for, each with the requirement it is about.

A line belongs to the one requirement that shares the most words with it that no other requirement
has: two of them, or one long one. Where that is not plain, it belongs to none.
"""

import re
from collections import Counter
from collections.abc import Sequence

from bot.core.roles import Criterion

_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDING = re.compile(r"(?:ies|ing|ed|es|s|y)$")
_SHARED = 2
_LONG = 9
"""A word of so many letters says enough alone."""
_AGAINST = re.compile(r"red flag|warning|[€£$]|\bnot\b|\bno\b|\bnever\b", re.IGNORECASE)
"""What warns, or tells of money, shows no level."""


def signals(lines: Sequence[Criterion], asked: Sequence[Criterion]) -> dict[str, Criterion]:
    """By a requirement's id, the line that is about it; the first where there are several."""
    words = {one.id: _words(one.text) for one in asked}
    known = Counter(word for each in words.values() for word in each)
    found: dict[str, Criterion] = {}
    for line in lines:
        said = _words(line.text)
        own = {
            one: {word for word in said & mine if known[word] == 1} for one, mine in words.items()
        }
        best = _plainest(own)
        if best and not _AGAINST.search(line.text):
            found.setdefault(best, line)
    return found


def _plainest(own: dict[str, set[str]]) -> str:
    """The requirement that shares the most, where it is alone in that and shares enough."""
    ordered = sorted(own, key=lambda one: len(own[one]), reverse=True)
    if not ordered or (len(ordered) > 1 and len(own[ordered[1]]) == len(own[ordered[0]])):
        return ""
    shared = own[ordered[0]]
    enough = len(shared) >= _SHARED or any(len(word) >= _LONG for word in shared)
    return ordered[0] if enough else ""


def _words(text: str) -> set[str]:
    return {_ENDING.sub("", word) for word in _WORD.findall(text.casefold())}
