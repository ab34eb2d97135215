"""What a question wants to be told and what a line tells: a count of something, a name, a place.

Beside the kinds of `kinds`, which look for any number or name: here it must be one that the
question does not hold itself, and a count of what is asked for.
"""

import re
from collections.abc import Mapping

import numpy as np

from bot.answers.concepts import concepts_of, tokens
from bot.answers.coverage import Asking
from bot.answers.reading import Floats
from bot.answers.telling import Telling
from bot.answers.terms import content_words, stem
from bot.core.roles import SectionKind

_SIDES: Mapping[str, str] = {
    "requirement": (
        r"\b(?:need(?:ed)?|must|required?|have\sto\s(?:know|have|be)|should\si|necessary|"
        r"essential|mandatory|plus|helpful?|useful|advantage|count|matter|expect(?:ed)?|"
        r"enough|understand|know|experience|be\sable|good\sat|looking\sfor|value|without)\b"
    ),
    "hiring": (
        r"\b(?:interview\w*|apply|application|cv|hear\sback|process|offer|test|referees?|"
        r"references?|deadline|closing|trial|after\si|selection)\b"
    ),
    "gets": (
        r"\b(?:get|pay|paid|earn|cover|reimburse|money|allowance|free|benefits?|holidays?|leave|"
        r"pension|insurance|bonus|discount|provide|offer|salary|given)\b"
    ),
    "work": (
        r"\b(?:will\si|would\si|do\si\b(?!\s(?:need|get))|i'd|am\si|my\sjob|part\sof\sthe\s"
        r"(?:job|role)|involve|in\scharge|responsible|tasks?|day|who\sdoes)\b"
    ),
    "firm": (
        r"\b(?:are\syou|do\syou|does\sthe|is\sthe|the\s(?:company|team|school|firm|place|hotel|"
        r"practice|museum|office)|you\s(?:guys|have|use|run)|they)\b"
    ),
}
_COMPILED = tuple(
    (side, re.compile(pattern, re.IGNORECASE | re.VERBOSE)) for side, pattern in _SIDES.items()
)
_STANDS: Mapping[str, frozenset[SectionKind]] = {
    "requirements": frozenset((SectionKind.REQUIRED, SectionKind.PREFERRED, SectionKind.SOFT)),
    "duties": frozenset((SectionKind.DUTIES,)),
    "offer": frozenset((SectionKind.PAY, SectionKind.OFFER)),
    "process": frozenset((SectionKind.PROCESS,)),
    "facts": frozenset((SectionKind.FACTS, SectionKind.ABOUT, SectionKind.OTHER)),
    "notes": frozenset((SectionKind.SIGNALS, SectionKind.NOTES)),
}
_COUNTED = re.compile(
    r"\b(?:how\smany|number\sof|how\smuch)\s+((?:[\w'-]+\s*){1,4})", re.IGNORECASE | re.VERBOSE
)
_ENDS = frozenset("is are was were do does did would will can could should must i you we".split())  # noqa: SIM905
_WHO_IS = re.compile(r"\W*who(?:'s|\sis|\sare)\s(?:the|our|your|those|these)\s(.+)", re.IGNORECASE)
_PERSON = re.compile(r"\b[A-ZÀ-Þ][\w'-]*[a-zà-ÿ]\s(?:(?:[a-z]{2,3}|Mac)\s)?[A-ZÀ-Þ][\w'-]*[a-zà-ÿ]")
BESIDE = 4
"""How far a name may stand from the word it belongs to: "the director, Cosima Ferreday"."""
UNNAMED = "tells no name of whom it speaks"
NAMED = frozenset(("which", "who", "where"))
_FOR_NAMES = ("asks for a make or a version", "asks for a name")
FIGURED = frozenset(("how many", "how much", "how long", "when"))


def wanted(asking: Asking, form: str) -> dict[str, Floats]:
    """The named numbers, shape (lines,) each; `form` is how the question asks."""
    told = asking.reading.told
    return {
        **_counts(asking, told),
        **_names(asking, told, form),
        **_labels(asking),
        **_who_it_is(asking),
        **_stands(asking),
    }


def closely(question: str) -> dict[str, float]:
    """What a question asks that a line about its subject seldom says: a time, a share, a detail."""
    return {f"asks {what}": 1.0 for what, pattern in _CLOSELY if pattern.search(question)}


_CLOSELY = tuple(
    (what, re.compile(pattern, re.IGNORECASE | re.VERBOSE))
    for what, pattern in (
        (
            "of another time",
            r"\blast\s(?:year|month|week|time)|\bnext\s(?!step)|\bat\spresent\b|\bcurrent(?:ly)?\b|"
            r"\btoday\b|\bright\snow\b|\bnowadays\b|\bstill\b|\bso\sfar\b|\balready\b|\bbefore\b|"
            r"\bafter\sthat\b|\bhave\scome\b|\bhas\sbeen\b|\bhave\sbeen\b|\bused\sto\b|\bprevious",
        ),
        (
            "of a share or a mean",
            r"\bon\saverage\b|\bmost\sof\b|\bmajority\b|\busually\b|\bof\s(?:the|them|those|us)\b.*"
            r"\bare\b|\bpercent|\bshare\sof\b|\bexactly\b|\beach\b",
        ),
        (
            "for a make or a version",
            r"\b(?:version|brand|make|model|vendor|provider|insurer|supplier|colou?r|release|"
            r"manufacturer|publisher|edition|agency|carrier)\b",
        ),
        ("for a name", r"\bname\sof\b|'s\sname\b|\bcalled\b|\bthe\sname\b|\bnames\b"),
        ("whether it may differ", r"^\W*(?:can|could|may|might)\b"),
    )
)


def _counts(asking: Asking, told: tuple[Telling, ...]) -> dict[str, Floats]:
    things = _things(asking.asked.text)
    if not things:
        return {}
    stems = {stem(word) for word in things}
    concepts = concepts_of(" ".join(things))
    held = np.array([one.counts(stems, concepts) for one in told])
    return {"counts what is asked for": held, "counts something else": 1.0 - held}


def _things(question: str) -> list[str]:
    found = _COUNTED.search(question)
    if not found:
        return []
    things: list[str] = []
    for word in found[1].split():
        if word.casefold() in _ENDS:
            break
        things.append(word)
    return things


def _names(asking: Asking, told: tuple[Telling, ...], form: str) -> dict[str, Floats]:
    if form not in NAMED and form not in FIGURED:
        return {}
    said = frozenset(tokens(asking.asked.text))
    if form in NAMED:
        lacking = np.array([float(one.names <= said) for one in told])
        closer = (what for what in closely(asking.asked.text) if what in _FOR_NAMES)
        known = {f"names nothing new, {asks}": lacking for asks in (f"asks {form}", *closer)}
        if asking.asked.words:
            known["only repeats what is asked"] = lacking * _repeats(asking)
        return known
    return {"no new figure": np.array([float(one.figures <= said) for one in told])}


def _repeats(asking: Asking) -> Floats:
    """1 for each line that holds every content word of the question, else 0."""
    wanted = frozenset(map(stem, asking.asked.words))
    held = (wanted <= line.stems_with_heading for line in asking.reading.lines)
    return np.array([float(one) for one in held])


def _labels(asking: Asking) -> dict[str, Floats]:
    """How much of what is asked a line's label names: “Depot: Millrace Lane” for the depot."""
    said = [stem(word) for word in asking.asked.words]
    if not said:
        return {}
    labels = asking.reading.label_stems
    share = np.array([sum(word in label for word in said) / len(said) for label in labels])
    return {"label names what is asked": share, "label is what is asked": np.floor(share)}


def _who_it_is(asking: Asking) -> dict[str, Floats]:
    """1 for each line that speaks of whom a "who is the …" asks for, with no name beside it."""
    found = _WHO_IS.match(asking.asked.text)
    said = frozenset(map(stem, content_words(found[1]))) if found else frozenset()
    if not said:
        return {}
    lines = asking.reading.lines
    unnamed = (said <= line.stems and not _named_beside(line.passage.text, said) for line in lines)
    return {UNNAMED: np.array([float(one) for one in unnamed])}


def _named_beside(text: str, said: frozenset[str]) -> bool:
    """Whether a person's name stands within `BESIDE` characters of one of these words."""
    places = [found.span() for found in re.finditer(r"[\w'-]+", text) if stem(found[0]) in said]
    return any(
        start - BESIDE <= name.end() and name.start() <= end + BESIDE
        for name in _PERSON.finditer(text)
        for start, end in places
    )


def _stands(asking: Asking) -> dict[str, Floats]:
    text = asking.asked.text
    return {
        f"asks of {side}, is of {name}": asking.reading.standing_in(kinds)
        for side, pattern in _COMPILED
        if pattern.search(text)
        for name, kinds in _STANDS.items()
    }
