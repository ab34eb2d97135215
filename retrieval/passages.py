"""The values of search: documents made of passages go in, hits with a cited sentence come out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document that can be found and cited on its own.

    `id` is unique in its document. `heading` is where the passage stands, such as
    "Technical Skills › Required", and may be empty. `line` is the 1-based line of its start.
    """

    id: str
    text: str
    heading: str
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """What is searched. `version` is a hash of the content: same version, same passages."""

    id: str
    version: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of `Passage.text`: `text[start:end]`, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One found passage. All scores are rounded to 6 decimals.

    `score` (0 to 1) orders the hits of one question; it compares passages of one document with
    each other and says nothing across questions. `cosine` (-1 to 1, the better of passage and
    sentence) and `lexical` (BM25, 0 and up) are raw and may be compared with a threshold.
    `sentence` is the sentence of the passage that fits the question best.
    """

    passage: Passage
    score: float
    cosine: float
    lexical: float
    sentence: Sentence
