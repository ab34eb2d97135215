"""What a noun phrase is about: without "experience with", and as it stands inside a sentence."""

import re

from bot.core.phrasing.vocabulary import COMMON, LONG_NAMES, NAMES

STRENGTH = (
    r"(?:proven|demonstrated|demonstrable|strong|solid|sound|deep|extensive|practical|hands-on|"
    r"excellent|good|previous|prior|relevant|working|some|significant|in-depth|broad|thorough|"
    r"professional|basic|advanced|substantial|firm|clear|recent|direct|first-hand|"
    r"comprehensive|full)"
)
_HAVING = (
    r"(?:experience|expertise|familiarity|knowledge|skills?|background|proficiency|competence|"
    r"track record|mastery|confidence|understanding|grasp|command|exposure|know-how)"
)
OWNER = (
    r"(?:(?:you|candidates?|applicants?)\s+)?(?:(?:must|should|will|would|ideally)\s+)*"
    r"(?:(?:have|has|bring|brings|show|shows|demonstrate|demonstrates)\s+)?"
)
_YEARS = r"(?:(?:at least\s+)?\d+\+?\s+(?:or more\s+)?years?['’]?\s+(?:or more\s+)?(?:of\s+)?)?"
_LINK = r"(?:in|with|of|at|on|for|using|around|across|about|within)"
_LEAD_IN = re.compile(
    rf"^{OWNER}{_YEARS}(?:an?\s+|the\s+)?(?:{STRENGTH}(?:\s+and\s+|,?\s+))*{_HAVING}"
    rf"(?:\s+(?:{_LINK}\s+)?(?:and|or)\s+(?:{STRENGTH}\s+)*{_HAVING})?\s+(?:{_LINK}\s+(?:the\s+(?=use\b))?|(?=\w+ing\b))",
    re.IGNORECASE,
)
_AS = re.compile(
    rf"^{OWNER}{_YEARS}(?:{STRENGTH}\s+)*(?:experience|background)\s+(?=as\s)", re.IGNORECASE
)
_SKILLED = re.compile(
    rf"^(?:(?:highly|very|well)[\s-]+)?(?:proficient|skilled|experienced|expert|versed|"
    rf"knowledgeable|competent|confident|comfortable|familiar|adept)\s+(?:{_LINK}\s+|(?=\w+ing\b))"
    r"|^knowing\s+(?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"^(?:(?:strong|solid|excellent|proven|demonstrated|extensive|outstanding)\s+)+"
    r"(?!(?:and|or|in|with|at|enough)\b)",
    re.IGNORECASE,
)
_OWNED = re.compile(rf"\s+{_HAVING}(?=$|[,:(]|\s\(|\s+(?:with|for|in|across|on)\b)", re.IGNORECASE)
_ACTIVITY = re.compile(r"(?:ing|tion|ment|sis|ship)$", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


def topic(text: str) -> str:
    """A noun phrase without its lead-in, in lower case where it began the line."""
    lead_in = _AS.match(text)
    if lead_in:
        return f"work {text[lead_in.end() :]}"
    bare = text
    for pattern in (_LEAD_IN, _SKILLED, _PRAISE):
        bare = pattern.sub("", bare)
    owned = _OWNED.sub(_worked, bare, count=1)
    return owned if bare != text and _LEAD_IN.match(text) else _lowered(owned)


def _worked(found: re.Match[str]) -> str:
    """ "procurement experience" is procurement, "database skills" are work on a database.

    Behind a list, the last word stays: it belongs to all of it.
    """
    if "," in found.string[: found.start()]:
        return found[0]
    before = found.string[: found.start()].rpartition(" ")[2]
    return "" if _ACTIVITY.search(before) else " work"


def _lowered(text: str) -> str:
    """The text as it stands inside a sentence; a name keeps its capital."""
    first = _WORD.match(text)
    return text if first is None or _is_name(first[0], text) else text[:1].lower() + text[1:]


def _is_name(first: str, text: str) -> bool:
    """Whether the line begins with a name: a known one, "FinOps", or two capitals ("Red Seal")."""
    plain = first.casefold()
    if plain in COMMON or plain.endswith("ing"):
        return False
    behind = text[len(first) :]
    titled = behind[:1] == " " and behind[1:2].isupper() and behind[2:3].islower()
    known = plain in NAMES or text.casefold().startswith(LONG_NAMES)
    return known or titled or any(letter.isupper() for letter in first[1:])


def without_lead_in(text: str) -> str:
    """The text behind "you must have experience with": a lead-in is no sentence of its own."""
    found = _LEAD_IN.match(text)
    return text[found.end() :] if found else text
