"""Vectors of single English words, made once from the sentence encoder: likeness of words."""

import json
import logging
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.adapters.exports import completed, is_complete
from retrieval.adapters.minilm_onnx import TOKENIZER, OnnxEncoder
from retrieval.adapters.weights import DIMENSIONS, MODEL, exported_folder
from retrieval.words import stem_of

log = logging.getLogger("retrieval")

FILES = ROWS, WORDS = "rows.npy", "words.txt"
_WHOLE_WORD = re.compile(r"[a-z][a-z'-]{2,}")


def words_folder() -> Path:
    """Where the word vectors lie: beside the exported encoder."""
    return exported_folder().with_name(f"{MODEL}-words")


def are_exported(folder: Path | None = None) -> bool:
    """Whether complete word vectors of the expected weights are there."""
    return is_complete(folder or words_folder(), FILES)


def export_words(folder: Path | None = None, force: bool = False) -> bool:
    """Encode each whole word of the encoder's own vocabulary; False if that was done before.

    What all words have in common (their mean) is taken off, so that two words which share nothing
    have a likeness near 0. The folder appears complete or not at all. Raises ModelMissing or
    ModelChanged without an encoder, OSError when the folder cannot be written.
    """
    target = folder or words_folder()
    if are_exported(target) and not force:
        return False
    words = _vocabulary()
    rows = OnnxEncoder().encode(words)
    rows = rows - rows.mean(axis=0)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    with completed(target, FILES) as fresh:
        np.save(fresh / ROWS, rows.astype(np.float16))
        (fresh / WORDS).write_text("\n".join(words), encoding="utf-8")
    return True


def _vocabulary() -> list[str]:
    tokenizer = json.loads((exported_folder() / TOKENIZER).read_text(encoding="utf-8"))
    return sorted(word for word in tokenizer["model"]["vocab"] if _WHOLE_WORD.fullmatch(word))


class WordVectors:
    """About 21,000 English words as unit vectors. Safe to use from several threads."""

    def __init__(self, folder: Path | None = None) -> None:
        """Loads the vectors; makes them first, in about 20 seconds, where they are not there."""
        where = folder or words_folder()
        if not are_exported(where):
            log.warning("The word vectors are made now, once; this takes about 20 seconds.")
            export_words(where)
        words = (where / WORDS).read_text(encoding="utf-8").split("\n")
        self._at = {word: at for at, word in enumerate(words)}
        self._rows = np.load(where / ROWS, mmap_mode="r")

    def vectors(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(words), 384), case ignored; zeros for a word not known."""
        rows = np.zeros((len(words), DIMENSIONS), dtype=np.float32)
        for at, word in enumerate(words):
            found = self._find(word.casefold())
            if found is not None:
                rows[at] = self._rows[found]
        return rows

    def _find(self, word: str) -> int | None:
        for form in (word, word.removesuffix("s"), word.removesuffix("'s"), stem_of(word)):
            if form in self._at:
                return self._at[form]
        return None
