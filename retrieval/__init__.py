"""Search in short documents: passages in, hits with a cited sentence out; no chat, no recruiting.

`Library` and `open_library` load on first use, so that importing this package costs nothing.
"""

from typing import TYPE_CHECKING, Any

from retrieval.errors import ModelChanged, ModelMissing, RetrievalError, StoreUnavailable
from retrieval.passages import Document, Hit, Passage, Sentence

if TYPE_CHECKING:
    from retrieval.library import IndexReport, Library
    from retrieval.open import open_library

__all__ = [
    "Document",
    "Hit",
    "IndexReport",
    "Library",
    "ModelChanged",
    "ModelMissing",
    "Passage",
    "RetrievalError",
    "Sentence",
    "StoreUnavailable",
    "open_library",
]

_ON_FIRST_USE = {
    "IndexReport": "retrieval.library",
    "Library": "retrieval.library",
    "open_library": "retrieval.open",
}


def __getattr__(name: str) -> Any:
    if name not in _ON_FIRST_USE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_ON_FIRST_USE[name]), name)
