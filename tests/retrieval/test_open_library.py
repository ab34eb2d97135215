"""The whole of search with the real encoder: it starts quickly and says the same every time."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from retrieval import open as opening
from retrieval.adapters.minilm_onnx import OnnxEncoder
from retrieval.library import Library
from retrieval.passages import Document

pytestmark = pytest.mark.programs

ROOT = Path(__file__).parents[2]

ASK = """
import sys
from pathlib import Path
from retrieval import Document, Library, Passage
from retrieval.adapters.chroma_places import embedded
from retrieval.adapters.minilm_onnx import OnnxEncoder

texts = [line for line in sys.stdin.read().splitlines() if line]
passages = tuple(Passage(str(n), text, "Nowhere › Rock", n) for n, text in enumerate(texts))
library = Library(OnnxEncoder(Path(sys.argv[2])), embedded(Path(sys.argv[1])))
document = Document("d", "1", passages)
if sys.argv[3] == "index":
    others = [Document(f"d{n}", "1", passages[n:]) for n in range(1, 4)]
    library.index([*others, document])
for question in ("What is the pay?", "rowing", "Which lenses?", "how many ships pass"):
    for hit in library.search(document, question, ("Is there lodging?",)):
        print(repr(hit))
"""


def ask(folder: Path, exported: Path, how: str, **environment: str) -> bytes:
    texts = "\n".join(
        [
            "Keep the lamp of Nowhere Rock burning from dusk to dawn. Log each ship that passes.",
            "The salary is 31,400 crowns a year; lodging in the tower is free.",
            "Experience with Fresnel lenses is required. Knowledge of Morse code is a plus.",
            "Interviews take place in three rounds, the last one by rowing boat.",
        ]
    )
    return subprocess.run(
        [sys.executable, "-c", ASK, str(folder), str(exported), how],
        input=texts.encode(),
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        check=True,
    ).stdout


def test_the_same_question_gives_the_same_bytes_in_every_process(
    tmp_path: Path, exported: Path
) -> None:
    indexed = ask(tmp_path / "one", exported, "index", PYTHONHASHSEED="1")
    kept = ask(tmp_path / "one", exported, "search", PYTHONHASHSEED="2")
    fresh = ask(tmp_path / "two", exported, "search", OPENBLAS_NUM_THREADS="1")
    assert indexed.count(b"Hit(") == 16
    assert indexed == kept == fresh


def test_what_was_asked_before_does_not_show(
    memory: object, exported: Path, lighthouse: Document
) -> None:
    library = Library(OnnxEncoder(exported), memory)  # type: ignore[arg-type]
    first = library.search(lighthouse, "What does it pay?")
    library.search(lighthouse, "Do I row?")
    library.encode(["What does it pay?", "something long " * 40])
    assert library.search(lighthouse, "What does it pay?") == first


def test_meaning_is_found_where_no_word_is_shared(
    memory: object, exported: Path, lighthouse: Document
) -> None:
    library = Library(OnnxEncoder(exported), memory)  # type: ignore[arg-type]
    best = library.search(lighthouse, "How much would I earn?")[0]
    assert best.lexical == 0
    assert best.passage.line == 2


def test_open_library_indexes_and_searches(
    tmp_path: Path, exported: Path, lighthouse: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "open_encoder", lambda: OnnxEncoder(exported))
    library = opening.open_library(tmp_path / "deep" / "vectors")
    assert library.index([lighthouse]).indexed == 1
    again = opening.open_library(tmp_path / "deep" / "vectors")
    assert again.index([lighthouse]).unchanged == 1
    assert again.search(lighthouse, "salary")[0].passage.line == 2


def test_without_an_export_the_original_is_used_and_the_remedy_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "retrieval"):
        encoder = opening.open_encoder(tmp_path)
    assert encoder.name.endswith("/torch")
    assert [
        "python -m retrieval.adapters.export" in one.getMessage() for one in caplog.records
    ] == [True]


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, retrieval\n"
        "heavy = {'numpy', 'chromadb', 'onnxruntime', 'torch', 'langchain_core', 'tokenizers'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "assert retrieval.Library.__name__ == 'Library'\n"
        "assert not (heavy - {'numpy'}) & set(sys.modules)\n"
    )
    subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True
    )
