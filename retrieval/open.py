"""The one way to get a library: picks the encoder that is there and the place for vectors."""

import logging
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.library import Library
from retrieval.ports import Encoder, VectorStore

if TYPE_CHECKING:
    from retrieval.adapters.word_vectors import WordVectors

log = logging.getLogger("retrieval")


def open_library(folder: Path, chroma_url: str | None = None) -> Library:
    """A library that keeps vectors in `folder`, or on the Chroma server at `chroma_url`.

    Raises ModelMissing or ModelChanged when no encoder can be loaded. A store that does not
    answer is found out, and done without, on first use.
    """
    return Library(open_encoder(), _store(folder, chroma_url))


@lru_cache(maxsize=2)
def open_encoder(exported: Path | None = None) -> Encoder:
    """The exported encoder, or the original one when there is no export (slower to start).

    One for the whole program: it takes 100 MB and serves any number of threads.
    """
    from retrieval.adapters.minilm_onnx import OnnxEncoder, is_exported

    if is_exported(exported):
        return OnnxEncoder(exported)
    log.warning(
        "The sentence encoder is not exported yet, so starting takes some seconds longer. "
        "Run `python -m retrieval.adapters.export` once."
    )
    from retrieval.adapters.sentence_transformers import SentenceTransformersEncoder

    return SentenceTransformersEncoder()


@lru_cache(maxsize=1)
def open_words() -> "WordVectors":
    """The vectors of single words. Raises ModelMissing or ModelChanged without an encoder."""
    from retrieval.adapters.word_vectors import WordVectors

    return WordVectors()


def _store(folder: Path, chroma_url: str | None) -> VectorStore:
    from retrieval.adapters.chroma_places import embedded, served

    return served(chroma_url) if chroma_url else embedded(folder)
