"""Two requirements in one, and the same requirement twice."""

import re
from collections.abc import Iterable

from bot.core.lint.finding import Finding
from bot.core.lint.stems import alike, stems

_MOST_ITEMS = 5
_WHY = "Several requirements stand in one, so one level cannot speak for all."
_SPLIT = "Split it, or say that one of them is enough."
_LEAD = (
    r"(?:(?:strong|good|excellent|solid|proven|deep|sound|demonstrated)\s+)*"
    r"(?:experience|knowledge|understanding|ability|able|familiarity|proficiency|expertise|"
    r"willing(?:ness)?|degree|certificate|certification|fluency|fluent|track record|"
    r"\d+\+?\s+years|(?:excellent|strong|good)\s+[\w-]+(?:\s+[\w-]+)?\s+skills?)\b"
)
_JOINED = re.compile(
    # Two lead-ins in one line: “knowledge of payroll and the ability to lead a team”.
    rf"\b{_LEAD}.{{8,120}}?[,\s]\s*(?:and|as well as|plus|&)\s+(?:(?:an?|the|have|has)\s+)?{_LEAD}",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    # What follows a semicolon tells about the requirement, and asks for nothing more.
    r"^\s*(?:we|you (?:climb|will)|ours?|this|that|it|they|english is|\w+ is (?:helpful|not|a plus|"
    r"welcome|enough)|or\b|no\b|with\b|for example|e\.g\.|such as)\b",
    re.IGNORECASE,
)
_ENOUGH = re.compile(
    r"\b(?:or|one of|any of|either|such as|for example|including)\b", re.IGNORECASE
)


def several(text: str, line: int = 0, where: str = "") -> tuple[Finding, ...]:
    """A requirement that is more than one."""
    bare = re.sub(r"\([^)]*\)|:.*", "", text)
    listed = re.split(r"[;,]|\band\b", bare)
    long = len(listed) > _MOST_ITEMS and not _ENOUGH.search(bare)
    if _joined(text) or _JOINED.search(text) or long:
        return (Finding(line, text, _WHY, _SPLIT, where),)
    return ()


def _joined(text: str) -> bool:
    """Whether a semicolon joins two requirements, rather than a requirement and a remark."""
    parts = [part for part in re.sub(r"\([^)]*\)", "", text).split(";") if part.strip()]
    return len(parts) > 1 and not all(_SAYS_MORE.match(part) for part in parts[1:])


def twice(texts: Iterable[tuple[str, int, str]]) -> tuple[Finding, ...]:
    """Texts that stand for what an earlier one says already; each is (text, line, where)."""
    found: list[Finding] = []
    before: list[tuple[str, frozenset[str], str]] = []
    for text, line, where in texts:
        plain, known = re.sub(r"\W+", " ", text.casefold()).strip(), stems(text)
        for other, said, place in before:
            if plain == other or alike(known, said):
                nearly = "It" if plain == other else "Nearly the same"
                why = f"{nearly} stands {place} already."
                found.append(Finding(line, text, why, "Keep one of them.", where))
                break
        before.append((plain, known, where or f"on line {line}"))
    return tuple(found)
