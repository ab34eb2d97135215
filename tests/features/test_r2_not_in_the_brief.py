"""R2: what the brief lacks is named, asked of the team, and remembered with its author."""

from bot.core.messages import Sources
from tests.questions.conftest import World

MISSING = {
    "How much holiday is there?": "how much holiday there is",
    "Who would be my manager?": "who the manager is",
    "What does it pay?": "what it pays",
}


def test_r2_the_answer_names_what_is_missing_and_offers_the_team(world: World) -> None:
    for question, missing in MISSING.items():
        told = world.candidate(question)
        assert f"The brief does not say {missing}" in told
        assert "Shall I ask the hiring team?" in told
        assert "hiring team" in world.recruiter(question)


def test_r2_the_teams_answer_comes_back_and_is_kept_with_author_and_date(world: World) -> None:
    world.candidate("How much holiday is there?")
    world.candidate("yes")
    assert "How much holiday is there?" in world.posted()[-1]
    world.recruiter("answer 1 There are 30 days of holiday.", "Rhea Invented")
    assert "There are 30 days of holiday." in world.candidate("hello")
    later = world.say("How many days of holiday do I get?", "chat-of-another")
    [cited] = [
        one for block in later.blocks if isinstance(block, Sources) for one in block.citations
    ]
    assert cited.quote == "There are 30 days of holiday."
    assert "Rhea Invented" in cited.author
    assert "2027" in cited.section + cited.author
