"""The sentence encoder run by sentence-transformers: slower to start, needs no export."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

from retrieval.adapters.weights import DIMENSIONS, MAX_TOKENS, MODEL, checked_weights


class SentenceTransformersEncoder:
    """all-MiniLM-L6-v2 as its authors run it, on the processor; one text at a time.

    In batches a vector's last bits would depend on the other texts.
    """

    name = f"{MODEL}/torch"
    dimensions = DIMENSIONS

    def __init__(self, weights: Path | None = None) -> None:
        """Raises ModelMissing or ModelChanged."""
        folder = checked_weights(weights)
        self._model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        self._model.max_seq_length = MAX_TOKENS

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Rows of unit length, shape (len(texts), 384)."""
        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        rows = self._model.encode(
            list(texts), batch_size=1, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(rows, dtype=np.float32)
