"""Letters of other scripts that look like Latin ones: in a word that mixes scripts, they are."""

import re

_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕԁһԛԝАВЕКМНОРСТХІЈЅαοενρτικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdhqwABEKMHOPCTXIJSaoevptikABEZHIKMNOPTYX",
)
"""Cyrillic and Greek letters that look like Latin ones, for words that mix the scripts."""
_GREEK_OR_CYRILLIC = re.compile(r"[\u0370-\u052f]")
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)


def without_look_alikes(text: str) -> str:
    """The text with such letters as the Latin ones they look like.

    Of the same length. A word all in one script is left as it is: it may be Russian or Greek.
    """
    if not _GREEK_OR_CYRILLIC.search(text):
        return text
    return re.sub(r"\w+", lambda word: _folded(word[0]), text)


def _folded(word: str) -> str:
    return word.translate(_LOOK_ALIKES) if _LATIN.search(word) else word
