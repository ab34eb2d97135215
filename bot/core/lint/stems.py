"""Words as near-duplicates are compared: stems by their endings. Rough, and enough for that."""

import re

_ENDINGS = re.compile(r"(?:ations?|ments?|ings?|ions?|ies|ers?|ed|es|ness|ly|s|e|y)$")
_SAYS_LITTLE = frozenset(
    re.findall(
        r"\w+",
        "a about ability able an and any as at be by can do excellent experience experienced "
        "expertise familiar familiarity for from good hands have having in is knowledge must of on "
        "or our proven skill skills solid strong that the their to understanding very we well with "
        "work working you your",
    )
)
_LEAST = 4
"""No ending is taken from a word that would be shorter."""


def stems(text: str) -> frozenset[str]:
    """The stems of the words that say something."""
    words = re.findall(r"[^\W_]+(?:[+#]+)?", text.casefold())
    return frozenset(_stem(word) for word in words if word not in _SAYS_LITTLE)


def _stem(word: str) -> str:
    """The word without one ending; a word of four letters or fewer as it is."""
    if len(word) <= _LEAST:
        return word.removesuffix("s") if not word.endswith("ss") and len(word) == _LEAST else word
    short = _ENDINGS.sub("", word)
    return short if len(short) >= _LEAST - 1 else word


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two texts say nearly the same: three of four stems shared, and two at least."""
    shared = len(one & other)
    return shared >= 2 and shared / len(one | other) >= 0.75
