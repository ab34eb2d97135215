"""Asking about the role changes no rating, however often and wherever it is asked."""

from pathlib import Path
from typing import Any

import pytest

from bot.core.fit_data import fit_data
from bot.dialogues.candidates import summary_of
from tests.dialogues.stage import Stage

ANSWERS = (
    "9 years.",
    "yes.",
    "In January 2024 the lamp failed. I changed the burner, and the light was back in 11 minutes.",
    "I would listen to the radio traffic, and I did so as a trainee.",
    "We kept the weather logbooks together.",
)
MORE = "That is all there is to say about it."
QUESTION = "What does it pay?"


def screened(home: Path, between: int, attached: bool) -> list[dict[str, Any]]:
    """The rated criteria of one screening with so many questions before each answer."""
    stage = Stage(home)
    try:
        stage.hire_for("lighthouse-keeper")
        stage.invite("Robin")
        stage.open_link("Robin")
        stage.say("Robin", "yes")
        for answer in ANSWERS:
            for _ in range(between):
                stage.say("Robin", QUESTION)
            stage.say("Robin", f"{answer} {QUESTION}" if attached else answer)
            if stage.probing("Robin"):
                stage.say("Robin", MORE)
        stage.say("Robin", "send")
        found: list[dict[str, Any]] = fit_data(
            summary_of(stage.app.ports, stage.screening("Robin"))
        )["criteria"]
        for one in found:  # a question between two sentences moves where the second stands
            one["evidence"] = [shown["quote"] for shown in one.get("evidence", ())]
        return [{k: v for k, v in one.items() if k != "answer"} for one in found]
    finally:
        stage.close()


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The criteria of the screening in which nothing is asked."""
    return screened(tmp_path_factory.mktemp("plain"), 0, False)


@pytest.mark.parametrize(("between", "attached"), [(1, False), (20, False), (0, True)])
def test_digressions_never_change_a_rating(
    plain: list[dict[str, Any]], tmp_path: Path, between: int, attached: bool
) -> None:
    assert any(one["level"] for one in plain)
    assert screened(tmp_path, between, attached) == plain
