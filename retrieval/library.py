"""The library: keeps documents' vectors up to date and searches one document at a time, exactly."""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import StoreUnavailable
from retrieval.passages import Document, Hit
from retrieval.ports import DocumentVectors, Encoder, VectorStore
from retrieval.searchable import (
    LAYOUT,
    Query,
    Searchable,
    blended_vector,
    query_of,
    settled,
    texts_of,
)

log = logging.getLogger("retrieval")

# Texts encoded before something is kept: large enough to keep every core busy, small enough that
# an interruption loses a second of work.
BATCH_TEXTS = 512
# A document of 22 passages takes about a tenth of a megabyte.
CACHED_DOCUMENTS = 1024
# Vectors of the last few texts: a question is asked of several parts, and again as history.
CACHED_TEXTS = 256
FEW_TEXTS = 4
# After a store did not answer, searches leave it alone for so long instead of waiting for it.
STORE_RESTS_SECONDS = 30.0

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What `Library.index` did: documents made anew, documents already there, texts encoded."""

    indexed: int
    unchanged: int
    texts: int


class Library:
    """Documents that can be searched one at a time. Safe to use from several threads.

    The store only saves work: a document that is not in it is encoded when first searched, and
    a store that does not answer is done without. At most `cached` documents stay in memory.
    """

    def __init__(
        self, encoder: Encoder, store: VectorStore, cached: int = CACHED_DOCUMENTS
    ) -> None:
        self._encoder = encoder
        self._store = store
        self._cached = cached
        self._ready: OrderedDict[str, tuple[str, Searchable]] = OrderedDict()
        self._encoded: OrderedDict[bytes, NDArray[np.float32]] = OrderedDict()
        self._lock = threading.Lock()
        self._store_answers = True
        self._store_rests_until = 0.0
        self._clock = time.monotonic

    def index(
        self,
        documents: Iterable[Document],
        progress: Callable[[int, int], None] | None = None,
    ) -> IndexReport:
        """Encode and keep the documents whose version is not kept yet; touch no others.

        `progress(done, total)` is called after every batch and may raise to stop: what is done
        is kept, and the next call goes on from there. Raises StoreUnavailable.
        """
        every = {document.id: document for document in documents if document.passages}
        kept = self._store.versions()
        waiting = [one for one in every.values() if kept.get(one.id) != self._stamp(one)]
        done = encoded = 0
        for batch in _batches(waiting):
            vectors = self._vectors(batch)
            self._store.put(vectors)
            done += len(batch)
            encoded += sum(len(one.rows) for one in vectors)
            if progress is not None:
                progress(done, len(waiting))
        return IndexReport(len(waiting), len(every) - len(waiting), encoded)

    def check(self) -> None:
        """Ask the store for something small; raises StoreUnavailable where it does not answer."""
        self._store.load("", "", 1)

    def remove(self, document_id: str) -> None:
        """Forget one document. Raises StoreUnavailable."""
        with self._lock:
            self._ready.pop(document_id, None)
        self._store.remove([document_id])

    def prune(self, keep: Collection[str]) -> int:
        """Forget every document whose id is not in `keep`; how many. Raises StoreUnavailable."""
        wanted = set(keep)
        gone = [one for one in self._store.versions() if one not in wanted]
        with self._lock:
            for document_id in [one for one in self._ready if one not in wanted]:
                del self._ready[document_id]
        self._store.remove(gone)
        return len(gone)

    def search(
        self, document: Document, question: str, history: Sequence[str] = (), limit: int = 10
    ) -> tuple[Hit, ...]:
        """The passages of one document that fit the question best, best first.

        `history` holds earlier turns, oldest first; only the last of them counts. A blank question
        finds nothing. The same arguments give the same hits, whatever was searched before. Of a
        document that changed since the last search, only the new texts are encoded.
        """
        if not question.strip() or not document.passages:
            return ()
        return self._searchable(document).search(self._query(question, history), limit)

    def likeness(
        self, document: Document, question: str, history: Sequence[str] = ()
    ) -> NDArray[np.float64]:
        """How near each passage is to the question, -1..1, in the document's order.

        The cosine of the passage or of its nearest sentence. Unlike the scores of `search`, each
        depends on its own passage alone.
        """
        if not question.strip() or not document.passages:
            return np.zeros(len(document.passages))
        vectors = self.encode(_turns(question, history))
        return self._searchable(document).likeness(blended_vector(vectors))

    def passage_vectors(self, document: Document) -> NDArray[np.float32]:
        """Unit vectors of the passages below their headings, in order; shape (passages, d)."""
        if not document.passages:
            return np.zeros((0, self._encoder.dimensions), dtype=np.float32)
        return self._searchable(document).passage_vectors

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors from the same encoder, shape (len(texts), dimensions)."""
        if not 0 < len(texts) <= FEW_TEXTS:
            return self._encoder.encode(texts)
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> NDArray[np.float32]:
        # Kept by its hash: the words are a person's, and not ours to keep.
        name = sha256(text.encode("utf-8", "replace")).digest()
        with self._lock:
            kept = self._encoded.get(name)
        if kept is not None:
            return kept
        made: NDArray[np.float32] = self._encoder.encode([text])[0]
        with self._lock:
            self._encoded[name] = made
            while len(self._encoded) > CACHED_TEXTS:
                self._encoded.popitem(last=False)
        return made

    def _query(self, question: str, history: Sequence[str]) -> Query:
        turns = _turns(question, history)
        return query_of(turns, self.encode(turns))

    def _stamp(self, document: Document) -> str:
        return f"{document.version}/{self._encoder.name}/{LAYOUT}"

    def _searchable(self, document: Document) -> Searchable:
        stamp = self._stamp(document)
        with self._lock:
            found = self._ready.get(document.id)
            if found is not None and found[0] == stamp:
                self._ready.move_to_end(document.id)
                return found[1]
        # Outside the lock: two threads may do the same work once, none waits for another's.
        ready = Searchable(document, self._rows(document, stamp))
        with self._lock:
            self._ready[document.id] = (stamp, ready)
            self._ready.move_to_end(document.id)
            while len(self._ready) > self._cached:
                self._ready.popitem(last=False)
        return ready

    def _rows(self, document: Document, stamp: str) -> NDArray[np.float32]:
        kept = self._answer_of(
            lambda: self._store.load(document.id, stamp, len(texts_of(document)))
        )
        if kept is not None:
            return settled(kept)
        made = self._vectors([document], self._encoded_before(document))
        self._answer_of(lambda: self._store.put(made))
        return made[0].rows

    def _encoded_before(self, document: Document) -> Mapping[str, NDArray[np.float32]]:
        """The vectors of the texts that another version of this document, still here, has too."""
        with self._lock:
            found = self._ready.get(document.id)
        return found[1].vectors() if found is not None else {}

    def _answer_of(self, ask: Callable[[], Answer]) -> Answer | None:
        # A search needs no store: what it cannot give is made again.
        if self._clock() < self._store_rests_until:
            return None
        try:
            answer = ask()
        except StoreUnavailable as error:
            if self._store_answers:
                log.warning("%s Until then documents are encoded when first asked about.", error)
            self._store_answers = False
            self._store_rests_until = self._clock() + STORE_RESTS_SECONDS
            return None
        self._store_answers = True
        return answer

    def _vectors(
        self,
        documents: Sequence[Document],
        known: Mapping[str, NDArray[np.float32]] = MappingProxyType({}),
    ) -> list[DocumentVectors]:
        texts = [texts_of(document) for document in documents]
        fresh = [
            text for text in dict.fromkeys(t for own in texts for t in own) if text not in known
        ]
        encoded = settled(self._encoder.encode(fresh))
        rows = {**known, **dict(zip(fresh, encoded, strict=True))}
        return [
            DocumentVectors(document.id, self._stamp(document), np.stack([rows[t] for t in own]))
            for document, own in zip(documents, texts, strict=True)
        ]


def _turns(question: str, history: Sequence[str]) -> list[str]:
    return [question, *[turn for turn in history if turn.strip()][-1:]]


def _batches(documents: Sequence[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    texts = 0
    for document in documents:
        batch.append(document)
        texts += len(texts_of(document))
        if texts >= BATCH_TEXTS:
            yield batch
            batch, texts = [], 0
    if batch:
        yield batch
