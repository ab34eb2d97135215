"""C4: a person instead, and an adjustment, work wherever the screening stands."""

import pytest

from tests.dialogues.drawn import drawn
from tests.dialogues.stage import Stage

WAYS: dict[str, tuple[str, ...]] = {
    "to its end": ("", "yes", "9", "yes", "I love lamps.", "skip", "change A", "continue", "pause",
                   "continue", "skip the rest", "send"),
    "refused": ("no",),
    "withdrawn": ("yes", "withdraw", "withdraw"),
}  # fmt: skip
"""What is said step by step; after each step both are asked for."""
NEEDS = ("I need more time, I am dyslexic.", "Can I do this by phone?")


@pytest.mark.parametrize("way", WAYS)
def test_c4_an_adjustment_in_every_state_is_no_answer_and_no_news(stage: Stage, way: str) -> None:
    stage.invite("Robin")
    stage.open_link("Robin")
    for number, step in enumerate(WAYS[way]):
        stage.say("Robin", step)
        before = stage.app.store.screenings.events(stage.screening("Robin"))
        told = drawn(stage.say("Robin", NEEDS[number % 2]).blocks)
        assert "Nothing here is timed" in told, step
        assert "say “person”" in told
        assert stage.app.store.screenings.events(stage.screening("Robin")) == before, step
    assert "dyslexic" not in str(stage.app.store.records.posts("lighthouse-keeper"))


@pytest.mark.parametrize("way", WAYS)
def test_c4_a_person_in_every_state_and_the_team_hears_of_it_once(stage: Stage, way: str) -> None:
    stage.invite("Robin")
    stage.open_link("Robin")
    for number, step in enumerate(WAYS[way]):
        stage.say("Robin", step)
        told = drawn(stage.say("Robin", "I'd rather talk to a person").blocks)
        known = "The hiring team already knows that you would like to speak with a person."
        asked = "I have asked the hiring team to get in touch with you in person."
        assert (known if number else asked) in told, step
    posts = [drawn(one.blocks) for one in stage.app.store.records.posts("lighthouse-keeper")]
    assert sum("would like to speak with a person" in one for one in posts) == 1


def test_c4_an_answer_or_a_question_about_the_job_stays_one(stage: Stage) -> None:
    stage.invite("Robin")
    stage.open_link("Robin")
    for said in (
        "yes",
        "I have 9 years, and a disability is no part of it.",
        "I have a marine radio licence.",
        "Is there accommodation for the family?",
        "I am deaf and led the signing team of the port for two years.",
    ):
        assert "Nothing here is timed" not in drawn(stage.say("Robin", said).blocks), said
