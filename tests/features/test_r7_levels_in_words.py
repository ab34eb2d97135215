"""R7: each criterion has one of five levels in words, or one of three outcomes beside them."""

import json
from dataclasses import replace

from bot.core.fit.data import fit_bytes
from bot.core.kits.kit import make_kit
from bot.core.plain import plain
from bot.core.ratings import Level, Outcome
from bot.core.team.card import team_card
from bot.dialogues.candidates.finding import entry_by_id, screened, summary_of
from tests.dialogues.stage import Stage
from tests.recruiting.candidates import rating
from tests.recruiting.candidates import screened as kept
from tests.recruiting.office import Office

BRIEF = "# Wide Role\n\n## Required\n" + "".join(f"- Keeping lamp {n}\n" for n in "ABCDEF")
ANSWERS = {
    Level.NO_EVIDENCE: "I have never touched a lamp or a generator.",
    Level.CLAIMED: "I love lamps and generators.",
    Level.DESCRIBED: "We kept the lamp and its generators clean, usually every week.",
    Level.DEMONSTRATED: "In May 2023 the lamp failed. I took it apart and changed the coil.",
    Level.IMPACT: "In January 2024 the lamp failed in a storm. I took it apart, cleaned the "
    "burner, and started the backup generator by hand. The light was back after 11 minutes instead "
    "of an hour.",
}


def test_r7_the_five_levels_are_told_apart_by_what_was_done(stage: Stage) -> None:
    [role] = stage.roles
    question = make_kit(role).questions[0]
    rater = stage.app.ports.rater
    found = {
        level: rater.rate(question.criterion, question.text, answer)
        for level, answer in ANSWERS.items()
    }
    assert {level: rated.level for level, rated in found.items()} == {one: one for one in Level}
    assert [rated.words for rated in found.values()] == [
        "no evidence",
        "claimed",
        "described",
        "demonstrated",
        "demonstrated with impact",
    ]


def test_r7_the_three_outcomes_stand_beside_the_levels_and_are_no_low_one(office: Office) -> None:
    office.add("wide-role", BRIEF)
    identity = kept(office, "7F3", ("I kept it.", ""), "wide-role")
    data = json.loads(fit_bytes(summary_of(office.ports, "7F3")))
    assert [one["outcome"] for one in data["criteria"]] == ["rated", "declined", *["not asked"] * 4]
    assert [one["level"] for one in data["criteria"]][1:] == [None] * 5
    known = screened(office.ports, entry_by_id(office.ports, identity))
    [first, *others] = known.summary.assessments
    unread = replace(rating(Level.CLAIMED, ""), outcome=Outcome.NOT_ENOUGH, level=None, evidence=())
    changed = replace(known.summary, assessments=(replace(first, rating=unread), *others))
    told = plain(team_card(replace(known, summary=changed)))
    assert "Keeping lamp A: not enough evidence" in told
    assert "Keeping lamp B: declined" in told
    assert "no evidence\n" not in told.replace("not enough evidence", "")
