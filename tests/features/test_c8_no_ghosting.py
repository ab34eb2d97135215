"""C8: nobody is left without a word: status at any time, reminders to a team that is late."""

from datetime import timedelta

from tests.dialogues.drawn import drawn
from tests.dialogues.stage import RECRUITER, Stage


def days_pass(stage: Stage, days: int) -> None:
    """The clock is looked at once a day, in the morning."""
    for _ in range(days):
        stage.now += timedelta(days=1)
        stage.app.clock.tick(stage.now)


def test_c8_status_says_how_things_stand_wherever_that_is(stage: Stage) -> None:
    stage.invite("Robin")
    stage.open_link("Robin")
    for said, status in (
        ("yes", "0 of 3 questions are done; 3 to go."),
        ("9", "0 of 3 questions are done; 3 to go."),
        ("yes", "0 of 3 questions are done; 3 to go."),
        ("skip", "1 of 3 questions are done; 2 to go."),
        ("skip the rest", "All are answered."),
        ("send", "I have no decision yet"),
    ):
        stage.say("Robin", said)
        assert status in drawn(stage.say("Robin", "status").blocks), said
    stage.say(RECRUITER, "decide Candidate 7F3: hold, waiting for a second opinion")
    told = drawn(stage.say("Robin", "status").blocks)
    assert "has put its decision off" in told
    assert "second opinion" not in told


def test_c8_where_the_team_is_late_it_is_reminded_and_the_candidate_told(stage: Stage) -> None:
    stage.hiring_channel_in_slack()
    stage.in_slack("Robin")
    stage.invite("Robin")
    for said in ("start {code 1}", "yes", "skip the rest", "send"):
        stage.say("Robin", said)
    days_pass(stage, 8)
    posts = stage.app.store.records.posts("lighthouse-keeper")
    late = [drawn(post.blocks) for post in posts if "Waiting for your decision" in str(post.blocks)]
    assert late
    assert "Candidate 7F3: finished" in late[-1]
    assert "please decide" in late[-1]
    [told] = [drawn(post.blocks) for post in stage.sent_unasked() if "chat:" in post.conversation]
    assert (
        "I have no decision from the hiring team yet. That is longer than it should take." in told
    )
    assert "say “person”" in told


def test_c8_whoever_fell_silent_is_reminded_gently_and_can_stop_that(stage: Stage) -> None:
    stage.in_slack("Robin")
    stage.invite("Robin")
    for said in ("start {code 1}", "yes", "9"):
        stage.say("Robin", said)
    days_pass(stage, 3)
    [reminder] = stage.sent_unasked()
    assert "‹Continue› ‹No reminders› ‹Withdraw›" in drawn(reminder.blocks)
    stage.say("Robin", "no reminders")
    days_pass(stage, 6)
    assert not stage.sent_unasked()
