"""Numbers as people write them: in digits, or in English words."""

import re

NUMBER_WORDS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
"""The words for 0 to 20: each stands at the place of its number."""

_NUMBER = re.compile(
    rf"(?<![\w.,-])(\d{{1,3}}(?:[.,]\d+)?|{'|'.join(NUMBER_WORDS)})(?![\w%]|[.,]\d)", re.IGNORECASE
)


def number_in(words: str) -> float | None:
    """The one number the words hold, in digits or English words; None for none or several."""
    found = [match[1].casefold() for match in _NUMBER.finditer(words)]
    if len(set(found)) != 1:
        return None
    number = found[0]
    if number in NUMBER_WORDS:
        return float(NUMBER_WORDS.index(number))
    return float(number.replace(",", "."))
