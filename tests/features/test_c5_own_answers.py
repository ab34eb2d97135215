"""C5: candidates see their answers before they are sent, and correct them; both versions stay."""

from tests.dialogues.drawn import drawn
from tests.dialogues.stage import Stage

FIRST = "In 2023 I repaired the lamp at Harbour Example in two nights."
SECOND = "In 2024 I repaired the lamp at Harbour Example, alone, in one night instead of three."


def test_c5_the_review_shows_every_answer_and_a_correction_keeps_the_original(
    stage: Stage,
) -> None:
    stage.invite("Robin")
    stage.open_link("Robin")
    for said in ("yes", "2", "yes", FIRST, "skip the rest"):
        told = drawn(stage.say("Robin", said).blocks)
        if stage.probing("Robin"):
            stage.say("Robin", "skip")
    for part in ("A. 3+ years", "“2”", f"“{FIRST}”", "skipped", "‹Send my answers›"):
        assert part in told
    assert not stage.app.store.records.posts("lighthouse-keeper"), "nothing is sent before"
    told = drawn(stage.say("Robin", f"change 1: {SECOND}").blocks)
    assert "Your earlier words are kept beside it, and the new ones count." in told
    assert f"“{SECOND}”" in told
    assert "“12”" in drawn(stage.say("Robin", "change A: 12").blocks)
    assert FIRST in drawn(stage.say("Robin", "my data").blocks)
    assert [one.answer for one in stage.log("Robin").given["q1"]] == [FIRST, SECOND]
    stage.say("Robin", "send")
    [card] = stage.app.store.records.posts("lighthouse-keeper")
    assert "12" in drawn(card.blocks)
    assert "in two nights" not in drawn(card.blocks)
