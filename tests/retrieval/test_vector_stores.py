"""One contract for every place vectors are kept: in memory, in a folder, on a server."""

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from retrieval.adapters.chroma import ChromaStore
from retrieval.adapters.chroma_places import embedded, served
from retrieval.errors import StoreUnavailable
from retrieval.ports import DocumentVectors, VectorStore


def unit_rows(count: int, seed: int = 0) -> NDArray[np.float32]:
    rows = np.random.default_rng(seed).normal(size=(count, 32)).astype(np.float32)
    unit: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def vectors(name: str, count: int = 5, stamp: str = "1", seed: int = 0) -> DocumentVectors:
    return DocumentVectors(name, stamp, unit_rows(count, seed))


@pytest.fixture(params=["memory", "embedded", pytest.param("served", marks=pytest.mark.programs)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[VectorStore]:
    if request.param == "memory":
        yield request.getfixturevalue("memory")
        return
    chroma = (
        embedded(tmp_path / "vectors")
        if request.param == "embedded"
        else served(request.getfixturevalue("chroma_server").url)
    )
    yield chroma
    chroma.close()


def test_what_is_put_is_given_back_in_order(store: VectorStore) -> None:
    one, other = vectors("one", 12), vectors("other", 3, seed=1)
    store.put([one, other])
    assert store.versions() == {"one": "1", "other": "1"}
    for kept in (one, other):
        rows = store.load(kept.document_id, "1", len(kept.rows))
        assert rows is not None
        assert rows.dtype == np.float32
        assert np.abs(rows - kept.rows).max() < 1e-6


def test_an_unknown_document_version_or_length_is_not_there(store: VectorStore) -> None:
    store.put([vectors("one", 5)])
    assert store.load("two", "1", 5) is None
    assert store.load("one", "2", 5) is None
    assert store.load("one", "1", 4) is None
    assert store.load("one", "1", 6) is None


def test_put_replaces_the_whole_document(store: VectorStore) -> None:
    store.put([vectors("one", 9), vectors("other")])
    store.put([vectors("one", 2, stamp="2", seed=3)])
    assert store.versions() == {"one": "2", "other": "1"}
    assert store.load("one", "1", 9) is None
    rows = store.load("one", "2", 2)
    assert rows is not None
    assert np.abs(rows - unit_rows(2, 3)).max() < 1e-6


def test_remove_forgets_these_documents_only(store: VectorStore) -> None:
    store.put([vectors("one"), vectors("one#000000"), vectors("other")])
    store.remove(["one", "never there"])
    store.remove([])
    assert store.versions() == {"one#000000": "1", "other": "1"}
    assert store.load("one#000000", "1", 5) is not None


def test_vectors_outlive_the_process_that_put_them(tmp_path: Path) -> None:
    embedded(tmp_path / "v").put([vectors("one")])
    assert embedded(tmp_path / "v").load("one", "1", 5) is not None


@pytest.mark.parametrize("calls_before", [0, 1])
def test_a_put_cut_short_is_not_complete(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls_before: int
) -> None:
    store = embedded(tmp_path / "v")
    store.put([vectors("one", stamp="old")])
    add, calls = ChromaStore._add, []

    def cut(self: ChromaStore, entries: Any) -> None:
        calls.append(1)
        if len(calls) > calls_before:
            raise KeyboardInterrupt
        add(self, entries)

    with monkeypatch.context() as patch:
        patch.setattr(ChromaStore, "_add", cut)
        with pytest.raises(KeyboardInterrupt):
            store.put([vectors("one")])
    again = embedded(tmp_path / "v")
    assert again.versions() == {}
    assert again.load("one", "1", 5) is None
    again.put([vectors("one")])
    assert again.load("one", "1", 5) is not None


def garbage(folder: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"garbage" * 5000)


def cut_off(folder: Path) -> None:
    path = folder / "chroma.sqlite3"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


def scrambled(folder: Path) -> None:
    path = folder / "chroma.sqlite3"
    whole = bytearray(path.read_bytes())
    whole[4096 : len(whole) // 2] = os.urandom(len(whole) // 2 - 4096)
    path.write_bytes(whole)


DAMAGE = [garbage, cut_off, scrambled]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_folder_is_kept_aside_and_begun_anew(
    tmp_path: Path, damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "vectors"
    embedded(folder).put([vectors("one", 200)])
    shutil.copytree(folder, tmp_path / "copy")
    damage(tmp_path / "copy")
    store = embedded(tmp_path / "copy")
    with caplog.at_level(logging.WARNING, "retrieval"):
        assert store.versions() == {}
    assert len(caplog.records) == 1
    assert (tmp_path / "copy.broken-1").is_dir()
    store.put([vectors("one")])
    assert store.load("one", "1", 5) is not None


def test_a_folder_deleted_under_us_is_begun_anew(tmp_path: Path) -> None:
    store = embedded(tmp_path / "v")
    store.put([vectors("one")])
    other = embedded(tmp_path / "v")
    assert other.versions() == {"one": "1"}
    shutil.rmtree(tmp_path / "v")
    assert store.load("one", "1", 5) is None
    store.put([vectors("one")])
    assert embedded(tmp_path / "v").load("one", "1", 5) is not None


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreUnavailable, match="can be written"):
        embedded(tmp_path / "file" / "vectors").versions()


@pytest.mark.programs
def test_a_server_that_is_away_is_told_and_found_again(chroma_server: Any) -> None:
    store = served(chroma_server.url)
    store.put([vectors("one")])
    chroma_server.stop()
    with pytest.raises(StoreUnavailable, match="Start the Chroma server"):
        store.versions()
    chroma_server.start()
    assert store.versions() == {"one": "1"}
    store.close()


USE_FOLDER = """
import sys
from pathlib import Path
from retrieval.adapters.chroma_places import embedded
from retrieval.errors import StoreUnavailable
try:
    print(sorted(embedded(Path(sys.argv[1])).versions()))
except StoreUnavailable as error:
    print(error)
"""


def in_another_process(folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", USE_FOLDER, str(folder)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.PIPE,
        check=True,
    )
    return done.stdout.decode().strip()


@pytest.mark.programs
def test_one_process_at_a_time_uses_a_folder(tmp_path: Path) -> None:
    store = embedded(tmp_path / "v")
    store.put([vectors("one")])
    assert "run a Chroma server" in in_another_process(tmp_path / "v")
    assert store.load("one", "1", 5) is not None
    assert in_another_process(tmp_path / "other") == "[]"


def test_a_damaged_index_of_vectors_is_found_out(tmp_path: Path) -> None:
    folder = tmp_path / "v"
    embedded(folder).put([vectors("one", 1500)])
    shutil.copytree(folder, tmp_path / "copy")
    parts = list((tmp_path / "copy").glob("*/*.bin"))
    assert parts
    for part in parts:
        part.write_bytes(b"x" * 10)
    store = embedded(tmp_path / "copy")
    assert store.load("one", "1", 1500) is None
    store.put([vectors("one", 1500)])
    assert store.load("one", "1", 1500) is not None
