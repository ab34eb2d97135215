"""R4: everybody is asked the same questions in the same order, by the kit their screening keeps."""

import re

from bot.core.screening.events import Invited
from tests.dialogues.drawn import drawn
from tests.dialogues.stage import RECRUITER, Stage

STORY = "In January 2024 I repaired the lamp at Harbour Example in 11 minutes instead of an hour."


def asked(stage: Stage, who: str, *ways: str) -> list[str]:
    """The questions somebody is asked who says these things in turn, until the review."""
    found: list[str] = []
    stage.open_link(who)
    reply = stage.say(who, "yes")
    for number in range(40):
        text = drawn(reply.blocks)
        if "That is all I ask" in text:
            return found
        found += re.findall(r"(?m)^(?:Question \d of \d\. .*|The brief asks for .*)$", text)
        reply = stage.say(who, ways[number % len(ways)])
    raise AssertionError(found)


def test_r4_whoever_answers_skips_or_asks_back_gets_the_same_row(stage: Stage) -> None:
    rows = []
    for who, ways in {
        "Robin": (STORY,),
        "Kim": ("skip",),
        "Wim": ("What does it pay?", "skip", "repeat", "4", "I would rather be asked question 3."),
    }.items():
        stage.invite(who)
        rows.append(list(dict.fromkeys(asked(stage, who, *ways))))
    assert len(rows[0]) == 5
    assert rows == [rows[0]] * 3


def test_r4_a_screening_keeps_the_kit_it_was_opened_with_and_its_version(stage: Stage) -> None:
    stage.invite("Robin")
    before = stage.app.store.kits.approved("lighthouse-keeper")
    stage.say(RECRUITER, "move question 3 to 1")
    stage.say(RECRUITER, "change question 1: What did you note in the weather book?")
    stage.invite("Kim")
    after = stage.app.store.kits.approved("lighthouse-keeper")
    assert before
    assert after
    versions = []
    for screening in stage.invited:
        first = stage.app.store.screenings.events(screening)[0]
        assert isinstance(first, Invited)
        versions.append(first.kit_version)
    assert versions == [before.version, after.version]
    stage.seat("Robin").screening, stage.seat("Kim").screening = stage.invited
    for who, expected in (("Robin", "the lamp"), ("Kim", "weather book")):
        stage.say(who, "yes")
        stage.answer_until(who, lambda here: here == "question 1")
        assert expected in drawn(stage.say(who, "repeat").blocks)
