"""R5: each question says what every level looks like, from the brief; a recruiter edits it."""

import re

from bot.core.kits.changes import LONGEST
from bot.core.kits.kit import Kit, make_kit
from bot.core.kits.signals import signals
from bot.core.ratings import Level
from bot.core.roles import Audience, CriterionKind
from bot.core.wording.anchors import anchor, general
from tests.dialogues.drawn import drawn
from tests.dialogues.stage import RECRUITER, Stage
from tests.kits.written import MEASURED, ROLES, role

OWN = "Got the lamp going at night, alone."


def said(stage: Stage, text: str) -> str:
    return drawn(stage.say(RECRUITER, text).blocks)


def test_r5_every_question_has_an_anchor_for_every_level(stage: Stage) -> None:
    for number in (1, 2, 3):
        told = said(stage, f"show question {number}")
        assert all(f"{int(level)} {level.words}: " in told for level in Level)


_TOLD = re.compile(r" The brief says to the team, in “[^”]+”: “(?P<line>[^”]+)”$")


def anchors(kit: Kit) -> list[tuple[str, Level, str]]:
    """Every anchor with its requirement."""
    return [(q.criterion.text, level, text) for q in kit.questions for level, text in q.anchors]


def test_r5_as_made_each_requirement_has_anchors_of_its_own_in_the_brief_s_words() -> None:
    ours = set(re.findall(r"\w+", " ".join(map(general, Level)).casefold()))
    ours |= set(re.findall(r"\w+", "work that involved in which they had to where mattered named"))
    ours |= {"names", "terms", "such", "as", "or", "and", "a", "brief", "speaks", "of"}
    for name in (*ROLES, *MEASURED):
        made = anchors(make_kit(role(name)))
        assert len({text for _, _, text in made}) == len(made)
        for required, _, text in made:
            assert len(text) <= LONGEST
            said = _TOLD.sub("", text)
            foreign = set(re.findall(r"\w+", said.casefold())) - ours
            known = set(re.findall(r"\w+", required.casefold())) | {"took", "tooling"}
            assert foreign <= known, f"“{text}” says what “{required}” does not"
            assert foreign, f"“{text}” says nothing of “{required}”"


def test_r5_terms_and_measures_that_the_brief_gives_are_named_and_none_else() -> None:
    listed = "Data quality testing (Great Expectations, dbt tests), lineage"
    assert "names terms such as Great Expectations or dbt tests," in anchor(Level.CLAIMED, listed)
    assert "says so, lists terms," in anchor(Level.CLAIMED, "Wound assessment").casefold()
    assert "(the brief speaks of “up to 33 kV”)" in anchor(Level.IMPACT, "Switching up to 33 kV")
    assert "speaks of" not in anchor(Level.IMPACT, "Switching high voltage")
    teach = anchor(Level.DEMONSTRATED, "You should be able to teach mathematics")
    assert teach.endswith("in work in which they had to teach mathematics.")


def test_r5_a_line_for_the_team_stands_with_the_requirement_it_is_about_and_is_cited(
    stage: Stage,
) -> None:
    first = role("ai-infrastructure-architect")
    [(number, line)] = [
        (number, found["line"])
        for number, question in enumerate(make_kit(first).questions, 1)
        if (found := _TOLD.search(dict(question.anchors)[Level.IMPACT]))
    ]
    assert (number, line.split()[:2]) == (2, ["Proven", "leadership"])
    told = signals(first.of_kind(CriterionKind.SIGNAL), first.of_kind(CriterionKind.ESSENTIAL))
    assert [one.text for one in told.values()] == [line]
    assert line not in plain_of_candidate(first.id)
    stage.hire_for(first.id)
    said(stage, f"use {first.title}")
    shown = said(stage, f"show question {number}")
    assert line in shown
    assert re.search(r"Hiring Signals, line \d+ · brief", shown)


def plain_of_candidate(name: str) -> str:
    """All of a brief that a candidate may see."""
    return "\n".join(passage.text for passage in role(name).seen_by(Audience.CANDIDATE))


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
