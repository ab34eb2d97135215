"""Reads an answer: its sentences without names, their meaning, and what each of them is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.raters.neutral import kept_words, neutral, plain
from bot.raters.orders import end_of_order, is_order, without_orders
from bot.raters.own_life import tells_own_life
from bot.raters.relevance import Encode, Vectors
from bot.raters.scope import scoped, without_double_denial
from bot.raters.shape import shape
from bot.raters.weights import ACTS, HUNDREDTHS, Numbers, Weights, logistic
from retrieval.passages import Sentence
from retrieval.splitting import sentences
from retrieval.words import content_stems

ECHO_WORDS, ECHO_SHARE = 4, 0.75
"""A sentence of at least so many content words, with this share given to it, is a repetition."""
_WORK = ("own", "usual", "team", "case", "result")


@dataclass(frozen=True, slots=True)
class Text:
    """The sentences of an answer that may be evidence: spans of the answer, and neutral texts.

    `ordered` says whether the answer also held an order to the bot.
    """

    spans: tuple[Sentence, ...]
    neutral: tuple[str, ...]
    ordered: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with the sentences' vectors, shape (n, 384), and chances of each act, (n, acts)."""

    text: Text
    vectors: Vectors
    chances: Numbers

    def of(self, act: str) -> Numbers:
        """The chance of one act for each sentence."""
        column: Numbers = self.chances[:, ACTS.index(act)]
        return column


def text_of(answer: str, criterion: str) -> Text:
    """The sentences that may be evidence, each without names.

    Left out are orders to the bot, repetitions, and what stands beside anything else and must not
    change a rating: questions, and sentences on the candidate's family, home or free time.
    """
    kept, known = kept_words(criterion), set()
    said: list[tuple[Sentence, str]] = []
    ordered = False
    for whole in sentences(without_orders(answer)):
        span = _behind_order(answer, whole)
        ordered = ordered or span != whole
        if span is None:
            continue
        text = without_double_denial(neutral(answer[span.start : span.end], kept))
        if is_order(text):
            ordered = True
        elif text not in known and any(map(str.isalnum, text)):
            known.add(text)
            said.append((span, text))
    told = [one for one in said if not one[1].rstrip("\"') ").endswith("?")]
    chosen = told or said
    chosen = [one for one in chosen if not tells_own_life(one[1])] or chosen
    ordered = ordered or without_orders(answer) != answer
    return Text(tuple(span for span, _ in chosen), tuple(text for _, text in chosen), ordered)


def _behind_order(answer: str, span: Sentence) -> Sentence | None:
    """The sentence, or what follows an order that runs into it; None where all of it is one."""
    text = answer[span.start : span.end]
    if not is_order(plain(text)):
        return span
    end = end_of_order(text, plain)
    return Sentence(span.start + end, span.end) if end < len(text) else None


def read(text: Text, weights: Weights, encode: Encode) -> Reading:
    """What each sentence is; every sentence is encoded once."""
    vectors = encode(text.neutral)
    return Reading(text, vectors, chances(text.neutral, vectors, weights))


def without_echoes(reading: Reading, given: str) -> Reading:
    """The reading in which a sentence that only repeats given words is a claim and no work."""
    known = set(content_stems(given))
    echoes = [_is_echo(text, known) for text in reading.text.neutral]
    if not any(echoes):
        return reading
    chances = reading.chances.copy()
    for act in _WORK:
        chances[echoes, ACTS.index(act)] = 0
    chances[echoes, ACTS.index("claim")] = 1
    return replace(reading, chances=chances)


def _is_echo(text: str, known: set[str]) -> bool:
    stems = set(content_stems(text))
    return len(stems) >= ECHO_WORDS and len(stems & known) >= ECHO_SHARE * len(stems)


def reread(reading: Reading, kept: Sequence[int], weights: Weights) -> Reading:
    """The reading of some of its sentences alone, without encoding them again."""
    spans = tuple(reading.text.spans[i] for i in kept)
    texts = tuple(reading.text.neutral[i] for i in kept)
    vectors = reading.vectors[list(kept)]
    return replace(
        reading,
        text=Text(spans, texts, reading.text.ordered),
        vectors=vectors,
        chances=chances(texts, vectors, weights),
    )


def chances(texts: Sequence[str], vectors: Vectors, weights: Weights) -> Numbers:
    """The chance of each act for each sentence, from its words, its meaning and its neighbours."""
    if not texts:
        return np.zeros((0, len(ACTS)))
    shapes = [shape(text) for text in texts]
    nothing: frozenset[str] = frozenset()
    by_shape = np.array(
        [
            weights.here.total(here) + weights.before.total(before) + weights.after.total(after)
            for before, here, after in zip(
                [nothing, *shapes[:-1]], shapes, [*shapes[1:], nothing], strict=True
            )
        ]
    )
    meaning = vectors.astype(np.float64) @ weights.meaning
    score = by_shape / HUNDREDTHS + meaning + places(len(texts)) @ weights.place + weights.bias
    return scoped(texts, np.round(logistic(score), 5))


def places(count: int) -> Numbers:
    """Where each of so many sentences stands, shape (count, 3): first, last, only one."""
    place = np.zeros((count, 3))
    place[0, 0] = place[-1, 1] = 1
    place[:, 2] = count == 1
    return place
