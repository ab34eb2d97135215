"""An answer's text without the person: no names, places, firms, schools, ages, gender, contacts.

What stands here is what features and embeddings are made from, so that two answers that differ
only in who wrote them are the same text, and get the same rating, byte for byte.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files

from bot.core.text.contact import CONTACT
from bot.core.text.look_alikes import without_look_alikes
from bot.core.text.products import products
from retrieval.words import STOP_WORDS

NOBODY = "X"
"""Stands for any name of a person, a place, a firm or a school."""

INTRODUCED = re.compile(
    r"\b((?i:my name(?:'s| is)|(?:i am|i'm) called|call me(?=\s(?-i:[A-Z]))|name:))\s+"
    r"[\w'-]+(?:\s[A-Z][\w'-]+)*"
)
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam|Herr|Frau|Don)\.?\s+(?=[A-Z])")
_NUMBER = (
    r"(?:\d{1,3}|(?:eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_AGE = re.compile(
    rf"\b(?:aged?|at the age of|at age)\s+{_NUMBER}\b|\b{_NUMBER}[- ]years?[- ]olds?\b"
    rf"|(?<=\bI am ){_NUMBER}(?=\s*[,.;]|\s+and\b|$)|(?<=\bI'm ){_NUMBER}(?=\s*[,.;]|\s+and\b|$)"
    r"|\bin (?:my|his|her|their) (?:early |mid-?|late )?"
    r"(?:twenties|thirties|forties|fifties|sixties|seventies)\b"
    r"|\bborn in (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_PERSONS = {
    word: neutral
    for neutral, said in (
        ("they", "he she they"),
        ("them", "him her hers his them their theirs"),
        ("themselves", "himself herself themself themselves"),
        ("person", "man woman gentleman lady guy bloke"),
        ("people", "men women gentlemen ladies guys blokes"),
        ("child", "boy girl son daughter"),
        ("children", "boys girls sons daughters"),
        ("parent", "mother father mum mom dad"),
        ("spouse", "husband wife"),
        ("sibling", "brother sister"),
    )
    for word in said.split()
}
_PERSON = re.compile(rf"\b(?:{'|'.join(_PERSONS)})\b", re.IGNORECASE)
_AGREEMENT = tuple(
    (re.compile(rf"\bthey(?:{said})(?=\W|$)", re.IGNORECASE), f"they {neutral}")
    for said, neutral in (
        (" was| were", "were"),
        (" is| are|'re|'s", "are"),
        (" has| have|'ve", "have"),
        (" does| do", "do"),
        (" wasn't| weren't", "weren't"),
        (" isn't| aren't", "aren't"),
        (" hasn't| haven't", "haven't"),
        (" doesn't| don't", "don't"),
    )
)
_JOINED = re.compile(
    r"\bX(?:(?:\s+|\s*[-,/&]\s*|\s+(?:and|of|de|del|di|da|la|le|van|von|der|den|al|for|the)\s+)X\b)+"
)
_WORD = re.compile(r"[^\W\d_][\w&.'-]*[\w]|[^\W\d_]")
_EMPLOYED = re.compile(r"\b(?:at|for|joined|left|joining|leaving)\s+$", re.IGNORECASE)
_DATED = re.compile(r"\s*[,(]\s*(?:19|20)\d\d\b")
_PLAIN = str.maketrans("’‘“”\u00a0–—", "''\"\" --")
_CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december mondays tuesdays wednesdays thursdays fridays
    saturdays sundays jan feb mar apr jun jul aug sep sept oct nov dec year i i'm i've i'd i'll ok
    """.split()  # noqa: SIM905 - a word list reads best as words
)
_ACRONYM = re.compile(r"[A-Z]{1,6}\d*s?|[A-Z]+\d+[A-Z]*\d*s?|[A-Z](?:&[A-Z])+|[A-Z]{1,3}-\w+")
_SHOUTED_I = re.compile(r"\bi\b")
_OPENERS = ".!?:…(\n-*•;>)]}"
_STARTERS = STOP_WORDS | frozenset(
    """
    when wrote rewrote built rebuilt led ran cut made set put found took brought got held kept
    drew chose taught sat went gave sent told spent began dealt drove fought met sold spoke stood
    won bought caught left lost paid read swore saw at in on for with to from since after before
    one two three four five six seven eight nine ten last next early late then later once today
    yesterday yes no well so okay hello hi dear because although though while
    """.split()  # noqa: SIM905 - a word list reads best as words
)
_VERB_LIKE = re.compile(r"\w+(?:ed|ing|ly)")


def neutral(text: str, kept: frozenset[str] = frozenset()) -> str:
    """The text of one sentence without the person who wrote it.

    `kept` are words in lower case that stay although they are written like a name: those of the
    criterion. The result's length differs from the text's.
    """
    shown = plain(text)
    for pattern, instead in (
        (CONTACT, NOBODY),
        (INTRODUCED, rf"\1 {NOBODY}"),
        (_TITLES, ""),
        (_AGE, "at some age"),
    ):
        shown = pattern.sub(instead, shown)
    shown = _without_names(shown, kept)
    shown = re.sub(r"\b(?:the|The) (?=X\b)", "", shown)
    shown = _JOINED.sub(NOBODY, shown)
    shown = _PERSON.sub(lambda found: _PERSONS[found[0].lower()], shown)
    for pattern, instead in _AGREEMENT:
        shown = pattern.sub(instead, shown)
    return shown


def kept_words(criterion: str) -> frozenset[str]:
    """The words of a criterion in lower case, which are never taken for a name."""
    return frozenset(
        word.strip(".-'").lower() for word in re.findall(r"[^\W\d_][\w&-]*", criterion)
    )


def plain(text: str) -> str:
    """The text as it looks: nothing invisible, no look-alike letters, plain quotes."""
    folded = without_look_alikes(unicodedata.normalize("NFKC", text).translate(_PLAIN))
    seen = "".join(c for c in folded if c in "\n\t" or unicodedata.category(c)[0] != "C")
    return re.sub(r"\s+", " ", seen)


def _is_shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 12 and sum(map(str.isupper, letters)) > 0.6 * len(letters)


def names_in(text: str, kept: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """Where names stand in a text, as spans, last first."""
    return [word.span() for word in _names(text, kept, shouted=_is_shouted(text))]


def _names(text: str, kept: frozenset[str], *, shouted: bool) -> Iterator[re.Match[str]]:
    """The words of a text that are names, last first."""
    rest, name_follows = len(text), False
    for word in reversed(list(_WORD.finditer(text))):
        between = text[word.end() : rest]
        follows = name_follows and between.strip() in ("", "of", "&")
        name_follows = _is_name(
            text, word, lambda said: _known(said, kept), follows=follows, shouted=shouted
        )
        if name_follows:
            yield word
        rest = word.start()


def _without_names(text: str, kept: frozenset[str]) -> str:
    """The text with each name replaced; a text in capitals is read in lower case."""
    shouted = _is_shouted(text)
    pieces: list[str] = []
    rest = len(text)
    for word in _names(text, kept, shouted=shouted):
        ending = "'s" if word[0].lower().endswith("'s") else ""
        pieces += [_lowered(text[word.end() : rest], shouted=shouted), NOBODY + ending]
        rest = word.start()
    pieces.append(_lowered(text[:rest], shouted=shouted))
    return "".join(reversed(pieces))


def _lowered(text: str, *, shouted: bool) -> str:
    return _SHOUTED_I.sub("I", text.lower()) if shouted else text


def _is_name(
    text: str, word: re.Match[str], known: Callable[[str], bool], *, follows: bool, shouted: bool
) -> bool:
    """Whether a word is a name: a capital that is neither a sentence's nor a known term's."""
    said = word[0]
    if not said[0].isupper() or known(said):
        return False
    ordinary = _is_ordinary(said)
    if shouted:
        return not ordinary
    if _ACRONYM.fullmatch(said) or any(map(str.isdigit, said)):
        return _is_employer(text, word)
    if said.isupper() and ordinary:
        return False
    before = text[: word.start()].rstrip(" \"'(")
    if before and before[-1] not in _OPENERS:
        return True
    if not ordinary:
        return True
    base = said.lower()
    return follows and not (base in _STARTERS or _VERB_LIKE.fullmatch(base))


def _is_ordinary(word: str) -> bool:
    """Whether a word, or each part of it, stands in the dictionary, plurals included."""
    parts = re.split(r"[-/]", word.lower().partition("'")[0])
    return all(
        part in ordinary_words() or part.removesuffix("s") in ordinary_words() or len(part) < 3
        for part in parts
    )


def _is_employer(text: str, word: re.Match[str]) -> bool:
    """Whether capitals stand where a firm or a school does: "at IBM", "IBM, 2021"."""
    return bool(
        _EMPLOYED.search(text[max(0, word.start() - 12) : word.start()])
        or (word.start() == 0 and _DATED.match(text, word.end()))
    )


def _known(word: str, kept: frozenset[str]) -> bool:
    base = word.lower().removesuffix("'s")
    return any(
        one in kept or one in _CALENDAR or one in products()
        for one in (base, *re.split(r"[-/]", base))
    )


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """English words that a sentence may begin with."""
    text = (files("bot.raters") / "data" / "words.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
