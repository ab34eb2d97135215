"""The words of questions and briefs: which carry meaning, which are names, what else has a name."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from retrieval.words import is_stop_word, stem_of, words

_WORD = re.compile(r"[A-Za-zÀ-ÿ][\wÀ-ÿ]*(?:[.+#/'-][\wÀ-ÿ]+)*[+#]*|\d[\d.,:]*\w*")

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
_NONE: Mapping[str, frozenset[int]] = {}


@lru_cache(maxsize=1)
def _scaffold() -> frozenset[str]:
    """Words that questions are built with, and that say nothing about what is asked."""
    return frozenset((files("bot.answers") / "scaffold.txt").read_text(encoding="utf-8").split())


def content_words(text: str) -> tuple[str, ...]:
    """The words of a question that carry what it is about, in order, as they were written."""
    return tuple(
        word
        for word in _WORD.findall(text.replace("’", "'"))
        if (len(word) > 1 or word.isdigit())
        and word.casefold().removesuffix("'s") not in _scaffold()
    )


def stem(word: str) -> str:
    """A word's stem, without case and possessive."""
    plain = word.casefold().removesuffix("'s").strip(".,:;-'/")
    return stem_of(plain) if plain else plain


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The stems of all words of a text; "Terraform/Pulumi" and "SOC2" count in parts, too."""
    found: set[str] = set()
    for word in _WORD.findall(text):
        found.add(stem(word))
        found.update(stem(piece) for piece in re.split(r"[/.'-]", word) if piece)
        found.update(stem(piece) for piece in re.findall(r"[A-Za-z]+|\d+", word))
    return frozenset(found)


def covers(text: str, word: str, renamed: Mapping[str, frozenset[int]] = _NONE) -> bool:
    """Whether a text holds a word: by its stem, or by another name.

    `renamed` are the words of a question that stand in a longer name (`renamed_words`).
    """
    groups = named(word) | renamed.get(word.casefold(), frozenset())
    return stem(word) in stems(text) or bool(groups & named(text))


def by_name(word: str) -> frozenset[int]:
    """The groups of other names that a single word is in."""
    return _aliases()[1].get(word.casefold(), frozenset())


@lru_cache(maxsize=4096)
def named(text: str) -> frozenset[int]:
    """The groups of other names (numbered) of which a text holds one."""
    pattern, groups = _aliases()
    found: set[int] = set()
    for match in pattern.finditer(text.casefold()):
        found |= groups[match[0]]
    return frozenset(found)


@lru_cache(maxsize=256)
def renamed_words(text: str) -> Mapping[str, frozenset[int]]:
    """The words that stand in a name with others, with its groups: "large language models"."""
    pattern, groups = _aliases()
    found: dict[str, frozenset[int]] = {}
    for match in pattern.finditer(text.casefold()):
        for word in _WORD.findall(match[0]):
            found[word] = found.get(word, frozenset()) | groups[match[0]]
    return found


@lru_cache(maxsize=1)
def _aliases() -> tuple[re.Pattern[str], dict[str, frozenset[int]]]:
    groups: dict[str, frozenset[int]] = {}
    text = (files("bot.answers") / "aliases.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for number, line in enumerate(lines):
        for name in line.split(", "):
            groups[name] = groups.get(name, frozenset()) | {number}
    longest_first = sorted(groups, key=lambda name: (-len(name), name))
    every = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?<![\w-])(?:{every})(?![\w])"), groups


def is_name(word: str, text: str) -> bool:
    """Whether a word of the text is written like a name: capitals, or letters with digits.

    The first word of a sentence has a capital anyway and does not count for it alone.
    """
    if _ORDINAL.fullmatch(word):
        return False
    if re.search(r"[a-z][A-Z]|[A-Z]{2}|[A-Za-z]\d|\d[A-Za-z]|[+#]", word):
        return True
    if not word[:1].isupper() or word.casefold() in _CALENDAR:
        return False
    at = text.find(word)
    before = text[:at].rstrip()
    return bool(before) and before[-1] not in ".?!:"


_CALENDAR = frozenset(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday christmas easter english i
    """.split()  # noqa: SIM905 - a word list reads best as words
)


def uncovered(words: Iterable[str], text: str) -> tuple[str, ...]:
    """The words that a text does not hold."""
    return tuple(word for word in words if not covers(text, word))


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a line in lower case, without those that say nothing, for their likeness."""
    return tuple(word.text.casefold() for word in words(text) if not is_stop_word(word.text))
