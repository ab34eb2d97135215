"""What a recruiter asks about the hiring itself, told apart from what they ask about the role."""

import pytest

from bot.core.answering.hiring_talk import HiringTopic, hiring_topic


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("how do I invite someone?", HiringTopic.HOW),
        ("How can we see the summary of a candidate?", HiringTopic.HOW),
        ("how does this work?", HiringTopic.HOW),
        ("who is the best candidate?", HiringTopic.RANKING),
        ("rank the candidates", HiringTopic.RANKING),
        ("Whom should I hire?", HiringTopic.RANKING),
        ("Who decides?", HiringTopic.DECIDING),
        ("approve", HiringTopic.SIGN_OFF),
        ("please sign it off", HiringTopic.SIGN_OFF),
    ],
)
def test_talk_about_the_hiring_is_known(said: str, topic: HiringTopic) -> None:
    assert hiring_topic(said) is topic


@pytest.mark.parametrize(
    "said",
    [
        "how do I get a work permit?",
        "Who is the best person to ask about the budget?",
        "Is comparing vendors part of the job?",
        "Who decides on the architecture?",
        "Do they approve the budget?",
        "how would I start in this role?",
        "Which one is the better-paid grade?",
        "",
    ],
)
def test_questions_about_the_role_are_left_alone(said: str) -> None:
    assert hiring_topic(said) is None
