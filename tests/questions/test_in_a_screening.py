"""The question for the team in the middle of a screening: the screening goes on where it was."""

import pytest

from bot.core.wording import questions as words
from bot.core.wording import screening as said

from .conftest import World

ASKED = "How big is the crew?"
ANSWER = "The crew is eight people."


def test_yes_after_the_refusal_asks_and_the_same_question_comes_again(world: World) -> None:
    screening, pseudonym = world.invited()
    refused = world.screened(ASKED, screening)
    assert words.OFFER in refused
    assert "Question 1 of 2." in refused
    asked = world.screened("yes", screening)
    assert f"They see you as {pseudonym}." in asked
    assert asked.count("Question 1 of 2.") == 1
    assert f"{pseudonym} asks" in world.posted()[0]
    assert "Ottoline" not in world.posted()[0]
    events = world.app.store.screenings.events(screening)
    assert len(events) == 2, "invited and consented: a yes to the offer answers nothing"


def test_no_after_the_refusal_is_no_answer_either(world: World) -> None:
    screening, _ = world.invited()
    world.screened(ASKED, screening)
    told = world.screened("no", screening)
    assert told.startswith(words.NOT_ASKED)
    assert "Question 1 of 2." in told
    assert len(world.app.store.screenings.events(screening)) == 2


@pytest.mark.parametrize(
    "answer",
    [
        "Ask the team first, then decide. I did that for two seasons.",
        "I would ask the team about it.",
        "yes I did, for two seasons",
        "ready",
    ],
)
def test_an_answer_that_sounds_like_a_request_is_an_answer(world: World, answer: str) -> None:
    screening, _ = world.invited()
    world.screened(ASKED, screening)
    world.screened(answer, screening)
    assert world.posted() == []


@pytest.mark.parametrize("yes", ["Yes!", "ok, please ask them", "sure, thanks", "do it", "YES DO"])
def test_a_yes_in_other_words(world: World, yes: str) -> None:
    screening, _ = world.invited()
    world.screened(ASKED, screening)
    assert "I have asked the hiring team" in world.screened(yes, screening)


def test_where_yes_means_consent_it_stays_consent(world: World) -> None:
    world.recruiter("approve the kit")
    world.recruiter("invite Ottoline Invented-Quibble")
    screening = world.app.store.screenings.entries()[-1].id
    world.screened("", screening)
    refused = world.screened(ASKED, screening)
    assert words.CAN_ASK in refused
    assert words.OFFER not in refused
    assert "ask the team: How big is the crew?" in refused
    asked = world.screened("ask the team: How big is the crew?", screening)
    assert said.CONSENT_QUESTION in asked
    assert len(world.app.store.screenings.events(screening)) == 1
    assert said.CONSENT_THANKS in world.screened("yes", screening)
    assert len(world.posted()) == 1


def test_the_answer_comes_with_the_next_visit_and_the_question_again(world: World) -> None:
    screening, _ = world.invited()
    world.screened(ASKED, screening)
    world.screened("yes", screening)
    world.recruiter(f"answer 1 {ANSWER}")
    world.days_later(6)
    told = world.screened("", screening)
    assert told.startswith(f"You asked the hiring team: “{ASKED}”\nThey answered:\n“{ANSWER}”")
    assert "Question 1 of 2." in told
    assert said.EMPTY not in told


def test_an_answer_told_with_an_answer_loses_neither(world: World) -> None:
    screening, _ = world.invited()
    world.screened(ASKED, screening)
    world.screened("yes", screening)
    world.recruiter(f"answer 1 {ANSWER}")
    told = world.screened("I steered the ferry for two seasons. I also taught others.", screening)
    assert ANSWER in told
    assert len(world.app.store.screenings.events(screening)) > 2


def test_status_tells_of_the_question_that_waits(world: World) -> None:
    screening, _ = world.invited()
    world.screened(ASKED, screening)
    world.screened("yes", screening)
    told = world.screened("status", screening)
    assert "0 of 2 questions are done" in told
    assert f"Your question “{ASKED}” is with the hiring team" in told


@pytest.mark.parametrize("answered", [False, True])
def test_erasing_takes_the_words_and_leaves_the_published_answer(
    world: World, answered: bool
) -> None:
    screening, pseudonym = world.invited()
    world.screened("Do you keep a zephyr-parrot?", screening)
    world.screened("yes", screening)
    world.recruiter("questions")
    if answered:
        world.recruiter("answer 1 A bird lives on the bridge of the ship.")
        assert "zephyr-parrot" in world.recruiter("answers")
    world.screened("erase my data", screening)
    world.screened("erase my data", screening)
    assert not words_left(world, "zephyr")
    assert not words_left(world, pseudonym)
    question = world.app.store.questions.get(1)
    assert question is not None
    assert question.asks == ()
    assert not question.open
    listed = world.recruiter("answers")
    assert (words.ERASED in listed) is answered
    told = world.candidate("Which bird lives on the bridge of the ship?", "chat-2")
    assert ("A bird lives on the bridge" in told) is answered


def test_my_data_shows_what_was_asked(world: World) -> None:
    screening, _ = world.invited()
    world.screened(ASKED, screening)
    world.screened("yes", screening)
    assert f"{words.YOURS}\n- {ASKED}" in world.screened("my data", screening)


def test_who_else_asked_is_still_told(world: World) -> None:
    screening, _ = world.invited()
    world.screened(ASKED, screening)
    world.screened("yes", screening)
    world.candidate(ASKED, "chat-2")
    world.candidate("yes", "chat-2")
    for _ in range(2):
        world.screened("erase my data", screening)
    assert "(Somebody, today)" in world.recruiter("questions")
    world.recruiter(f"answer 1 {ANSWER}")
    assert ANSWER in world.candidate("hello", "chat-2")


def words_left(world: World, word: str) -> list[str]:
    from sqlalchemy import text

    from bot.storage.tables import metadata

    with world.app.store.database.reading() as connection:
        return [
            table.name
            for table in metadata.sorted_tables
            for row in connection.execute(text(f'SELECT * FROM "{table.name}"'))
            if word in repr(tuple(row))
        ]
