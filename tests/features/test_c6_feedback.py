"""C6: everybody is told what was heard for each requirement and what was missing; no verdict."""

import re

import pytest

from bot.core.ratings import Level
from tests.dialogues.drawn import drawn
from tests.dialogues.stage import Stage

STORY = (
    "In January 2024 the lamp failed in a storm. I took it apart, cleaned the burner, and started "
    "the backup generator by hand. The light was back after 11 minutes instead of an hour."
)
VAGUE = "We kept the radio room clean, usually every week."


@pytest.mark.parametrize("answers", [(STORY, VAGUE, "skip"), ("skip",) * 3], ids=["some", "none"])
def test_c6_what_was_heard_and_what_was_missing_for_each_requirement(
    stage: Stage, answers: tuple[str, ...]
) -> None:
    stage.invite("Robin")
    stage.open_link("Robin")
    for said in ("yes", "1", "no"):
        stage.say("Robin", said)
    for answer in answers:
        stage.say("Robin", answer)
        if stage.probing("Robin"):
            stage.say("Robin", "skip")
    told = drawn(stage.say("Robin", "send").blocks)
    heard = told.split("What I heard, so that you know what the team reads:")[1]
    for topic in ("Maintenance of the lamp", "Radio traffic", "Weather logbooks"):
        assert topic in heard
    assert heard.count("You skipped this one.") == answers.count("skip")
    if STORY in answers:
        assert re.search(r"“[^”]*the backup generator by hand", heard)
        assert "would have shown more." in heard.split("Radio traffic")[1]
    levels = "|".join(level.words for level in Level)
    assert not re.search(rf"\b(?:{levels}|score|points|fail|pass|best|strong|weak)\b", heard)
