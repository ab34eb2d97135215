"""C6: everybody is told what was heard for each requirement and what was missing; no verdict."""

import re

from bot.core.ratings import Level
from tests.dialogues.drawn import drawn
from tests.dialogues.stage import Stage

STORY = (
    "In January 2024 the lamp failed in a storm. I took it apart, cleaned the burner, and started "
    "the backup generator by hand. The light was back after 11 minutes instead of an hour."
)
VAGUE = "We kept the radio room clean, usually every week."


def heard(stage: Stage, who: str, answers: tuple[str, ...]) -> str:
    """What a candidate is told was heard, who meets neither of the short conditions."""
    stage.invite(who)
    stage.open_link(who)
    for said in ("yes", "1", "no"):
        stage.say(who, said)
    for answer in answers:
        stage.say(who, answer)
        if stage.probing(who):
            stage.say(who, "skip")
    told = drawn(stage.say(who, "send").blocks)
    return told.split("What I heard, so that you know what the team reads:")[1]


def test_c6_what_was_heard_and_what_was_missing_for_each_requirement(stage: Stage) -> None:
    some = heard(stage, "Robin", (STORY, VAGUE, "skip"))
    none = heard(stage, "Kim", ("skip",) * 3)
    levels = "|".join(level.words for level in Level)
    for told, skipped in ((some, 1), (none, 3)):
        for topic in ("Maintenance of the lamp", "Radio traffic", "Weather logbooks"):
            assert topic in told
        assert told.count("You skipped this one.") == skipped
        verdicts = rf"\b(?:{levels}|score|points|fail|pass|best|strong|weak)\b"
        assert not re.search(verdicts, told)
    assert re.search(r"“[^”]*the backup generator by hand", some)
    assert "would have shown more." in some.split("Radio traffic")[1]
