"""What the library needs from outside: a text encoder, and a place to keep vectors."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Encoder(Protocol):
    """Turns texts into vectors whose dot product is their cosine.

    The vector of a text depends on this text alone: never on what else is in the call.
    Implementations may be called from several threads at once.
    """

    @property
    def name(self) -> str:
        """Names weights and runtime; vectors of different names are never mixed."""
        ...

    @property
    def dimensions(self) -> int:
        """The length of one vector."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Rows of unit length, shape (len(texts), dimensions); (0, dimensions) for no texts."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class DocumentVectors:
    """All vectors of one document, shape (n, d), under the stamp they were made with."""

    document_id: str
    stamp: str
    rows: NDArray[np.float32]


class VectorStore(Protocol):
    """Keeps vectors between runs. Everything in it can be made again from the documents.

    Every method raises `StoreUnavailable` when the store does not answer.
    """

    def versions(self) -> dict[str, str]:
        """Document id to stamp, for the documents that are complete."""
        ...

    def put(self, documents: Sequence[DocumentVectors]) -> None:
        """Replace these documents. One that was cut off half-way is not in `versions`."""
        ...

    def load(self, document_id: str, stamp: str, count: int) -> NDArray[np.float32] | None:
        """The `count` rows put under this stamp (to float precision), or None if not all there."""
        ...

    def remove(self, document_ids: Collection[str]) -> None:
        """Forget these documents; unknown ids are no error."""
        ...
