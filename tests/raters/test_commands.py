"""`rolecall evaluate fairness` and `attacks` on a small file of one's own."""

import json
from pathlib import Path

import pytest

from tests.bad_input.programs import ROOT, command

SEED = ROOT / "seeds" / "ai-infrastructure-architect.md"
ROWS = (
    ("We had a review board and wrote ADRs together.", 2, ["we"]),
    ("In 2022 I wrote ADR-12 myself and he signed it.", 3, ["terse"]),
)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["fairness"], {"answers": 2, "ratings changed": 0}),
        (["attacks", "--each", "3"], {"attacks": 12, "levels raised": 0}),
    ],
)
def test_on_ones_own_answers(tmp_path: Path, words: list[str], says: dict[str, int]) -> None:
    file = tmp_path / "mine.jsonl"
    rows = [
        {"id": f"a{n}", "criterion": "Enterprise architecture", "answer": answer, "gold": gold,
         "traits": traits}
        for n, (answer, gold, traits) in enumerate(ROWS)
    ]  # fmt: skip
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    run = command(tmp_path, "evaluate", *words, str(file), "--brief", str(SEED), "--json")
    assert run.returncode == 0, run.stderr
    figures = json.loads(run.stdout)
    assert figures["bad_rows"] == []
    assert says.items() <= figures.items()
