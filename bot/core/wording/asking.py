"""The words of a kit: questions, probes, anchors and gates made from a brief's criteria."""

import re

from bot.core.ratings import Level, Part

_LEAD_IN = re.compile(
    r"^(?:(?:proven|demonstrated|strong|solid|deep|extensive|practical|hands-on|excellent|good|"
    r"previous|prior|relevant|working|some|significant)\s+)*"
    r"(?:(?:experience|expertise|familiarity|knowledge|skills?|background|proficiency|competence|"
    r"track record|ability|mastery|confidence|understanding)\s+"
    r"(?:in|with|of|at|on|as|for|using)\s+)",
    re.IGNORECASE,
)
_ABILITY = re.compile(
    r"^(?:(?:the\s+)?ability|able|willingness|willing|capable|capacity|you can|can)\s+"
    r"(?:to\s+|of\s+)?(?=[a-z])",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"^(?:you|we|that|this|it|they|candidates?|applicants?)\b", re.IGNORECASE)
_LABEL = re.compile(r"^[^:()]{3,40}:\s+(?=\S)")


def topic(criterion: str) -> str:
    """The criterion as a phrase that fits into a sentence: no full stop, no lead-in, lower case."""
    phrase = criterion.strip().rstrip(".;,")
    phrase = _LABEL.sub("", phrase)
    phrase = _LEAD_IN.sub("", phrase)
    first, _, _ = phrase.partition(" ")
    lowered = phrase[:1].lower() + phrase[1:]
    return phrase if any(letter.isupper() for letter in first[1:]) else lowered


def question(criterion: str) -> str:
    """One behavioural question about a criterion, in plain words."""
    able = _ABILITY.match(criterion.strip())
    if able:
        deed = criterion.strip()[able.end() :].rstrip(".;,")
        return f"Think of one time when you had to {deed}. {_PARTS}"
    if _SENTENCE.match(criterion):
        return (
            f"The brief says: “{criterion.strip()}” Think of one piece of work that shows it. "
            f"{_PARTS}"
        )
    return f"Think of one piece of work that involved {topic(criterion)}. {_PARTS}"


_PARTS = "What was the situation, what did you do yourself, and what came of it?"

_PROBES = {
    Part.WORK: "Is there one piece of real work behind this, even a small one? "
    "What did you do in it?",
    Part.OWN_PART: "Which part of that was yours? What did you do yourself?",
    Part.SPECIFIC_CASE: "Can you pick one specific case and walk me through what you did?",
    Part.RESULT: "What came of it? A number, a before and after, or what changed for people, "
    "if you remember one.",
}


def probe(missing: Part) -> str:
    """The one prepared follow-up for the part that is missing."""
    return _PROBES[missing]


_ANCHORS = {
    Level.NO_EVIDENCE: "Not addressed, about something else, denied, or declined.",
    Level.CLAIMED: "Says so, lists terms, would do it or plans to learn it; no work described.",
    Level.DESCRIBED: "Real hands-on work in general terms; no specific case, or own part unclear.",
    Level.DEMONSTRATED: "One specific situation with the candidate's own actions.",
    Level.IMPACT: "One specific situation with own actions, and its scale or a measurable result.",
}


def anchor(level: Level) -> str:
    """What an answer at this level looks like."""
    return _ANCHORS[level]


def gate(criterion: str) -> str:
    """The question for something one has or has not."""
    return (
        f"The brief asks for this: “{criterion.rstrip('.')}”. Do you have it? Yes or no is enough."
    )


def years_gate(least: int) -> str:
    """The gate's question about years of experience."""
    return (
        f"The brief asks for {least} years or more of relevant work. "
        "How many years have you done work like this? A number is enough."
    )


def years_criterion(least: int, most: int | None) -> str:
    """The gate as the summary shows it."""
    return f"{least}-{most} years of experience" if most else f"{least}+ years of experience"
