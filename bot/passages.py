"""A role's passages as the retrieval library's documents, and the library as the bot's ranker."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from json import dumps
from threading import Lock
from typing import TYPE_CHECKING

from bot.core.errors import RolecallError
from bot.core.roles import Role
from retrieval.errors import RetrievalError
from retrieval.passages import Document, Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from retrieval import IndexReport, Library
    from retrieval.adapters.word_vectors import WordVectors

Progress = Callable[[int, int], None]
"""Told how many of how many briefs are indexed."""
RANKED = 60
"""How many passages are ranked for a question: more than a brief's section ever holds."""


class SearchUnavailable(RolecallError):
    """Search, or the place where its vectors are kept, does not work now. Briefs are in SQL."""

    def __init__(self, error: RetrievalError) -> None:
        super().__init__(error.message)
        self.remedy = error.remedy


@lru_cache(maxsize=1024)
def document_of(role: Role) -> Document:
    """A role as a document: its passages with section and line, at the version of all of them."""
    return Document(
        id=role.id,
        version=_version(role),
        passages=tuple(
            Passage(passage.id, passage.text, passage.section, passage.line)
            for passage in role.passages
        ),
    )


def _version(role: Role) -> str:
    """The brief's version, and that of what the team added to it."""
    added = [passage.text for passage in role.passages if passage.author]
    if not added:
        return role.version
    return f"{role.version}+{sha256(dumps(added).encode()).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage of a role for a question: best first.

    `score` is the fused score in 0..1 within this question, `cosine` the raw similarity (-1..1),
    `lexical` the raw BM25 score, `start` and `end` the best sentence's span in the passage's text.
    """

    passage: str
    score: float
    cosine: float
    lexical: float
    start: int
    end: int


class LibraryRanker:
    """Ranks a role's passages with a library that is opened when it is first needed.

    What it does raises SearchUnavailable; ranking only where no encoder can be loaded.
    """

    def __init__(self, opening: Callable[[], "Library"]) -> None:
        self._opening = opening
        self._library: Library | None = None
        self._words: WordVectors | None = None
        self._lock = Lock()

    @contextmanager
    def _opened(self) -> "Iterator[Library]":
        """The library, opened once; its errors become ours."""
        with _translated():
            with self._lock:
                if self._library is None:
                    self._library = self._opening()
            yield self._library

    def check(self) -> None:
        """Whether the place of the vectors answers; raises SearchUnavailable."""
        with self._opened() as library:
            library.check()

    def index(self, roles: Collection[Role], progress: Progress | None = None) -> "IndexReport":
        """Keep the vectors of these roles, made anew where they changed, and of no others."""
        with self._opened() as library:
            report = library.index([document_of(role) for role in roles], progress)
            library.prune([role.id for role in roles])
        return report

    def rank(self, role: Role, question: str, history: Sequence[str]) -> tuple[Ranked, ...]:
        """Passages of the role as search alone finds them, best first."""
        with self._opened() as library:
            hits = library.search(document_of(role), question, history, limit=RANKED)
        return tuple(
            Ranked(
                hit.passage.id,
                hit.score,
                hit.cosine,
                hit.lexical,
                hit.sentence.start,
                hit.sentence.end,
            )
            for hit in hits
        )

    def likeness(self, role: Role, question: str, history: Sequence[str]) -> "NDArray[np.float64]":
        """How near each passage of the role is; see `bot.ports.Ranker`."""
        with self._opened() as library:
            return library.likeness(document_of(role), question, history)

    def encode(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Unit vectors of texts, shape (len(texts), dimensions)."""
        with self._opened() as library:
            return library.encode(texts)

    def word_vectors(self, words: Sequence[str]) -> "NDArray[np.float32]":
        """Unit vectors of single words, zeros for a word not known; see `bot.ports.Ranker`."""
        with _translated(), self._lock:
            if self._words is None:
                from retrieval.open import open_words

                self._words = open_words()
        return self._words.vectors(words)

    def passage_vectors(self, role: Role) -> "NDArray[np.float32]":
        """Vectors of the role's passages below their headings; see `bot.ports.Ranker`."""
        with self._opened() as library:
            return library.passage_vectors(document_of(role))


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except RetrievalError as error:
        raise SearchUnavailable(error) from error
