"""One document made ready to search: its texts, their vectors and its word statistics."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.passages import Document, Hit, Passage, Sentence
from retrieval.ranking import BM25, Scores, fuse, pair_query, pair_terms, weighted_terms
from retrieval.splitting import sentences
from retrieval.words import content_stems

# Chosen on SQuAD 2.0 with tests/bench/fusion.py, where the figures are flat around these values.
# HEADING_WEIGHT made no difference to fifty questions about a seed brief between .25 and 1.
LEXICAL_WEIGHT = 0.45
HEADING_WEIGHT = 0.5
LAST_TURN, TURN_BEFORE = 0.6, 0.4
# In one sentence a word hardly counts twice, and length says little.
SENTENCE_K1 = SENTENCE_B = 0.3
NO_NUMBER_PENALTY = 0.2

# Part of every stamp: raise it when `texts_of` gives other texts for the same document.
LAYOUT = "1"

_ASKS_NUMBER = re.compile(
    r"\bhow (?:many|much|old|long|far|large|big|fast|often)\b|\bwhen\b"
    r"|\b(?:what|which) (?:year|date|century|day|month|decade|percentage|number|amount)\b",
    re.IGNORECASE,
)
_HAS_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|half)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """A question ready to be compared: a unit vector; its words and word pairs with weights."""

    vector: NDArray[np.float32]
    words: dict[str, float]
    pairs: dict[str, float]
    asks_number: bool


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """What is known of each passage, shape (p,), and of each sentence, shape (s,)."""

    lexical: Scores
    cosine: Scores
    nearest: Scores
    """The highest cosine of the passage's sentences."""
    sentence_lexical: Scores
    sentence_cosine: Scores


def query_of(turns: Sequence[str], vectors: NDArray[np.float32]) -> Query:
    """Blend the last turn with the one before it: `turns` is (question,) or (question, before).

    `vectors` are theirs. .6 and .4 find more follow-ups than the last turn alone or all turns
    joined.
    """
    weights = _turn_weights(len(turns))
    stems = [content_stems(turn) for turn in turns]
    return Query(
        blended_vector(vectors),
        weighted_terms((set(one), weight) for one, weight in zip(stems, weights, strict=True)),
        _blend([pair_query(one) for one in stems], weights),
        bool(_ASKS_NUMBER.search(turns[0])),
    )


def blended_vector(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The vector of a question, or of one with the turn before it; shape (dimensions,)."""
    blended = np.asarray(_turn_weights(len(vectors))) @ vectors.astype(np.float64)
    blended /= max(float(np.linalg.norm(blended)), 1e-9)
    return settled(blended.astype(np.float32))


def _turn_weights(turns: int) -> tuple[float, ...]:
    return (1.0,) if turns == 1 else (LAST_TURN, TURN_BEFORE)


def texts_of(document: Document) -> list[str]:
    """What is encoded: first each passage below its heading, then every sentence on its own."""
    whole = [_under_heading(passage) for passage in document.passages]
    return whole + [text for passage in document.passages for text in _sentence_texts(passage)]


def settled(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Vectors moved to a grid of 2^-16, so that the same text gives the same bits everywhere.

    A store with cosine distance normalises what it is given and changes the last bits; the grid
    is some hundred times coarser than that, and far finer than any difference that matters (a
    cosine moves by less than 0.00002). Dot products of such vectors are exact in float64.
    """
    return np.round(rows * np.float32(65536)).astype(np.float32) / np.float32(65536)


class Searchable:
    """A document with its vectors. Immutable, so any number of threads may search it."""

    __slots__ = (
        *("_lengths", "_numbers", "_pairs", "_passages", "_rows"),
        *("_sentence_words", "_spans", "_starts", "_texts", "_words"),
    )

    def __init__(self, document: Document, rows: NDArray[np.float32]) -> None:
        """`rows` are the vectors of `texts_of(document)`, in its order."""
        self._passages = document.passages
        self._rows = rows
        self._texts = texts_of(document)
        groups = [_spans(passage) for passage in document.passages]
        self._spans = [span for group in groups for span in group]
        lengths = np.array([len(group) for group in groups], dtype=np.intp)
        self._lengths = lengths
        self._starts = np.cumsum(lengths) - lengths
        stems = [content_stems(passage.text) for passage in document.passages]
        headings = [content_stems(passage.heading) for passage in document.passages]
        self._words = BM25(
            [
                weighted_terms([(own, 1.0), (heading, HEADING_WEIGHT)])
                for own, heading in zip(stems, headings, strict=True)
            ]
        )
        self._pairs = BM25([pair_terms(own) for own in stems])
        texts = [text for passage in document.passages for text in _sentence_texts(passage)]
        self._numbers = np.array([bool(_HAS_NUMBER.search(text)) for text in texts])
        self._sentence_words = BM25(
            [weighted_terms([(content_stems(text), 1.0)]) for text in texts],
            SENTENCE_K1,
            SENTENCE_B,
        )

    @property
    def passage_vectors(self) -> NDArray[np.float32]:
        """The vectors of the passages below their headings, shape (p, d)."""
        return self._rows[: len(self._passages)]

    def vectors(self) -> dict[str, NDArray[np.float32]]:
        """The vector of each text of the document, shape (dimensions,)."""
        return dict(zip(self._texts, self._rows, strict=True))

    def search(self, query: Query, limit: int) -> tuple[Hit, ...]:
        """The best `limit` passages, best first; ties keep the order of the document."""
        if not self._passages:
            return ()
        measured = self.measure(query)
        score = passage_scores(measured)
        cosine = np.maximum(measured.cosine, measured.nearest)
        sentences = self._best_sentences(self._sentence_scores(query, measured))
        order = np.argsort(-score, kind="stable")[: max(limit, 0)]
        return tuple(
            Hit(self._passages[at], total, near, shared, self._spans[sentence])
            for at, total, near, shared, sentence in zip(
                order.tolist(),
                score[order].tolist(),
                np.round(cosine[order], 6).tolist(),
                np.round(measured.lexical[order], 6).tolist(),
                sentences[order].tolist(),
                strict=True,
            )
        )

    def likeness(self, vector: NDArray[np.float32]) -> Scores:
        """The cosine of each passage, or of its nearest sentence where that is more; shape (p,)."""
        cosines = self._cosines(vector)
        count = len(self._passages)
        nearest = np.maximum.reduceat(cosines[count:], self._starts)
        likest: Scores = np.maximum(cosines[:count], nearest).round(6)
        return likest

    def _cosines(self, vector: NDArray[np.float32]) -> Scores:
        # Exact in float64, see `settled`: neither BLAS nor the number of threads shows.
        found: Scores = self._rows.astype(np.float64) @ vector.astype(np.float64)
        return found

    def measure(self, query: Query) -> Measures:
        """All the figures the ranking is made of."""
        cosines = self._cosines(query.vector)
        count = len(self._passages)
        return Measures(
            lexical=self._words.scores(query.words) + self._pairs.scores(query.pairs),
            cosine=cosines[:count],
            nearest=np.maximum.reduceat(cosines[count:], self._starts),
            sentence_lexical=self._sentence_words.scores(query.words),
            sentence_cosine=cosines[count:],
        )

    def _sentence_scores(self, query: Query, measured: Measures) -> Scores:
        score = fuse([(measured.sentence_lexical, 0.5), (measured.sentence_cosine, 0.5)])
        if query.asks_number:
            score = score - np.where(self._numbers, 0.0, NO_NUMBER_PENALTY)
        return np.round(score, 6)

    def _best_sentences(self, fitting: Scores) -> NDArray[np.intp]:
        """The place of each passage's best sentence, the first of equals; shape (p,)."""
        best = np.maximum.reduceat(fitting, self._starts)
        places = np.arange(len(fitting))
        is_best = fitting == np.repeat(best, self._lengths)
        found: NDArray[np.intp] = np.minimum.reduceat(
            np.where(is_best, places, len(fitting)), self._starts
        )
        return found


def passage_scores(measured: Measures) -> Scores:
    """The fused score of each passage, 0 to 1, rounded to 6 decimals."""
    meaning = (measured.cosine + measured.nearest) / 2
    return np.round(fuse([(measured.lexical, LEXICAL_WEIGHT), (meaning, 1 - LEXICAL_WEIGHT)]), 6)


def _blend(parts: Sequence[dict[str, float]], weights: Sequence[float]) -> dict[str, float]:
    total: dict[str, float] = {}
    for part, weight in zip(parts, weights, strict=True):
        for term, value in part.items():
            total[term] = total.get(term, 0.0) + value * weight
    return total


def _under_heading(passage: Passage) -> str:
    return f"{passage.heading}: {passage.text}" if passage.heading else passage.text


def _spans(passage: Passage) -> tuple[Sentence, ...]:
    return sentences(passage.text) or (Sentence(0, 0),)


def _sentence_texts(passage: Passage) -> list[str]:
    return [passage.text[span.start : span.end] for span in _spans(passage)]
