"""What a text is about, by the words that people use for a kind of work (data/topics.txt)."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from retrieval.words import stem_of, words

_LINKS = frozenset(("and", "of", "in", "to", "the", "at", "for", "with"))
_SHARED = 0.7
"""A word that stands in n topics counts for 1 / n ** 0.7 in each."""
PRIVATE = (
    "sport",
    "music and theatre",
    "family and home",
    "travel",
    "hobbies",
    "animals at home",
    "neighbours and clubs",
    "celebrations",
    "pay and hiring",
    "news and politics",
)
"""Topics of life beside work, and of getting a job."""


def topic_vector(text: str) -> NDArray[np.float64]:
    """How much a text speaks of each topic, shape (topics,); 0 where it shares no word with it."""
    stems = [word.stem for word in words(text)]
    said = {*stems, *(f"{one}_{two}" for one, two in pairwise(stems))}
    said |= {part for stem in stems if "-" in stem for part in stem.split("-")}
    vector = np.zeros(len(topic_names()))
    for stem in sorted(said & _index().keys()):
        topics = _index()[stem]
        vector[list(topics)] += len(topics) ** -_SHARED
    return vector


@lru_cache(maxsize=1)
def topic_names() -> tuple[str, ...]:
    """The topics, in the file's order."""
    return tuple(_topics())


@lru_cache(maxsize=1)
def _topics() -> Mapping[str, frozenset[str]]:
    text = (files("bot.raters") / "data" / "topics.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return {
        name: _stems(name, listed) for name, _, listed in (line.partition(":") for line in lines)
    }


def _stems(name: str, listed: str) -> frozenset[str]:
    named = [word for word in name.split() if word not in _LINKS]
    return frozenset(
        "_".join(stem_of(part) for part in word.split("_")) for word in (*listed.split(), *named)
    )


@lru_cache(maxsize=1)
def _index() -> Mapping[str, tuple[int, ...]]:
    """The topics each stem stands in."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, stems in enumerate(_topics().values()):
        for stem in stems:
            found[stem].append(number)
    return {stem: tuple(numbers) for stem, numbers in found.items()}
