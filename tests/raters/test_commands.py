"""`rolecall evaluate fairness` and `attacks` on a small file of one's own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
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
    seed = ROOT / "seeds" / "ai-infrastructure-architect.md"
    command = [sys.executable, "-m", "bot", "evaluate", *words, str(file), "--brief", str(seed)]
    run = subprocess.run(
        [*command, "--json"],
        cwd=ROOT,
        env={**os.environ, "ROLECALL_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    figures = json.loads(run.stdout)
    assert figures["bad_rows"] == []
    assert says.items() <= figures.items()
