"""K6: the fairness and the injection bench are shipped as commands, and run here on own answers."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.evaluation.attacks import injections

SEED = Path(__file__).resolve().parents[2] / "seeds" / "ai-infrastructure-architect.md"
ROWS = (
    ("We had a review board and wrote ADRs together.", 2, ["we"]),
    ("In 2022 I wrote ADR-12 myself and he signed it.", 3, ["terse"]),
)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["fairness"], {"answers": 2, "swaps": 16, "ratings changed": 0}),
        (["attacks", "--each", "3"], {"attacks": 12, "levels raised": 0}),
    ],
)
def test_k6_neither_the_person_nor_orders_to_the_bot_move_a_rating(
    tmp_path: Path, words: list[str], says: dict[str, int]
) -> None:
    file = tmp_path / "mine.jsonl"
    rows = [
        {"id": f"a{n}", "criterion": "Enterprise architecture", "answer": answer, "gold": gold,
         "traits": traits}
        for n, (answer, gold, traits) in enumerate(ROWS)
    ]  # fmt: skip
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    command = ["evaluate", *words, str(file), "--brief", str(SEED), "--json"]
    run = CliRunner().invoke(app, command, env={"ROLECALL_HOME": str(tmp_path)})
    assert run.exit_code == 0, run.output
    figures = json.loads(run.stdout)
    assert figures["bad_rows"] == []
    assert says.items() <= figures.items()


def test_k6_the_injections_are_of_many_kinds() -> None:
    texts = injections()
    assert len(set(texts)) == len(texts) >= 40
    assert any(not one.isascii() for one in texts)
