"""What is wrong with a brief's criteria: not measurable, two in one, or not to be asked."""

import re
from dataclasses import dataclass

from bot.core.roles import CriterionKind, Role


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: where it stands, why, and what to write instead."""

    line: int
    quote: str
    why: str
    instead: str


_RULES: tuple[tuple[str, str, str], ...] = (
    (
        r"rock ?stars?|ninjas?|gurus?|wizards?|superstars?|unicorns?|best of the best|"
        r"world[- ]class",
        "Nobody can show this with work they did.",
        "Name the work, for example “has run a migration of more than 50 services”.",
    ),
    (
        r"culture fit|cultural fit|good fit|fits? in(?:to)? (?:our|the) team|personality|"
        r"charisma\w*",
        "“Fit” cannot be rated from work, and it lets likeness decide.",
        "Name the behaviour, for example “gives and takes written review comments”.",
    ),
    (
        r"passionate|passion for|self[- ]starter|go[- ]getter|hard[- ]working|dynamic|"
        r"energetic|driven|team player",
        "This is a trait, not work that somebody can show.",
        "Name what the person does in the job that it stands for.",
    ),
    (
        r"native (?:\w+ )?speakers?|mother tongue|accent[- ]free|without (?:an )?accent",
        "It shuts people out by origin; the job needs a level of the language.",
        "Give the level, for example “English at C1”.",
    ),
    (
        r"digital natives?|young|youthful|recent graduates?|(?:class|graduated|graduation "
        r"year) of \d{4}|under \d\d years|mature",
        "It stands for age, which may not decide.",
        "Name the skill or the years of work that are needed.",
    ),
    (
        r"married|single\b|children|family (?:plans|status)|pregnan\w+|religio\w+|"
        r"nationality|ethnic\w*|gender\b|\bsex\b|able[- ]bodied|"
        r"salary history|current salary|place of birth|maiden name|postcode|zip code",
        "This may not be asked or decide in most places.",
        "Leave it out.",
    ),
    (
        r"excellent communication|strong communication|good communication skills|detail[- "
        r"]oriented|multi[- ]?task\w*|problem[- ]solver",
        "It is hard to measure as it stands.",
        "Say to whom, about what, and in which form, for example “writes decision records”.",
    ),
)
_COMPILED = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), why, instead)
    for pattern, why, instead in _RULES
)
_MOST_ITEMS = 5


def findings(role: Role) -> tuple[Finding, ...]:
    """What should be mended in a role's criteria, in the brief's order."""
    found: list[Finding] = []
    seen: dict[str, int] = {}
    for criterion in role.criteria:
        if criterion.kind is CriterionKind.SIGNAL:
            continue
        for pattern, why, instead in _COMPILED:
            hit = pattern.search(criterion.text)
            if hit:
                found.append(Finding(criterion.line, hit[0], why, instead))
        found += _double(criterion.line, criterion.text)
        plain = re.sub(r"\W+", " ", criterion.text.casefold()).strip()
        if plain in seen:
            why = f"It stands on line {seen[plain]} already."
            found.append(Finding(criterion.line, criterion.text, why, "Keep one of them."))
        seen.setdefault(plain, criterion.line)
    return tuple(found)


def _double(line: int, text: str) -> list[Finding]:
    """Two requirements in one cannot be rated as one."""
    items = re.split(r"[;,]|\band\b", re.sub(r"\([^)]*\)", "", text))
    several = [item for item in items if len(item.split()) >= 1]
    if ";" in text or len(several) > _MOST_ITEMS:
        why = "Several requirements stand in one, so one level cannot speak for all."
        return [Finding(line, text, why, "Split it, or say that one of them is enough.")]
    return []
