"""Ranking by words and by meaning: BM25, word pairs, and the fusion of several scores into one."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Terms = Mapping[str, float]

# How a question's word pairs count beside its words (1.0): side by side in this order, or within
# four words in any order. Tuned, see tests/bench/fusion.py; the idea is the sequential dependence
# model of Metzler and Croft (2005).
ADJACENT, NEAR, NEAR_SPAN = 0.45, 0.3, 4


class BM25:
    """Okapi BM25 over a handful of texts, each given as its terms with their weights.

    idf = log(1 + (N - n + 0.5) / (n + 0.5)) (Robertson and Zaragoza 2009, in Lucene's form),
    which is above 0 even for a term that is in most texts: in a short document that is common.
    """

    __slots__ = ("_count", "_impacts", "_rows", "_spans")

    def __init__(self, texts: Sequence[Terms], k1: float = 1.2, b: float = 0.75) -> None:
        self._count = len(texts)
        found: dict[str, list[tuple[int, float]]] = {}
        for row, text in enumerate(texts):
            for term, weight in text.items():
                found.setdefault(term, []).append((row, weight))
        # All postings in two flat arrays: a thousand small ones would take ten times the memory.
        ends = np.cumsum([len(postings) for postings in found.values()], dtype=np.int64)
        self._spans = {
            term: (int(end) - len(postings), int(end))
            for (term, postings), end in zip(found.items(), ends, strict=True)
        }
        self._rows = np.array([row for one in found.values() for row, _ in one], dtype=np.int32)
        weights = np.array([weight for one in found.values() for _, weight in one])
        present = np.array([len(one) for one in found.values() for _ in one], dtype=np.float64)
        lengths = np.array([sum(text.values()) for text in texts], dtype=np.float64)
        mean = max(float(lengths.mean()), 1e-9) if len(texts) else 1.0
        norm = k1 * (1 - b + b * lengths[self._rows] / mean)
        idf = np.log1p((self._count - present + 0.5) / (present + 0.5))
        self._impacts = idf * weights * (k1 + 1) / (weights + norm)

    def scores(self, query: Terms) -> Scores:
        """One score a text, shape (n,): the sum of its terms' impacts times the query's weights."""
        total = np.zeros(self._count)
        for term in sorted(query):
            start, end = self._spans.get(term, (0, 0))
            total[self._rows[start:end]] += query[term] * self._impacts[start:end]
        return total


def weighted_terms(parts: Iterable[tuple[Iterable[str], float]]) -> dict[str, float]:
    """Terms with weights from parts such as (stems of the text, 1.0), (of the heading, 0.5)."""
    total: dict[str, float] = {}
    for terms, weight in parts:
        for term in terms:
            total[term] = total.get(term, 0.0) + weight
    return total


def adjacent_pairs(stems: Sequence[str]) -> list[str]:
    """The pairs of stems that stand side by side, in their order."""
    return [f"{one} {other}" for one, other in pairwise(stems)]


def near_pairs(stems: Sequence[str]) -> list[str]:
    """The pairs of different stems within `NEAR_SPAN` stems, in any order."""
    return [
        f"{min(one, other)}~{max(one, other)}"
        for at, one in enumerate(stems)
        for other in stems[at + 1 : at + NEAR_SPAN]
        if one != other
    ]


def pair_terms(stems: Sequence[str]) -> dict[str, float]:
    """All word pairs of a text, each with how often it is there."""
    return weighted_terms([(adjacent_pairs(stems), 1.0), (near_pairs(stems), 1.0)])


def pair_query(stems: Sequence[str]) -> dict[str, float]:
    """The word pairs of a question with the weights they count with."""
    near = weighted_terms([(set(near_pairs(stems)), NEAR)])
    return near | weighted_terms([(set(adjacent_pairs(stems)), ADJACENT)])


def min_max(scores: Scores) -> Scores:
    """Scores moved and stretched to 0..1. All equal becomes all 1, or all 0 if none is above 0."""
    if not len(scores):
        return scores
    low, high = float(scores.min()), float(scores.max())
    if high - low < 1e-9:
        return np.where(scores > 0, 1.0, 0.0)
    return (scores - low) / (high - low)


def fuse(parts: Iterable[tuple[Scores, float]]) -> Scores:
    """The weighted mean of min-max scaled scores, shape (n,), in 0..1.

    Fusing scores beats fusing ranks here: rank fusion loses to BM25 alone at rank 1.
    """
    pairs = list(parts)
    whole = sum(weight for _, weight in pairs)
    fused: Scores = np.sum([min_max(one) * (weight / whole) for one, weight in pairs], axis=0)
    return fused
