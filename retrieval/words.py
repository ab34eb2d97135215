"""Words as search sees them: tokens with spans, English stems, and the words that say nothing."""

import re
import threading
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

# One token each: C++, C#, .NET, node.js, 165,000, 3.5, v1.2, K8s, don't, U.S. Two: co-op, CI/CD.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|(?:(?<![\w.])\.)?[^\W_]+"
    r"(?:[.,]\d+|\.(?=[^\W\d_]{2})[^\W_]+|['’][^\W\d_]+)*(?:\+\+|#)?"
)
# Words that are something else in capitals: the country, the trade.
_IN_CAPITALS = frozenset(("US", "IT"))

STOP_WORDS = frozenset(
    """
    a about above after again against all also am an and any are as at be because been before
    being below between both but by can cannot could d did do does doing don down during each
    either else etc ever every few for from further get gets give given gives go got had has
    have having he her here hers herself him himself his how i if in into is it its itself just
    know let like ll m many may me might mine more most much must my myself need neither no nor
    not now of off on once one only onto or other our ours ourselves out over own per please re
    s same shall she should so some such t tell than that the their theirs them themselves then
    there these they this those through to too under until up upon us ve very want was we were
    what when where whether which while who whom whose why will with within without would yes
    yet you your yours yourself yourselves
    """.split()  # noqa: SIM905 - a word list reads best as words
)

_local = threading.local()


@dataclass(frozen=True, slots=True)
class Word:
    """One token of a text: `text[start:end]`, and its stem in lower case."""

    text: str
    start: int
    end: int
    stem: str


def words(text: str) -> list[Word]:
    """All tokens of a text, in order."""
    return [
        Word(found.group(), found.start(), found.end(), stem_of(found.group()))
        for found in _TOKEN.finditer(text)
    ]


def content_words(text: str) -> list[Word]:
    """The tokens that are not stop words. If all are, all of them."""
    every = words(text)
    return [word for word in every if not is_stop_word(word.text)] or every


def content_stems(text: str) -> list[str]:
    """The stems of the content words, in order, with repetitions."""
    return [word.stem for word in content_words(text)]


def is_stop_word(token: str) -> bool:
    """Whether a token says nothing about the subject, such as "the", "what" or "don't"."""
    return token not in _IN_CAPITALS and _plain(token).partition("'")[0] in STOP_WORDS


@lru_cache(maxsize=65_536)
def stem_of(token: str) -> str:
    """The English Snowball stem of one token, in lower case and without a possessive."""
    plain = _plain(token).removesuffix("'s")
    if not plain.isalpha():
        return plain.replace(",", "") if plain[:1].isdigit() else plain.removesuffix(".")
    return str(_stemmer().stemWord(plain))


def _plain(token: str) -> str:
    return token.lower().replace("’", "'")


def _stemmer() -> Stemmer.Stemmer:
    # A PyStemmer object must not be used by two threads at once.
    if not hasattr(_local, "stemmer"):
        _local.stemmer = Stemmer.Stemmer("english")
    stemmer: Stemmer.Stemmer = _local.stemmer
    return stemmer
