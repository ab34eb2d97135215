"""R14: several roles at once: a message names or implies its role, and each keeps its own."""

import pytest

from bot.core.messages import Incoming, Sources
from bot.core.roles import Audience
from tests.dialogues.drawn import drawn
from tests.dialogues.stage import RECRUITER, Stage
from tests.questions.conftest import BRIEF, MONDAY, World


@pytest.fixture
def two(stage: Stage) -> Stage:
    """The lighthouse keeper's stage with a community nurse to hire as well."""
    stage.hire_for("community-nurse")
    return stage


def said(stage: Stage, who: str, text: str) -> str:
    return drawn(stage.say(who, text).blocks)


def test_r14_the_role_is_named_inferred_or_asked_for(two: Stage) -> None:
    assert "Which role do you mean?" in said(two, RECRUITER, "show the kit")
    assert "41,000 euros" in said(two, RECRUITER, "What does the Lighthouse Keeper earn?")
    assert "Kit for Lighthouse Keeper" in said(two, RECRUITER, "show the kit")
    said(two, RECRUITER, "use Community Nurse")
    assert "Kit for Community Nurse" in said(two, RECRUITER, "show the kit")
    assert "Community Nurse" in said(two, RECRUITER, "approve the kit")
    approved = two.app.store.kits.approved
    assert approved("community-nurse") is not None
    assert approved("lighthouse-keeper") is None


def test_r14_one_index_gives_each_role_its_own_lines_only(two: Stage) -> None:
    two.app.index()
    keeper, nurse = two.roles
    for role, title in ((keeper, "Lighthouse Keeper"), (nurse, "Community Nurse")):
        found = []
        for asked in ("What does the {} earn?", "What are the requirements of the {}?"):
            reply = two.say("Robin", asked.format(title))
            found += [one for b in reply.blocks if isinstance(b, Sources) for one in b.citations]
        assert found
        assert {one.version for one in found} == {role.version}


def test_r14_a_screening_asks_and_answers_by_its_own_role(two: Stage) -> None:
    two.invite("Robin", "Lighthouse Keeper")
    two.open_link("Robin")
    two.say("Robin", "yes")
    assert "41,000 euros" in said(two, "Robin", "What does it pay?")
    told = said(two, "Robin", "What does the Community Nurse job pay?")
    assert two.roles[1].version not in told


def test_r14_the_teams_answer_for_one_role_is_not_told_for_another(world: World) -> None:
    world.app.store.roles.put("tug-captain", "t.md", BRIEF.replace("Ferry", "Tug"), MONDAY)
    world.candidate("How big is the crew?")
    world.candidate("yes")
    world.recruiter("answer 1 The crew is eight people.")
    assert "eight" in world.candidate("How big is the crew?", "chat-2")
    asked = Incoming(
        "m", "c-3", "c-3", Audience.CANDIDATE, "How big is the crew?", world.now, role="tug-captain"
    )
    told = drawn(world.app.bot.handle(asked).blocks)
    assert "eight" not in told
    assert "The brief does not say" in told
