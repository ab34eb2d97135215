"""How well a text supports a question, and whether a statement adds anything of its own."""

import math
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from retrieval.words import Word, content_words, is_stop_word, words

TermWeight = Callable[[str], float]

_SYMBOL = re.compile(r"[$€£¥₹%]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n]|[-*•])[\s\"'“‘(\[]*$")
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)([km]?)")
_THOUSANDS = {"": 1, "k": 1_000, "m": 1_000_000}
# "one" is left out: it is rarely a count ("one of", "this one").
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        """
        two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty
        """.split(),  # noqa: SIM905 - a word list reads best as words
        start=2,
    )
} | {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
    "hundred": "100",
    "thousand": "1000",
    "million": "1000000",
}


@dataclass(frozen=True, slots=True)
class Support:
    """How much of a question a text speaks about.

    `coverage` is the share, 0 to 1, of the question's content words that the text has, each
    counted by its weight. `missing` are the words it has not, as the question wrote them.
    """

    coverage: float
    missing: tuple[str, ...]


def term_weights(texts: Sequence[str]) -> TermWeight:
    """How telling a stem is among these texts: log(1 + (N - n + 0.5) / (n + 0.5)).

    A stem in none of them is the most telling: it may be the very thing that is asked about.
    """
    stems = [{word.stem for word in words(text)} for text in texts]

    def weight(stem: str) -> float:
        present = sum(stem in one for one in stems)
        return math.log1p((len(stems) - present + 0.5) / (present + 0.5))

    return lru_cache(maxsize=4096)(weight)


def support(question: str, text: str, weight: TermWeight = lambda _: 1.0) -> Support:
    """Compare the content words of a question with a text, by stem, forgiving a typing slip.

    A stem of weight 0 is left out: the caller may know that it says nothing. A question without
    any word is not supported by anything: coverage 0.
    """
    asked = {word.stem: word for word in content_words(question) if weight(word.stem) > 0}
    there = {word.stem for word in words(text)}
    missing = {stem: word for stem, word in asked.items() if not _in(stem, there)}
    whole = sum(weight(stem) for stem in asked)
    lost = sum(weight(stem) for stem in missing)
    coverage = round(1 - lost / whole, 6) if whole else 0.0
    return Support(coverage, tuple(word.text for word in missing.values()))


def same_but_for_a_slip(one: str, other: str) -> bool:
    """Whether two words differ as by a typing slip: one letter, or two in a long word.

    Short words, words with digits and words with different first letters are never taken for
    each other: "Java" is not "Lava", "SOC1" is not "SOC2".
    """
    short = min(len(one), len(other))
    if short < 5 or one[0] != other[0] or not (one.isalpha() and other.isalpha()):
        return one == other
    if short == 5 and len(one) == len(other):
        # Two letters changed places, but not one for another: "React" is not "Reach".
        return sorted(one) == sorted(other) and OSA.distance(one, other) <= 1
    return OSA.distance(one, other) <= (2 if short >= 10 else 1)


def unsupported(statement: str, sources: Sequence[str]) -> tuple[str, ...]:
    """Every number, name, code-like token and currency sign that stands in none of the sources.

    Names are words with a capital; at the start of a sentence every content word counts, since
    nothing tells "Terraform is used" from "Experience is needed". Numbers compare by value:
    165,000 is 165k, and "eight" is 8. In the order of the statement, without repetition.
    """
    have = {_value(word) for source in sources for word in words(source)}
    signs = {sign for source in sources for sign in _SYMBOL.findall(source)}
    found = [
        (word.start, word.text)
        for word in words(statement)
        if _is_claim(word, statement) and _value(word) not in have
    ]
    found += [
        (sign.start(), sign.group())
        for sign in _SYMBOL.finditer(statement)
        if sign.group() not in signs
    ]
    return tuple(dict.fromkeys(text for _, text in sorted(found)))


def _in(stem: str, there: Collection[str]) -> bool:
    return stem in there or any(same_but_for_a_slip(stem, one) for one in there)


def _is_claim(word: Word, statement: str) -> bool:
    text = word.text
    if any(sign.isdigit() or sign in "+#" for sign in text) or text.lower() in _NUMBER_WORDS:
        return True
    if any(sign.isupper() for sign in text[1:]) or "." in text:
        return True
    if not text[:1].isupper():
        return False
    return not (is_stop_word(text) and _SENTENCE_START.search(statement[: word.start])) and (
        text != "I"
    )


def _value(word: Word) -> str:
    plain = word.text.lower().replace(",", "")
    amount = _AMOUNT.fullmatch(_NUMBER_WORDS.get(plain, plain))
    if amount is None:
        return word.stem
    return str(float(amount.group(1)) * _THOUSANDS[amount.group(2)])
