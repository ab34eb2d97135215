"""Finds the words of a résumé that speak to a requirement. They are quoted and never rated.

What is compared is without names, places, firms, schools, ages and contact data, as with answers;
lines that speak to the bot are passed over.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.core.roles import Criterion
from bot.core.screening.resume import InResume, line_at
from bot.raters.neutral import kept_words, neutral, ordinary_words, plain
from bot.raters.orders import is_order, without_orders
from bot.raters.relevance import Encode, Subject, Vectors
from bot.raters.relevance import subject as read_subject
from retrieval.splitting import sentences
from retrieval.words import content_stems

QUOTES = 2
"""How many quotes a requirement gets at most."""
LEAST_WORDS = 3
"""Fewer words are a heading or a date."""
_WORDS = re.compile(r"[^\W_]+")
_ECHO = 0.9
"""Words of which so many are the requirement's own say nothing that the brief does not."""
_RARE = 2
"""A name of a thing that stands in no more requirements than these tells which one is meant."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence of a line: `text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A requirement, and the stems of names in it that hardly any other requirement has."""

    subject: Subject
    rare: frozenset[str]

    def score(self, text: str, vector: Vectors) -> float | None:
        """How well a neutral text fits; None where it is not plainly about it.

        The limits were set on three invented résumés for three briefs: what fits and what does not
        lie well apart there.
        """
        stems = set(content_stems(text))
        shared = len(stems & self.subject.stems)
        if not shared:
            return None
        share = shared / len(self.subject.stems)
        whole = float((vector @ self.subject.vector).max())
        item = float((vector @ self.subject.items.T).max())
        fits = (
            item >= 0.57
            or (shared >= 2 and (whole >= 0.55 or (share >= 0.4 and whole >= 0.4)))
            or (shared >= 3 and item >= 0.3)
            or bool(stems & self.rare)
        )
        is_echo = shared >= _ECHO * len(stems)
        return item + whole + share - is_echo if fits else None


@dataclass(frozen=True)
class ResumeLines:
    """Implements `bot.ports.ResumeFinder`. The same text always gives the same quotes."""

    encode: Encode
    name: str = "resume-1"

    def orders(self, text: str) -> int:
        """How many lines speak to the bot about rules or ratings."""
        return sum(_gives_orders(line) for line in text.split("\n"))

    def quotes(self, criteria: Sequence[Criterion], text: str) -> tuple[InResume, ...]:
        """For each requirement up to `QUOTES` pieces that are plainly about it, in their order."""
        pieces = _pieces(text)
        said = {
            one.id: [neutral(piece.text, kept_words(one.text)) for piece in pieces]
            for one in criteria
        }
        vectors = self._encoded({each for texts in said.values() for each in texts})
        named = Counter(stem for one in criteria for stem in _names(one.text))
        found: list[InResume] = []
        for one in criteria:
            rare = frozenset(stem for stem in _names(one.text) if named[stem] <= _RARE)
            about = _Wanted(read_subject(one.text, self.encode), rare)
            for piece in _best(about, pieces, said[one.id], vectors):
                line = line_at(text, piece.start)
                found.append(InResume(one.id, line, piece.start, piece.end, piece.text))
        return tuple(found)

    def _encoded(self, texts: set[str]) -> Callable[[str], Vectors]:
        """The vector of each text; all are encoded at once."""
        ordered = sorted(texts)
        rows = self.encode(ordered) if ordered else np.zeros((0, 0), np.float32)
        places = {text: at for at, text in enumerate(ordered)}
        return lambda text: rows[[places[text]]]


def _names(text: str) -> frozenset[str]:
    """The stems of names of things in a requirement: Terraform, NEWS2, TOGAF."""
    named = (found[0] for found in _WORDS.finditer(text) if _is_name(found))
    return frozenset(stem for word in named for stem in content_stems(word))


def _is_name(found: re.Match[str]) -> bool:
    """Whether a word is in no dictionary and written like a name; a first word always is."""
    word = found[0]
    plain_word = word.lower().removesuffix("s") in ordinary_words()
    inner = any(letter.isupper() or letter.isdigit() for letter in word[1:])
    return not plain_word and (inner or (found.start() > 0 and word[0].isupper()))


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    start = 0
    for line in text.split("\n"):
        if not _gives_orders(line):
            for span in sentences(line):
                said = line[span.start : span.end]
                if sum(any(map(str.isalpha, word)) for word in said.split()) >= LEAST_WORDS:
                    pieces.append(_Piece(start + span.start, start + span.end, said))
        start += len(line) + 1
    return pieces


def _gives_orders(line: str) -> bool:
    return is_order(plain(line)) or without_orders(line) != line


def _best(
    about: _Wanted,
    pieces: Sequence[_Piece],
    said: Sequence[str],
    vectors: Callable[[str], Vectors],
) -> list[_Piece]:
    scored = (
        (about.score(text, vectors(text)), piece) for piece, text in zip(pieces, said, strict=True)
    )
    found = [(round(score, 6), piece) for score, piece in scored if score is not None]
    best = sorted(found, key=lambda one: (-one[0], one[1].start))[:QUOTES]
    return sorted((piece for _, piece in best), key=lambda piece: piece.start)
