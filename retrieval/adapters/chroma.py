"""Keeps vectors in Chroma, embedded in a folder or on a server: one collection for everything."""

import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count as counting
from typing import Any, TypeVar

import httpx
import numpy as np
from chromadb.errors import ChromaError
from numpy.typing import NDArray

from retrieval.errors import StoreUnavailable
from retrieval.ports import DocumentVectors

# A collection for each document costs gigabytes for a thousand of them; a filter costs nothing.
COLLECTION = "passages"

# Chroma's words for an entry whose vector is not where it should be. It is made again, like one
# that was never there.
LOST_ENTRY = ("Error finding id", "Error getting embedding")

Rows = NDArray[np.float32]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a Chroma lives, and what to do there.

    `connect` gives a client. `present` says whether what we are connected to is still there.
    `repair` gets the error of an operation and how often it was tried, puts right what it can, and
    says whether to try again. `name` and `remedy` are for people.
    """

    name: str
    remedy: str
    connect: Callable[[], Any]
    present: Callable[[], bool]
    repair: Callable[[BaseException, int], bool]


class ChromaStore:
    """A `VectorStore` in one Chroma collection; connects on first use, and again when it must.

    Each vector is one entry, `<document id>#<row>`, with its document id and stamp. Row 0 carries
    the number of rows and is written last, so a document without it is not complete.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._client: Any = None
        self._entries: Any = None
        # Chroma's own locking does not cover a put in several steps, nor a repair.
        self._lock = threading.RLock()

    def versions(self) -> dict[str, str]:
        """Document id to stamp, for the documents that are complete."""

        def read() -> dict[str, str]:
            found = self._collection().get(where={"rows": {"$gte": 1}}, include=["metadatas"])
            return {one["document"]: one["version"] for one in found["metadatas"]}

        return self._guarded(read)

    def put(self, documents: Sequence[DocumentVectors]) -> None:
        """Replace these documents."""

        def write() -> None:
            self._delete([document.document_id for document in documents])
            rest = [entry for one in documents for entry in _entries(one, range(1, len(one.rows)))]
            first = [
                entry for one in documents for entry in _entries(one, range(len(one.rows))[:1])
            ]
            self._add(rest)
            self._add(first)

        self._guarded(write)

    def load(self, document_id: str, stamp: str, count: int) -> Rows | None:
        """The rows put under this stamp, or None if they are not all there."""

        def read() -> Rows | None:
            ids = [_entry_id(document_id, row) for row in range(count)]
            found: dict[str, Rows] = {}
            for some in self._slices(ids):
                got = self._collection().get(ids=some, include=["embeddings", "metadatas"])
                for one, vector, about in zip(
                    got["ids"], got["embeddings"], got["metadatas"], strict=True
                ):
                    if about["version"] == stamp and about.get("rows", count) == count:
                        found[one] = vector
            if not ids or len(found) < count:
                return None
            return np.asarray([found[one] for one in ids], dtype=np.float32)

        try:
            return self._guarded(read)
        except StoreUnavailable as error:
            if any(sign in error.reason for sign in LOST_ENTRY):
                return None
            raise

    def remove(self, document_ids: Collection[str]) -> None:
        """Forget these documents."""
        self._guarded(lambda: self._delete(document_ids))

    def close(self) -> None:
        """Let go of the files or the connection; the next use connects again."""
        with self._lock:
            client, self._client, self._entries = self._client, None, None
            if client is not None:
                sessions = sessions_of(client)
                with suppress(Exception):
                    client.close()
                for session in sessions:
                    session.close()

    def _delete(self, document_ids: Collection[str]) -> None:
        for some in self._slices(sorted(document_ids)):
            self._collection().delete(where={"document": {"$in": some}})

    def _add(self, entries: Sequence[tuple[str, Rows, dict[str, Any]]]) -> None:
        for some in self._slices(entries):
            self._collection().add(
                ids=[entry[0] for entry in some],
                embeddings=[entry[1] for entry in some],
                metadatas=[entry[2] for entry in some],
            )

    def _slices(self, items: Sequence[Any]) -> Iterable[list[Any]]:
        self._collection()
        size = self._client.get_max_batch_size()
        for start in range(0, len(items), size):
            yield list(items[start : start + size])

    def _collection(self) -> Any:
        if self._entries is None:
            self._client = self._place.connect()
            self._entries = self._client.get_or_create_collection(
                COLLECTION, configuration={"hnsw": {"space": "cosine"}}, embedding_function=None
            )
        return self._entries

    def _guarded(self, operation: Callable[[], Result]) -> Result:
        with self._lock:
            if self._entries is not None and not self._place.present():
                self.close()
            for attempt in counting(1):
                try:
                    return operation()
                except BaseException as error:
                    self._disconnect_after(error)
                    if not self._place.repair(error, attempt):
                        raise self._unavailable(error) from error
        raise AssertionError("counting does not end")

    def _disconnect_after(self, error: BaseException) -> None:
        if not _is_vendors(error):
            raise error
        self.close()

    def _unavailable(self, error: BaseException) -> StoreUnavailable:
        reason = str(error).strip().split("\n")[0].rstrip(".") or type(error).__name__
        return StoreUnavailable(self._place.name, reason, self._place.remedy)


def sessions_of(client: Any) -> list[Any]:
    """The HTTP sessions of a client of a server, its own and its administrator's; else none.

    Chroma neither closes them nor lets a time limit be set on them.
    """
    owners = (client, getattr(client, "_admin_client", None))
    found = (getattr(getattr(one, "_server", None), "_session", None) for one in owners)
    return [session for session in found if session is not None]


def _is_vendors(error: BaseException) -> bool:
    # Chroma's native part can panic; that exception is no Exception and has no importable name.
    vendors = (ChromaError, httpx.HTTPError, OSError)
    return isinstance(error, vendors) or type(error).__name__ == "PanicException"


def _entry_id(document_id: str, row: int) -> str:
    return f"{document_id}#{row:06d}"


def _entries(one: DocumentVectors, rows: range) -> Iterable[tuple[str, Rows, dict[str, Any]]]:
    for row in rows:
        about: dict[str, Any] = {"document": one.document_id, "version": one.stamp}
        if row == 0:
            about["rows"] = len(one.rows)
        yield _entry_id(one.document_id, row), one.rows[row], about
