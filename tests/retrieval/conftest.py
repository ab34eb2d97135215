"""What the tests of search share: invented documents, a plain encoder, a store in memory."""

import hashlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

os.environ.setdefault("HF_HUB_OFFLINE", "1")

from retrieval.adapters.export import export
from retrieval.adapters.minilm_onnx import is_exported
from retrieval.adapters.weights import exported_folder
from retrieval.passages import Document, Passage
from retrieval.ports import DocumentVectors


class WordEncoder:
    """A bag of hashed words at length 1: quick, and texts that share words are near."""

    name = "words"
    dimensions = 64

    def __init__(self) -> None:
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in re.findall(r"\w+", text.lower()) or [""]:
                digest = hashlib.sha256(word.encode()).digest()
                rows[row, digest[0] % self.dimensions] += 1 if digest[1] % 2 else -1
            rows[row, 0] += 0.01
        self.encoded += len(texts)
        length = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: NDArray[np.float32] = rows / np.maximum(length, np.float32(1e-6))
        return unit


class MemoryStore:
    """A `VectorStore` in a dictionary."""

    def __init__(self) -> None:
        self.kept: dict[str, DocumentVectors] = {}

    def versions(self) -> dict[str, str]:
        return {one.document_id: one.stamp for one in self.kept.values()}

    def put(self, documents: Sequence[DocumentVectors]) -> None:
        self.kept |= {one.document_id: one for one in documents}

    def load(self, document_id: str, stamp: str, count: int) -> NDArray[np.float32] | None:
        one = self.kept.get(document_id)
        if one is None or one.stamp != stamp or len(one.rows) != count:
            return None
        return one.rows

    def remove(self, document_ids: Collection[str]) -> None:
        for document_id in document_ids:
            self.kept.pop(document_id, None)


MakeDocument = Callable[..., Document]


def make_document(name: str, *texts: str, version: str = "1", heading: str = "") -> Document:
    passages = tuple(
        Passage(f"p{number}", text, heading, number) for number, text in enumerate(texts, start=1)
    )
    return Document(name, version, passages)


@pytest.fixture(name="make_document")
def _make_document() -> MakeDocument:
    return make_document


@pytest.fixture
def encoder() -> WordEncoder:
    return WordEncoder()


@pytest.fixture
def memory() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def lighthouse() -> Document:
    """An invented brief: the keeper of a lighthouse that is not there."""
    return make_document(
        "lighthouse",
        "Keep the lamp of Nowhere Rock burning from dusk to dawn. Log each ship that passes.",
        "The salary is 31,400 crowns a year; lodging in the tower is free.",
        "Experience with Fresnel lenses is required. Knowledge of Morse code is a plus.",
        "Interviews take place in three rounds, the last one by rowing boat.",
    )


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exported encoder: the installed one, or a fresh export."""
    if is_exported():
        return exported_folder()
    folder = tmp_path_factory.mktemp("model") / "exported"
    export(folder)
    return folder


class ChromaServer:
    """A Chroma server on this machine, which can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [str(Path(sys.executable).with_name("chroma")), "run", "--path"]
        command += [str(self._folder), "--host", "127.0.0.1", "--port", str(self.port)]
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(100):
            try:
                with urllib.request.urlopen(self.url + "/api/v2/heartbeat", timeout=1):
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the Chroma server did not start in ten seconds")

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


@pytest.fixture
def chroma_server(tmp_path: Path) -> Iterator[ChromaServer]:
    server = ChromaServer(tmp_path / "server")
    server.start()
    yield server
    server.stop()
