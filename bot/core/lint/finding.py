"""One thing to mend, and the rules that find one by its words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_END = r"(?=\s*(?:$|[?.,;)]|\b(?:or|and|but|there|now|at|in|before|when|with)\b))"
_READ = 5000
"""How many characters of a text are read: no requirement and no question is longer."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: where it stands, why, and what to write instead.

    `line` counts in the brief, 0 where the words do not come from it; `where` names the part of a
    kit (“question 3”, “gate B”). `barred` is what may not be asked at all; the rest is advice.
    """

    line: int
    quote: str
    why: str
    instead: str
    where: str = ""
    barred: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that should not stand in a requirement or a question, why, and what to write."""

    words: re.Pattern[str]
    why: str
    instead: str
    barred: bool = False


def rule(phrases: str, why: str, instead: str, barred: bool = False) -> Rule:
    """A rule from phrases, one pattern in a line: any of them, as whole words, in any case.

    A blank is any white space, also one that may be missing (“rock ?star”). `END` stands for the
    end of what is said, before a mark or a clause.
    """
    lines = [line.strip() for line in phrases.strip().splitlines()]
    joined = "|".join(lines).replace("END", _END)
    spaced = joined.replace(" ?", r"\s?").replace(" ", r"\s+")
    return Rule(re.compile(rf"(?<![\w-])(?:{spaced})(?!\w)", re.IGNORECASE), why, instead, barred)


def hits(rules: Iterable[Rule], text: str, line: int = 0, where: str = "") -> tuple[Finding, ...]:
    """What the rules find in a text, one finding for each rule."""
    straight = text[:_READ].replace("’", "'")
    return tuple(
        Finding(line, text[found.start() : found.end()], one.why, one.instead, where, one.barred)
        for one in rules
        if (found := one.words.search(straight))
    )
