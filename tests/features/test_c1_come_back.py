"""C1: no clock runs in a screening; it survives restarts and days, and goes on where it was."""

from datetime import timedelta

from tests.dialogues.drawn import drawn
from tests.dialogues.stage import Stage

STORY = "In May 2023 I rebuilt the lamp's motor by hand, alone, and it has not failed since."


def test_c1_days_and_restarts_between_any_two_messages_change_nothing(stage: Stage) -> None:
    stage.set_policy("reminders", "0")
    stage.set_policy("finish_days", "60")
    stage.invite("Robin")
    stage.open_link("Robin")
    for said, next_words in (
        ("yes", "How many years"),
        ("9", "A marine radio licence"),
        ("yes", "Question 1 of 3."),
        (STORY, "Question 2 of 3."),
        ("pause", "Paused. Everything you said is kept."),
        ("What does it pay?", "We are paused."),
        ("continue", "Question 2 of 3."),
        ("skip", "Question 3 of 3."),
        ("skip", f"“{STORY}"),
        ("send", "your answers are sent"),
    ):
        if said in (STORY, "continue"):
            stage.restart()
        stage.now += timedelta(days=4)
        stage.app.clock.tick(stage.now)
        reply = stage.say("Robin", said)
        if stage.probing("Robin"):
            reply = stage.say("Robin", "skip")
        assert next_words in drawn(reply.blocks), said
    assert stage.log("Robin").given["q1"][0].answer == STORY
    posts = stage.app.store.records.posts("lighthouse-keeper")
    assert any(STORY[:20] in drawn(post.blocks) for post in posts)


def test_c1_the_notice_says_that_nothing_is_timed(stage: Stage) -> None:
    stage.invite("Robin")
    told = drawn(stage.open_link("Robin").blocks)
    assert "there is no clock, and you can pause and come back, also days later" in told
