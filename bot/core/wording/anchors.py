"""What an answer at each level looks like, in the words of the requirement it is about.

The sentences keep to what the brief says: its requirement, the terms and the measures that stand in
it. What would be a good result there is for a recruiter to write.
"""

import re
from typing import assert_never

from bot.core.phrasing.forms import Deed, Done, Form, Topic, Whole, form
from bot.core.phrasing.heads import head, named
from bot.core.phrasing.shortening import shortened
from bot.core.ratings import Level

MOST_TERMS = 3
"""How many of the brief's terms are named as examples."""
LONGEST_TERM = 40
LONGEST_LINE, LONGEST_SECTION = 200, 60
"""How many characters of a line for the team, and of its section's title, are told."""
_TERMS = re.compile(r"\((?P<in>[^()]+)\)|(?<=\w)(?::|, including) (?P<behind>.+)")
_BETWEEN = re.compile(r"\s*[,;]\s*(?:(?:and|or)\s+)?|\s+or\s+")
_NO_TERM = re.compile(
    r"\b(?:is|are|was|our|we|you|not|no|preferred|accepted|required|needed|optional|plus)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\b(?:up to|more than|at least)\s+\d[\d.,]*\s*(?:%|[A-Za-z]\w*)?",
    re.IGNORECASE,
)


_GENERAL = {
    Level.NO_EVIDENCE: "Not addressed, about something else, denied, or declined.",
    Level.CLAIMED: "Says so, lists terms, would do it or plans to learn it; no work described.",
    Level.DESCRIBED: "Real hands-on work in general terms; no specific case, or own part unclear.",
    Level.DEMONSTRATED: "One specific situation with the candidate's own actions.",
    Level.IMPACT: "One specific situation with own actions, and its scale or a measurable result.",
}


def general(level: Level) -> str:
    """What an answer at this level looks like, whatever the requirement is."""
    return _GENERAL[level]


def anchor(level: Level, criterion: str) -> str:
    """What an answer at this level looks like, for this requirement."""
    shape = form(criterion)
    short, whole = _work(shape, _short(shape)), _work(shape, shortened(shape.words, LONGEST_LINE))
    match level:
        case Level.NO_EVIDENCE:
            return f"Not addressed, about something else, denied, or declined: no work {short}."
        case Level.CLAIMED:
            terms = _told(_terms(shape))
            return f"Says so, {terms}, would do it or plans to learn it; no work described {short}."
        case Level.DESCRIBED:
            return f"In general terms, real work {short}; no specific case, or own part unclear."
        case Level.DEMONSTRATED:
            return f"One specific situation with the candidate's own actions, in work {whole}."
        case Level.IMPACT:
            said = "One specific situation with own actions, and its scale or a measurable result"
            return f"{said}, in work {short}{_measured(criterion)}."
        case _:
            assert_never(level)


def with_signal(text: str, section: str, line: str) -> str:
    """An anchor with a line of the brief that says to the team what to look for."""
    title = shortened(section, LONGEST_SECTION)
    return f"{text} The brief says to the team, in “{title}”: “{shortened(line, LONGEST_LINE)}”"


def _short(shape: Form) -> str:
    """Its first words; of a sentence that is quoted, with “…” where it goes on."""
    return head(shape.words) if isinstance(shape, Whole) else named(shape.words)


def _work(shape: Form, words: str) -> str:
    """Which work is meant: a clause that goes on from “work”."""
    match shape:
        case Deed():
            return f"in which they had to {words}"
        case Done():
            return f"in which they {words}"
        case Topic():
            return f"that involved {words}"
        case Whole():
            return f"where “{words}” mattered"
        case _:
            assert_never(shape)


def _terms(shape: Form) -> tuple[str, ...]:
    """The first terms that the requirement itself lists; none where it lists none."""
    if isinstance(shape, Whole):
        return ()
    found = _TERMS.search(shape.words)
    listed = (found["in"] or found["behind"]) if found else ""
    terms = [term for term in _BETWEEN.split(listed) if term]
    fit = all(len(term) <= LONGEST_TERM and not _NO_TERM.search(term) for term in terms)
    return tuple(terms[:MOST_TERMS]) if fit else ()


def _told(terms: tuple[str, ...]) -> str:
    if not terms:
        return "lists terms"
    *before, last = terms
    return f"names terms such as {', '.join(before)} or {last}" if before else f"names {last}"


def _measured(criterion: str) -> str:
    found = _MEASURE.search(criterion)
    return f" (the brief speaks of “{found[0].strip()}”)" if found else ""
