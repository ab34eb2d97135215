"""C2: asking about the role at any moment: a cited answer, the same question, the same rating."""

from pathlib import Path
from typing import Any

from bot.core.fit.data import fit_data
from bot.core.messages import Sources
from bot.core.screening.events import Answered
from bot.dialogues.candidates.finding import summary_of
from tests.dialogues.drawn import drawn
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
    """The rated criteria of one screening with so many questions before one of the answers."""
    stage = Stage(home)
    try:
        stage.hire_for("lighthouse-keeper")
        stage.invite("Robin")
        stage.open_link("Robin")
        stage.say("Robin", "yes")
        for number, answer in enumerate(ANSWERS):
            for _ in range(between if number == 2 else min(between, 1)):
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


def test_c2_the_answer_is_cited_and_the_same_question_comes_again(stage: Stage) -> None:
    stage.invite("Robin")
    stage.open_link("Robin")
    for said, waits in (
        ("yes", "How many years"),
        ("9", "A marine radio licence"),
        ("yes", "Question 1 of 3. "),
        ("I love lamps.", "Question 1 of 3, follow-up. "),
        ("skip", "Question 2 of 3. "),
        ("skip the rest", "Say “send” when they are right."),
    ):
        stage.say("Robin", said)
        for _ in range(3):
            reply = stage.say("Robin", QUESTION)
            [cited] = [block for block in reply.blocks if isinstance(block, Sources)]
            assert cited.citations[0].line == 14
            assert waits in drawn(reply.blocks).split("41,000 euros a year", 1)[1]
    kept = stage.app.store.screenings.events(stage.screening("Robin"))
    assert [one.answer for one in kept if isinstance(one, Answered)] == ["I love lamps."]


def test_c2_digressions_never_change_a_rating(tmp_path: Path) -> None:
    plain = screened(tmp_path / "plain", 0, False)
    assert any(one["level"] for one in plain)
    for between, attached in ((20, False), (0, True)):
        asking = screened(tmp_path / f"asking-{between}", between, attached)
        assert asking == plain, (between, attached)
