"""Whether a rewritten line says what the line says: the same words, in the same order, no others.

Take a line of the brief. A rewriting is kept only if
1. every word of the line stands in it, in the line's order, letter by letter (only a capital at
   a word's beginning may change: "Location" is "location", but "IT" is not "it");
   only "the brief says" and the words in `MAY_GO` may be left out;
2. every other word is one of the few small words in `MAY_COME`, at most `MOST_ADDED` of them
   ("brief" is not: it would make travel "brief travel");
3. signs other than plain punctuation ($, %, +, /, #, …) are as many as in the line, and there is
   no link: no markup, no mention and nothing invisible comes in;
4. it is at most `MOST_CHARACTERS` long.
A line with a negation is not rewritten at all: where a "not" belongs is more than the order of
words can tell. So no number, name, negation or judgement can come in, and none can go.

Words of the question are no support: "Is it fully remote?" must not make it "fully remote". Nor
are stems: "international" and "internal" have the same one.
"""

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from retrieval.grounding import unsupported
from retrieval.words import words

MOST_CHARACTERS = 400
MOST_ADDED = 14

MAY_GO = ("a", "an", "the", "is", "are", "be", "this", "it")
MAY_COME = (
    *MAY_GO,
    *("and", "as", "at", "for", "from", "in", "its", "of", "on", "to", "with", "which", "there"),
    *("here", "we", "our", "role", "position", "job", "based", "located", "listed", "given"),
    *("thanks", "thank", "asking", "glad", "help", "according", "range", "ranges"),
)

_NEGATION = re.compile(
    r"\b(?:no|not|non|none|never|nor|neither|nobody|nothing|without|cannot|except|excluding|"
    r"unless)\b|n['’]t\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\bthe brief says\b", re.IGNORECASE)
_LINK = re.compile(r"://|\bwww\.|\bmailto:", re.IGNORECASE)
_RANGE = re.compile(r"(?<=\w)\s*[-–—]\s*(?=[^\w\s]?\d)")
_PLAIN = frozenset(" .,;:!?'\"’‘“”()-–—&•")


class Fault(StrEnum):
    """Why a rewriting is dropped. None of these words holds anything that was written."""

    NOT_FOR_IT = "the line is not for rewriting"
    LENGTH = "it is empty or too long"
    LINK = "it has a link"
    SIGNS = "it has signs that the line has not, or fewer"
    CLAIMS = "it has a number or name that the line has not"
    WORDS = "it has words that the line has not"
    MISSING = "it leaves out or moves words of the line"


def may_be_rewritten(line: str) -> bool:
    """Whether a line is short enough, and says nothing that hangs on a negation."""
    return 0 < len(line) <= MOST_CHARACTERS and not _NEGATION.search(line)


def fault(statement: str, line: str, quotes: Sequence[str]) -> Fault | None:
    """The first reason not to keep `statement` for `line`, which was made of `quotes`; or None."""
    if not may_be_rewritten(line):
        return Fault.NOT_FOR_IT
    if not 0 < len(statement) <= MOST_CHARACTERS:
        return Fault.LENGTH
    if _LINK.search(statement):
        return Fault.LINK
    if _signs(statement) != _signs(line):
        return Fault.SIGNS
    if any(not _small(claim, MAY_COME) for claim in unsupported(statement, (line, *quotes))):
        return Fault.CLAIMS
    return _word_fault(statement, line)


def _word_fault(statement: str, line: str) -> Fault | None:
    """Rules 1 and 2, reading from left to right: each word is the next of the line, or small."""
    due = [_written(word) for word in _words(line) if not _small(word, MAY_GO)]
    found = added = 0
    for word in _words(statement):
        if found < len(due) and _written(word) == due[found]:
            found += 1
        elif _small(word, MAY_COME):
            added += 1
        else:
            return Fault.MISSING if _written(word) in due else Fault.WORDS
    if found < len(due):
        return Fault.MISSING
    return Fault.WORDS if added > MOST_ADDED else None


def _words(text: str) -> list[str]:
    """The words; "3-5" and "3 to 5" are the same three, so that a range cannot lose its middle."""
    return [word.text for word in words(_RANGE.sub(" to ", _SAYS.sub(" ", text)))]


def _written(word: str) -> str:
    """The word as it is compared: capitals count where they are not the first letter alone."""
    return word if any(letter.isupper() for letter in word[1:]) else word.lower()


def _small(word: str, small: Sequence[str]) -> bool:
    """Whether it is one of these words, and not "IT" for "it" or "class A" for "a"."""
    as_written = word.islower() or (len(word) > 1 and word.istitle())
    return as_written and word.lower() in small


def _signs(text: str) -> Counter[str]:
    return Counter(sign for sign in text if not sign.isalnum() and sign not in _PLAIN)
