"""Chat shorthand spelled out and slips of the keyboard mended, so that a question is understood."""

import re
from collections.abc import Callable, Collection

from rapidfuzz.distance import OSA

from bot.answers.terms import by_name

_SHORTHAND = {
    "abt": "about",
    "bak": "back",
    "cert": "certificate",
    "certs": "certificates",
    "dept": "department",
    "exp": "experience",
    "gonna": "going to",
    "hav": "have",
    "hrs": "hours",
    "hw": "how",
    "mgr": "manager",
    "mny": "many",
    "mths": "months",
    "pls": "please",
    "quals": "qualifications",
    "r": "are",
    "reqs": "requirements",
    "teh": "the",
    "thier": "their",
    "thx": "thanks",
    "u": "you",
    "ur": "your",
    "wanna": "want to",
    "waht": "what",
    "wat": "what",
    "wats": "what is",
    "wen": "when",
    "whats": "what is",
    "wks": "weeks",
    "wud": "would",
    "yr": "year",
    "yuo": "you",
    "yrs": "years",
}
_WORD = re.compile(r"(?<![\w/.@+#-])[A-Za-z]+(?![\w/@+#-]|\.\w)")
SHORTEST = 4
"""Words shorter than this are left as they are: too many others are near them."""
SHORTEST_NAME = 6
"""A shorter word with a capital, and with a letter of its own, is another name: “Jest”."""
LONG = 8


def mended(text: str, expected: Collection[str], known: Callable[[str], bool]) -> str:
    """The text with shorthand spelled out and each unknown word as the expected one it is near.

    `expected` are lower-case words that questions about this brief are likely to hold; `known`
    says whether a word is an ordinary one. A word that is known, short, or near to nothing stays.
    """

    def mend(found: re.Match[str]) -> str:
        word = found[0]
        low = word.casefold()
        if low in _SHORTHAND:
            return _SHORTHAND[low]
        if len(low) < SHORTEST or low in expected or by_name(low) or known(low):
            return word
        near = nearest(low, expected, written_as_name=word != low) or word
        name = word != low and len(low) < SHORTEST_NAME and found.start()
        return word if name and _has_other_letters(near, low) else near

    return _WORD.sub(mend, text)


def _has_other_letters(one: str, other: str) -> bool:
    """Whether a letter was changed, and not merely left out, added or swapped."""
    return len(one) == len(other) and sorted(one) != sorted(other)


def nearest(word: str, expected: Collection[str], written_as_name: bool) -> str | None:
    """The expected word nearest to this one: one slip up to seven letters, two from eight on.

    A word written as a name, with capitals, is allowed one. A slip is a letter left out, added,
    changed, or two swapped (optimal string alignment).
    """
    allowed = 1 if len(word) < LONG or written_as_name else 2
    best: tuple[int, bool, str] | None = None
    for other in expected:
        if abs(len(other) - len(word)) > allowed or len(other) < SHORTEST:
            continue
        slips = int(OSA.distance(word, other, score_cutoff=allowed))
        if slips <= allowed:
            rank = (slips, other[0] != word[0], other)
            best = rank if best is None else min(best, rank)
    return best[2] if best else None
