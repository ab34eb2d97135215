"""Whether an answer is about a criterion: words in common, or likeness of meaning."""

import re
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.answers.terms import content_words, covers
from retrieval.splitting import sentences

LIKE_ENOUGH = 0.22
"""The cosine of a sentence with a criterion, or one item of it, from which it is about it."""


def related(
    criterion: str, answer: str, encode: Callable[[Sequence[str]], NDArray[np.float32]]
) -> bool:
    """Whether a sentence of the answer is about the criterion or one of its items."""
    if any(covers(answer, word) for word in content_words(criterion)):
        return True
    items = (criterion, *items_of(criterion))
    spans = sentences(answer)
    if not spans:
        return False
    texts = [*items, *(answer[span.start : span.end] for span in spans)]
    vectors = encode(texts)
    alike = vectors[: len(items)] @ vectors[len(items) :].T
    return float(np.round(alike.max(), 4)) >= LIKE_ENOUGH


def items_of(criterion: str) -> tuple[str, ...]:
    """The things a criterion lists: "frameworks (TOGAF, Zachman), governance" is four."""
    pieces = re.split(r"[,;():/]|\band\b|\bor\b", criterion)
    return tuple(piece.strip(" .") for piece in pieces if len(piece.strip(" .")) > 2)
