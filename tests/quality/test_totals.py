"""The totals of the quality sets: the real bot on a few rows, added up over the files."""

import re
from pathlib import Path

import pytest

from tests.quality import __main__ as quality
from tests.quality import candidates

SETS = Path(quality.__file__).parent


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two files of three rows of each kind."""
    for kind, source in (("questions",) * 2, ("check", "questions"), ("answers",) * 2):
        (tmp_path / kind).mkdir()
        for name in ("community-nurse", "head-pastry-chef"):
            rows = (SETS / source / f"{name}.jsonl").read_text("utf-8").splitlines()[:3]
            (tmp_path / kind / f"{name}.jsonl").write_text("\n".join(rows), "utf-8")
            if kind == "answers":
                told = (SETS / kind / f"{name}.yaml").read_text("utf-8")
                (tmp_path / kind / f"{name}.yaml").write_text(told, "utf-8")
    (tmp_path / "candidates").mkdir()
    for name in ("nurse.yaml", "pastry.yaml"):
        (tmp_path / "candidates" / name).symlink_to(SETS / "candidates" / name)
    monkeypatch.setattr(quality, "HERE", tmp_path)
    monkeypatch.setattr(candidates, "HERE", tmp_path / "candidates")
    monkeypatch.setenv("COLUMNS", "120")
    return tmp_path


def test_each_file_and_all_of_them_have_a_row(
    few: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quality.main([])
    told = capsys.readouterr().out
    counts = re.findall(r"^ *([a-z-]+) +(\d+) ", told, re.MULTILINE)
    files = [("community-nurse", "3"), ("head-pastry-chef", "3"), ("all", "6")]
    assert counts[:9] == [*files, *files, *files]


def test_one_kind_alone(few: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quality.main(["questions"])
    assert "Answers" not in capsys.readouterr().out


def test_a_bad_row_of_our_own_ends_the_run(few: Path) -> None:
    (few / "questions" / "community-nurse.jsonl").write_text('{"question": 5}\n', "utf-8")
    with pytest.raises(SystemExit, match="line 1"):
        quality.main(["questions"])


def test_every_answer_file_names_its_criteria() -> None:
    for file in quality.files("answers"):
        role = quality.criteria(file.with_suffix(".yaml"))
        assert role.criteria
        assert all(role.criterion(criterion.text[:30]) for criterion in role.criteria)
