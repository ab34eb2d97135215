"""What recruiters do with questions: answer, correct, withdraw, list, in chat and by command."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.core.answering.question_changes import AskTeam, Publish
from bot.core.answering.questions import TeamAnswer, author_of
from bot.core.errors import LostRace
from bot.core.messages import Incoming, Reply
from bot.core.roles import Audience
from bot.core.wording import questions as words
from tests.bad_input.programs import command

from .conftest import BRIEF, MONDAY, ROLE, Opened, World

ASKED = "How big is the crew?"
ANSWER = "The crew is eight people."


@pytest.fixture
def asked(world: World) -> World:
    world.candidate(ASKED)
    world.candidate("yes")
    return world


def test_an_answer_is_corrected_and_who_asked_is_told(asked: World) -> None:
    asked.recruiter(f"answer 1 {ANSWER}")
    asked.candidate("hello")
    asked.recruiter("correct 1 The crew is nine people.")
    told = asked.candidate("hello")
    assert f"{words.CORRECTED}\n“The crew is nine people.”" in told
    assert "nine people" in asked.candidate(ASKED, "chat-2")
    assert "eight" not in asked.candidate(ASKED, "chat-2")
    question = asked.app.store.questions.get(1)
    assert question is not None
    assert [answer.text for answer in question.answers] == [ANSWER, "The crew is nine people."]


def test_a_withdrawn_answer_is_used_no_more_and_can_be_given_anew(asked: World) -> None:
    asked.recruiter(f"answer 1 {ANSWER}")
    assert "withdrawn" in asked.recruiter("withdraw 1")
    assert words.WITHDRAWN_TOLD in asked.candidate("hello")
    assert "eight" not in asked.candidate(ASKED, "chat-2")
    assert asked.recruiter("answers") == words.NO_ANSWERS
    assert "was withdrawn before" in asked.recruiter("withdraw 1")
    asked.recruiter("answer 1 The crew is ten people.")
    assert "ten people" in asked.candidate(ASKED, "chat-2")


def test_a_question_is_closed_without_an_answer(asked: World) -> None:
    assert "closed without an answer" in asked.recruiter("withdraw 1")
    assert words.CLOSED_TOLD in asked.candidate("hello")
    assert asked.recruiter("questions") == words.NO_OPEN


@pytest.mark.parametrize("said", ["answer 99 x", "correct 99 x", "withdraw 99"])
def test_an_unknown_number(asked: World, said: str) -> None:
    assert asked.recruiter(said).startswith("There is no question 99. Say “questions”")


def test_what_cannot_be_done_says_why_and_changes_nothing(asked: World) -> None:
    assert "has no answer yet" in asked.recruiter("correct 1 Nine.")
    assert "What is the answer?" in asked.recruiter("answer 1")
    assert "What is the answer?" in asked.recruiter("answer 1 team: …")
    assert "at most 2,000 characters" in asked.recruiter(f"answer 1 {'eight ' * 400}")
    question = asked.app.store.questions.get(1)
    assert question is not None
    assert question.open
    asked.recruiter(f"answer 1 {ANSWER}")
    again = asked.recruiter("answer 1 Nine.")
    assert "Question 1 was answered by Rhea Invented" in again
    assert "“correct 1”" in again


def test_who_is_shown_as_the_author(asked: World) -> None:
    signed = asked.recruiter("answer #1 as Rhea I.: The crew is eight people.")
    assert "answered by Rhea I. on 1 March 2027" in signed
    unsigned = asked.recruiter("correct question 1: Nine people.", "slack:T0:U0RIA")
    assert "answered by the hiring team on 1 March 2027" in unsigned
    assert "“Nine people.”" in unsigned
    question = asked.app.store.questions.get(1)
    assert question is not None
    assert question.answers[-1].by == "slack:T0:U0RIA"


@pytest.mark.parametrize(
    ("person", "shown"),
    [
        ("Ada Example", "Ada Example"),
        ("Zoë O'Invented-Name", "Zoë O'Invented-Name"),
        ("slack:T0:U0RIA", words.THE_TEAM),
        ("0b1c2d3e-0000-4000-8000-000000000000", words.THE_TEAM),
        ("a recruiter at this computer", words.THE_TEAM),
        ("", words.THE_TEAM),
    ],
)
def test_only_what_reads_as_a_name_is_shown(person: str, shown: str) -> None:
    assert author_of(person) == shown


@pytest.mark.parametrize(
    ("said", "audience", "text"),
    [
        ("answer 1 team: Eight.", Audience.TEAM, "Eight."),
        ("Answer 1 Team: Eight.", Audience.TEAM, "Eight."),
        ("answer 1 for the team only: Eight.", Audience.TEAM, "Eight."),
        ("answer 1 team as Rhea: Eight.", Audience.TEAM, "Eight."),
        ("answer 1: team:\nEight\npeople.", Audience.TEAM, "Eight people."),
        ("answer 1 all: team: Eight.", Audience.CANDIDATE, "team: Eight."),
        ("answer 1 The team: eight.", Audience.TEAM, "eight."),
        ("answer 1 Crew as of May: eight.", Audience.CANDIDATE, "Crew as of May: eight."),
        ("answer 1 As far as I know: eight.", Audience.CANDIDATE, "As far as I know: eight."),
        ("answer 1 8 people", Audience.CANDIDATE, "8 people"),
    ],
)
def test_how_an_answer_is_read(asked: World, said: str, audience: Audience, text: str) -> None:
    asked.recruiter(said)
    question = asked.app.store.questions.get(1)
    assert question is not None
    assert question.answer is not None
    assert (question.answer.audience, question.answer.text) == (audience, text)


def test_a_correction_stays_with_the_team_unless_it_is_opened(asked: World) -> None:
    asked.recruiter("answer 1 team: Eight, sadly.")
    asked.recruiter("correct 1 Nine, sadly.")
    assert "sadly" not in asked.candidate(ASKED, "chat-2")
    asked.recruiter("correct 1 all: The crew is nine people.")
    assert "nine people" in asked.candidate(ASKED, "chat-2")


def test_lists_show_both_kinds(asked: World) -> None:
    asked.recruiter(f"answer 1 {ANSWER}")
    asked.candidate("ask the team: Is there a parrot?")
    listed = asked.recruiter("show me the questions")
    assert "Question 2: Is there a parrot? (Somebody, today)" in listed
    listed = asked.recruiter("answers")
    assert f"Question 1: {ASKED} – “{ANSWER}” (answered by Rhea Invented on" in listed
    assert "parrot" not in listed


def test_markup_in_a_question_stays_text(world: World) -> None:
    world.candidate("ask the team: <!channel> *is* [this](https://evil.example) free?")
    assert "https://evil.example" not in world.posted()[0]
    assert "<!channel> *is*" in world.posted()[0]


def test_an_answer_while_somebody_else_asks_is_decided_again(asked: World) -> None:
    store = asked.app.store
    question = store.questions.get(1)
    assert question is not None
    late = Publish(1, 0, 2, TeamAnswer("Late.", Audience.CANDIDATE, "R.", "R.", MONDAY))
    joining = AskTeam(1, ROLE, question.asks[0], 7)
    for change in (late, joining):
        incoming = Incoming("late", "team", "R.", Audience.TEAM, "x", MONDAY)
        with pytest.raises(LostRace):
            store.inbox.commit(incoming, Reply(()), (change,))
    assert store.questions.get(1) == question


def test_the_command_line(opened: Opened, tmp_path: Path) -> None:
    world = opened()
    world.app.store.roles.put(ROLE, "ferry.md", BRIEF, MONDAY)
    world.candidate(ASKED)
    world.candidate("yes")
    added = command(tmp_path, "answers", "add", "1", ANSWER, "--by", "Ada Example")
    assert added.returncode == 0, added.stderr
    assert "answered by Ada Example" in added.stdout
    assert ANSWER in world.candidate(ASKED, "chat-2"), "a program that runs uses it at once"
    command(tmp_path, "answers", "correct", "1", "The crew is nine people.")
    listed = command(tmp_path, "answers", "list", "--json", "--role", ROLE)
    known: list[dict[str, Any]] = json.loads(listed.stdout)
    assert [one["number"] for one in known] == [1]
    assert known[0]["state"] == "answered"
    assert known[0]["answer"] == "The crew is nine people."
    assert known[0]["revisions"] == 2
    assert command(tmp_path, "answers", "withdraw", "1").returncode == 0
    assert words.NO_ANSWERS in command(tmp_path, "answers", "list").stdout
    unknown = command(tmp_path, "answers", "add", "7", "x")
    assert unknown.returncode == 2
    assert "There is no question 7." in unknown.stderr
