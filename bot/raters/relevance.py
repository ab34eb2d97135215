"""How much an answer is about a criterion: likeness of meaning, words in common, topics."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.raters.own_life import tells_own_life
from bot.raters.topics import PRIVATE, topic_names, topic_vector
from retrieval.words import content_stems

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]

FEATURES = (
    "best cosine",
    "best item cosine",
    "second item cosine",
    "whole cosine",
    "whole item cosine",
    "words shared",
    "share of words",
    "topics alike",
    "own topics",
    "own topics' share",
    "first topic",
    "first topic's share",
    "own topic is first",
    "strongest topic",
    "topics weighted",
    "private topics",
    "strongest private topic",
    "private share",
    "other story announced",
    "own life alone",
    "nearer than to others",
    "item nearer than others' items",
    "topics nearer than others'",
    "nearest of all",
    "nearest of the others",
    "topics of the others",
)
_OTHER_STORY = re.compile(
    r"\b(?:instead|rather (?:tell|talk|speak)|let me (?:tell|start|talk)|tell you about|"
    r"other thing|something else|proud(?:est)?|favourite|favorite|strongest|best (?:moment|work|"
    r"story)|known for|comes to mind|biggest|i can tell|what i'm|i like most|hobby|most "
    r"instructive)\b",
    re.IGNORECASE,
)
_TINY = 1e-9
LISTED = 1.5
"""From this much of one topic on, a criterion is taken to be about it."""
OF_TOPICS = slice(FEATURES.index("topics alike"), FEATURES.index("topics weighted") + 1)
"""The features that say nothing where the criterion's topic is not listed."""
OF_OTHERS = slice(FEATURES.index("nearer than to others"), len(FEATURES))
"""The features that say nothing where the role's other criteria are not known."""
THE_SAME = 0.7
"""From this cosine on, another criterion asks for the same and is no rival."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A criterion as answers are compared with it.

    `vector` has shape (384,), `items` (items, 384), both of unit rows; `topics` (topics,).
    """

    text: str
    vector: Vectors
    items: Vectors
    stems: frozenset[str]
    topics: NDArray[np.float64]

    @property
    def is_listed(self) -> bool:
        """Whether the list of topics knows what the criterion is about."""
        return float(self.topics.max()) >= LISTED


def subject(criterion: str, encode: Encode) -> Subject:
    """A criterion, read once for all answers to it."""
    texts = (criterion, *items_of(criterion))
    vectors = encode(texts)
    items = vectors[1:] if len(texts) > 1 else vectors
    stems = frozenset(content_stems(criterion))
    return Subject(criterion, vectors[0], items, stems, topic_vector(criterion))


def items_of(criterion: str) -> tuple[str, ...]:
    """The things a criterion lists: "frameworks (TOGAF, Zachman), governance" is four."""
    pieces = re.split(r"[,;():/.]|\band\b|\bor\b", criterion)
    return tuple(piece.strip() for piece in pieces if len(piece.strip()) > 2)


def rivals(about: Subject, others: Sequence[Subject]) -> tuple[Subject, ...]:
    """The role's other criteria, without those that ask for the same."""
    return tuple(one for one in others if float(one.vector @ about.vector) < THE_SAME)


def features(
    about: Subject, others: Sequence[Subject], texts: Sequence[str], vectors: Vectors
) -> NDArray[np.float64]:
    """The values of `FEATURES` for an answer's neutral sentences and their vectors."""
    said = " ".join(texts)
    announced = float(bool(_OTHER_STORY.search(texts[0])))
    private = float(all(map(tells_own_life, texts)))
    return np.array(
        [
            *_meaning(about, vectors),
            *_words(about, said),
            *_topics(about, said),
            announced,
            private,
            *_contrast(about, others, said, vectors),
        ]
    )


def is_plainly_about(values: NDArray[np.float64]) -> bool:
    """Whether an answer with these features names the criterion's words or says nearly the same.

    A story of nothing but the candidate's own life is never plainly about work.
    """
    cosine, shared, share, aside = (
        values[FEATURES.index(name)]
        for name in ("best cosine", "words shared", "share of words", "own life alone")
    )
    return not aside and bool(
        cosine >= 0.55 or (shared >= 2 and share >= 0.6) or (cosine >= 0.5 and share >= 0.4)
    )


def is_plainly_elsewhere(values: NDArray[np.float64]) -> bool:
    """Whether an answer speaks of other things, with no word of the criterion and far from it.

    It may be a little nearer where it speaks of private life alone.
    """
    cosine, item, shared, alike, private, strongest = (
        values[FEATURES.index(name)]
        for name in (
            "best cosine",
            "best item cosine",
            "words shared",
            "topics alike",
            "strongest private topic",
            "strongest topic",
        )
    )
    if not strongest or shared:
        return False
    far = cosine < 0.1 and item < 0.25 and alike < 0.25
    return bool(far or (private >= strongest and cosine < 0.3 and not alike))


def _meaning(about: Subject, vectors: Vectors) -> list[float]:
    whole = vectors.mean(axis=0)
    whole = whole / (np.linalg.norm(whole) + _TINY)
    by_item = np.sort((vectors @ about.items.T).max(axis=0))
    return [
        float((vectors @ about.vector).max()),
        float(by_item[-1]),
        float(by_item[-2:].mean()),
        float(whole @ about.vector),
        float((about.items @ whole).max()),
    ]


def _words(about: Subject, said: str) -> list[float]:
    shared = len(about.stems.intersection(content_stems(said)))
    return [min(3.0, shared), shared / max(1, len(about.stems))]


def _topics(about: Subject, said: str) -> list[float]:
    answer, wanted = topic_vector(said), about.topics
    strongest = float(answer.max())
    order = np.argsort(-wanted, kind="stable")[:3]
    own = float((answer[order] * wanted[order] / (wanted.max() + _TINY)).max())
    first = float(answer[order[0]])
    private = answer[[topic_names().index(name) for name in PRIVATE]]
    return [
        _likeness(answer, wanted),
        own,
        own / (strongest + 0.5),
        first,
        first / (strongest + 0.5),
        float(own >= strongest - _TINY),
        strongest,
        float((answer * wanted**2).sum() / (float((wanted**2).sum()) + _TINY)),
        float(private.sum()),
        float(private.max()),
        float(private.sum() / (answer.sum() + 1)),
    ]


def _contrast(
    about: Subject, others: Sequence[Subject], said: str, vectors: Vectors
) -> list[float]:
    """How much nearer an answer is to its criterion than to the nearest of the others."""
    if not others:
        return [0.0] * (OF_OTHERS.stop - OF_OTHERS.start)
    answer = topic_vector(said)

    def near(one: Subject) -> tuple[float, float, float]:
        cosine, item = (vectors @ one.vector).max(), (vectors @ one.items.T).max()
        return float(cosine), float(item), _likeness(answer, one.topics)

    own, rival = near(about), [max(values) for values in zip(*map(near, others), strict=True)]
    return [
        own[0] - rival[0],
        own[1] - rival[1],
        own[2] - rival[2],
        float(own[0] >= rival[0]),
        rival[0],
        rival[2],
    ]


def _likeness(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """The cosine of two vectors of topics; 0 where one of them is empty."""
    return float(one @ other) / (float(np.linalg.norm(one) * np.linalg.norm(other)) + _TINY)
