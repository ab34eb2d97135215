"""R5: each question says what every level looks like; a recruiter edits it and signs it off."""

from bot.core.ratings import Level
from tests.dialogues.drawn import drawn
from tests.dialogues.stage import RECRUITER, Stage

OWN = "Got the lamp going at night, alone."


def said(stage: Stage, text: str) -> str:
    return drawn(stage.say(RECRUITER, text).blocks)


def test_r5_every_question_has_an_anchor_for_every_level(stage: Stage) -> None:
    for number in (1, 2, 3):
        told = said(stage, f"show question {number}")
        assert all(f"{int(level)} {level.words}: " in told for level in Level)


def test_r5_an_edited_anchor_is_one_questions_own_and_withdraws_the_sign_off(stage: Stage) -> None:
    said(stage, "approve the kit")
    told = said(stage, f"change anchor demonstrated of question 1: {OWN}")
    assert f"“{OWN}”" in told
    assert "Say “approve the kit” to sign this one" in told
    assert f"3 demonstrated: {OWN}" in said(stage, "show question 1")
    assert OWN not in said(stage, "show question 2")
    assert f"Question 1, level “demonstrated”: {OWN}" in said(stage, "show the kit")
    assert f"{RECRUITER}: anchor “demonstrated” of question 1 changed" in said(stage, "kit history")
    said(stage, "reset question 1")
    assert OWN not in said(stage, "show question 1")


def test_r5_what_may_not_be_asked_may_not_be_an_anchor_either(stage: Stage) -> None:
    told = said(stage, "change anchor 4 of question 1: Young and unmarried.")
    assert "nothing was changed" in told
    assert "unmarried" not in said(stage, "show question 1")
