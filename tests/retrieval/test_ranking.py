"""Ranking is arithmetic, so the tests are sums done by hand."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ranking import BM25, fuse, min_max, near_pairs, pair_query, weighted_terms


def terms(*words: str) -> dict[str, float]:
    return weighted_terms([(words, 1.0)])


def test_bm25_is_the_published_formula() -> None:
    ranked = BM25([terms("lamp", "lamp", "ship"), terms("ship")], k1=1.2, b=0.75)
    idf = math.log(1 + (2 - 1 + 0.5) / (1 + 0.5))
    expected = idf * 2 * 2.2 / (2 + 1.2 * (1 - 0.75 + 0.75 * 3 / 2))
    assert ranked.scores({"lamp": 1.0}) == pytest.approx([expected, 0.0])


def test_a_word_in_most_texts_still_counts() -> None:
    ranked = BM25([terms("lamp"), terms("lamp"), terms("ship")])
    assert ranked.scores({"lamp": 1.0})[0] > 0


def test_a_query_is_linear_in_its_weights() -> None:
    ranked = BM25([terms("lamp", "oar"), terms("oar")])
    both = ranked.scores({"lamp": 0.6, "oar": 0.4})
    apart = 0.6 * ranked.scores({"lamp": 1.0}) + 0.4 * ranked.scores({"oar": 1.0})
    assert both == pytest.approx(apart)


def test_no_texts_and_unknown_words_are_no_error() -> None:
    assert BM25([]).scores({"lamp": 1.0}).shape == (0,)
    assert BM25([{}, terms("oar")]).scores({"lamp": 1.0}).tolist() == [0.0, 0.0]


def test_adjacent_words_count_more_than_near_ones() -> None:
    query = pair_query(["fresnel", "lens", "lamp"])
    assert query["fresnel lens"] > query["fresnel~lamp"] > 0
    assert "lens fresnel" not in query


def test_near_pairs_have_no_order_and_a_short_reach() -> None:
    assert near_pairs(["b", "a"]) == near_pairs(["a", "b"]) == ["a~b"]
    assert "a~e" not in near_pairs(list("abcde"))
    assert near_pairs(["a", "a"]) == []


@given(st.lists(st.floats(-100, 100), min_size=1))
def test_fused_scores_are_between_0_and_1_and_keep_the_order(values: list[float]) -> None:
    scores = np.array(values)
    fused = fuse([(scores, 0.3), (scores, 0.7)])
    assert fused.min() >= 0
    assert fused.max() <= 1 + 1e-9
    assert fused == pytest.approx(min_max(scores))


def test_equal_scores_tell_nothing_apart() -> None:
    assert min_max(np.array([2.0, 2.0])).tolist() == [1.0, 1.0]
    assert min_max(np.array([0.0, 0.0])).tolist() == [0.0, 0.0]
