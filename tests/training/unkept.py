"""A vector store that keeps nothing: every document is encoded when it is first searched."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from retrieval.ports import DocumentVectors

if TYPE_CHECKING:
    from retrieval import Library


class Unkept:
    """Implements `retrieval.ports.VectorStore` by forgetting."""

    def versions(self) -> dict[str, str]:
        """None."""
        return {}

    def put(self, documents: Sequence[DocumentVectors]) -> None:
        """Does nothing."""

    def load(self, document_id: str, stamp: str, count: int) -> NDArray[np.float32] | None:
        """Nothing."""
        return None

    def remove(self, document_ids: Collection[str]) -> None:
        """Does nothing."""


def library() -> "Library":
    """A library on the real encoder that keeps nothing."""
    from retrieval.library import Library
    from retrieval.open import open_encoder

    return Library(open_encoder(), Unkept())
