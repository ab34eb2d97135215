"""C4: a person instead, and an adjustment, work wherever the screening stands."""

import pytest

from tests.dialogues.drawn import drawn
from tests.dialogues.stage import Stage

STATES = {
    "before consent": (),
    "at a short question": ("yes",),
    "at a question": ("yes", "9", "yes"),
    "at a follow-up": ("yes", "9", "yes", "I love lamps."),
    "in a pause": ("yes", "9", "yes", "pause"),
    "while correcting": ("yes", "9", "yes", "change A"),
    "at the review": ("yes", "9", "yes", "skip the rest"),
    "after the end": ("yes", "9", "yes", "skip the rest", "send"),
    "after a refusal": ("no",),
    "after withdrawing": ("yes", "withdraw", "withdraw"),
}


@pytest.mark.parametrize("state", STATES)
def test_c4_a_person_and_an_adjustment_in_every_state(stage: Stage, state: str) -> None:
    stage.invite("Robin")
    stage.open_link("Robin")
    for said in STATES[state]:
        stage.say("Robin", said)
    log = stage.app.store.screenings.events(stage.screening("Robin"))
    for need in ("I need more time, I am dyslexic.", "Can I do this by phone?"):
        told = drawn(stage.say("Robin", need).blocks)
        assert "Nothing here is timed" in told
        assert "say “person”" in told
    assert stage.app.store.screenings.events(stage.screening("Robin")) == log, "it is no answer"
    assert "dyslexic" not in str(stage.app.store.records.posts("lighthouse-keeper"))
    told = drawn(stage.say("Robin", "I'd rather talk to a person").blocks)
    assert "I have asked the hiring team to get in touch with you in person." in told
    posts = stage.app.store.records.posts("lighthouse-keeper")
    assert "would like to speak with a person" in drawn(posts[-1].blocks)


@pytest.mark.parametrize(
    "answer",
    [
        "I am deaf and led the signing team of the port for two years.",
        "I have a marine radio licence.",
        "Is there accommodation for the family?",
    ],
)
def test_c4_an_answer_or_a_question_about_the_job_stays_one(stage: Stage, answer: str) -> None:
    stage.invite("Robin")
    stage.open_link("Robin")
    for said in ("yes", "9", "yes"):
        stage.say("Robin", said)
    assert "Nothing here is timed" not in drawn(stage.say("Robin", answer).blocks)
