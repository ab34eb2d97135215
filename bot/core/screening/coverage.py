"""Whether an answer to one question plausibly speaks to another one: by the words they share.

Only a first look, so that a rater is asked where it may matter: what is found is offered to the
candidate and never taken unasked.
"""

import re

from bot.core.kits.kit import Question

LEAST_WORDS = 30
"""A shorter answer hardly covers a second question."""
_LEAST_SHARED = 2
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "about able also and architecture area areas basis being build building care company "
        "design development environment experience expertise familiarity good hands high including "
        "knowledge management other people practice practices process processes project projects "
        "related required service services skills standard standards strong support supporting "
        "system systems team teams that their this tools understanding using various with within "
        "work working year years your",
    )
)
"""Words that say little about what a criterion is about."""


def may_cover(answer: str, asked: Question, other: Question) -> bool:
    """Whether the answer holds two telling words of the other criterion, and not of its own."""
    if len(answer.split()) < LEAST_WORDS:
        return False
    own, said = _telling(asked.criterion.text), _telling(answer)
    return len((_telling(other.criterion.text) - own) & said) >= _LEAST_SHARED


def _telling(text: str) -> frozenset[str]:
    words = (word.casefold() for word in re.findall(r"[^\W\d_]{4,}", text))
    return frozenset(_singular(word) for word in words if word not in _COMMON)


def _singular(word: str) -> str:
    return word.removesuffix("s") if not word.endswith("ss") else word
