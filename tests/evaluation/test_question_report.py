"""`rolecall evaluate questions` and `rolecall ask --why`, as an administrator runs them."""

import json
from pathlib import Path

import pytest

from tests.bad_input.programs import rolecall

pytestmark = pytest.mark.programs

BRIEF = """# Lighthouse Keeper

## Pay
- The salary is 31,400 euros a year.

## Required
- Two winters of keeping a light in working order
- Repairing lamps and lenses
"""
ROWS = (
    '{"id": "pay", "question": "What does it pay?", "answered": true, "all": ["31,400"]}',
    "no JSON",
    '{"id": "cobol", "question": "Is COBOL required?", "answered": false}',
    '{"id": "text", "question": 5, "answered": true}',
    '{"id": "*odd*", "question": "Is \u2028 <b>COBOL</b> required?", "answered": true,'
    ' "all": ["COBOL"]}',
    '{"id": "lamps", "question": "Is lamp repair required?", "answered": true,'
    ' "all": ["Two winters"]}',
    '{"question": "Do I need to repair lenses?", "answered": false}',
    "[" * 100_000,
    '{"id": "half", "question": "What does it pay? \\ud800", "answered": true, "any": ["31,400"]}',
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("evaluated")
    (made / "mine.jsonl").write_text("\ufeff" + "\n".join(ROWS) + "\n", "utf-8")
    (made / "keeper.md").write_text(BRIEF, "utf-8")
    return made


def evaluated(folder: Path, *words: str) -> tuple[str, str]:
    run = rolecall(
        folder, "evaluate", "questions", "mine.jsonl", "--brief", "keeper.md", *words
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stdout, run.stderr


def test_rates_then_what_failed_and_why(folder: Path) -> None:
    said, left_out = evaluated(folder, "--failures", "2", "--predictions", "out.jsonl")
    assert "6 questions, 50.0% correct" in said
    assert "4 that the brief answers" in said
    assert "3 rows were left out" in said
    assert "1. *odd*: “Is" in said
    assert "no line that who asks may see holds “COBOL”: is the row right?" in said
    assert "expected: an answer with “Two winters”" in said
    assert "the brief holds “Two winters” in line 7" in said
    assert "way: " in said
    assert "chance " in said
    assert "against it: " in said
    assert "3 failed; 2 shown. --failures N shows more, --report FILE.md writes all" in said
    assert "Do I need to repair lenses" not in said
    for number, why in ((2, "no JSON"), (4, "must be a text"), (8, "nested too deeply")):
        assert f"mine.jsonl, line {number}: left out, " in left_out
        assert why in left_out
    rows = [json.loads(row) for row in (folder / "out.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["pay", "cobol", "*odd*", "lamps", "", "half"]
    keys = {"id", "answered", "text", "reason", "citations"}
    assert all(set(row) == keys for row in rows)


def test_the_report_as_markdown_holds_every_failure_and_no_markup_of_theirs(folder: Path) -> None:
    said, _ = evaluated(folder, "--failures", "0", "--report", "report.md")
    assert "3 failed; 0 shown. All of them are in report.md." in said
    text = (folder / "report.md").read_text("utf-8")
    assert text.count("\n### ") == 3
    assert "### 3. line 7: “Do I need to repair lenses?”" in text
    assert "\\*odd\\*" in text
    assert "<b>" not in text.replace("\\<b\\>", "")


def test_all_of_it_as_data(folder: Path) -> None:
    said, _ = evaluated(folder, "--json")
    data = json.loads(said)
    assert data["questions"] == 6
    assert data["correct"] == 0.5
    assert len(data["bad_rows"]) == 3
    lamps = data["failed"][1]
    assert lamps["id"] == "lamps"
    assert lamps["line"] == 6
    assert lamps["expected"] == "an answer with “Two winters”"
    (question,) = lamps["why"]["questions"]
    assert question["lines"][0]["rank"] == 1
    assert {"line", "text", "chance", "score", "for", "against"} <= set(question["lines"][0])
    assert 7 in [line["line"] for line in question["lines"]], "the expected line is told"


def test_a_report_that_cannot_be_written_is_said(folder: Path) -> None:
    run = rolecall(
        folder,
        *("evaluate", "questions", "mine.jsonl", "--brief", "keeper.md", "--report", "no/r.md"),
    )
    assert run.returncode == 2
    assert "no/r.md was not written" in run.stderr


def test_why_one_question_got_its_answer(folder: Path) -> None:
    assert rolecall(folder, "roles", "add", "keeper.md").returncode == 0
    plain = rolecall(folder, "ask", "Is lamp repair required?")
    said = rolecall(folder, "ask", "Is lamp repair required?", "--why").stdout
    assert said.startswith(plain.stdout)
    assert "How this came about" not in plain.stdout
    assert "How this came about" in said
    assert "way: " in said
    assert "line 8 · Required: “Repairing lamps and lenses”" in said
    data = json.loads(rolecall(folder, "ask", "Is lamp repair required?", "--json").stdout)
    assert set(data) == {"answered", "text", "reason", "citations"}
    more = json.loads(rolecall(folder, "ask", "Is lamp repair required?", "--json", "--why").stdout)
    assert more.pop("why")["questions"]
    assert more == data
