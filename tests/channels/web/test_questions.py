"""Questions for the team on the web: the form on the channel's page, and the way back."""

from dataclasses import replace

import pytest

from bot.channels.web import words
from bot.channels.web.parse import answering
from bot.core.answering.questions import Ask, Question
from bot.core.messages import Incoming, Post, Quote, Text
from bot.core.roles import Audience

from .clients import BASE, message_id, recruiter, stranger, tags_of, words_of
from .fakes import World
from .sample import NOW, OTHER, ROLE, SCREENING, TOKEN

PATH = f"/roles/{ROLE.id}/channel"
FORM = f"{PATH}/answers/12"
NASTY = '<script>alert(1)</script> "quoted" & how many bakers?'


def waiting(text: str = NASTY) -> Question:
    ask = Ask("c-1", Audience.CANDIDATE, text, NOW, SCREENING, "Candidate 7F3")
    return Question(12, ROLE.id, NOW, (ask, replace(ask, conversation="c-2")))


@pytest.fixture
def world() -> World:
    made = World()
    made.questions.known.append(waiting())
    return made


def test_the_page_shows_what_waits_with_a_form_for_each(world: World) -> None:
    client = recruiter(world)
    html = client.get(PATH).text
    shown = words_of(html)
    assert NASTY in shown
    assert "<script>alert(1)" not in html
    assert "Question 12, asked by 2 people" in shown
    assert "Candidate 7F3" in shown
    assert [form["action"] for form in tags_of(html, "form")] == [FORM]
    labelled = {label["for"] for label in tags_of(html, "label")}
    fields = {field["id"] for name in ("textarea", "select") for field in tags_of(html, name)}
    assert fields < labelled
    assert words.WAITING not in words_of(client.get(f"/roles/{OTHER.id}/channel").text)


def test_an_answered_question_has_no_form(world: World) -> None:
    world.questions.known[0] = replace(waiting(), withdrawn_at=NOW)
    assert not tags_of(recruiter(world).get(PATH).text, "form")


def test_the_form_says_the_command_and_shows_the_reply(world: World) -> None:
    client = recruiter(world)
    identity = message_id(client.get(PATH).text)
    form = {
        "id": identity,
        "text": "There are eight.",
        "author": "Rhea Invented",
        "audience": "all",
    }
    world.say = lambda said: (Text(f"heard {said.text}"),)
    for _ in range(2):
        shown = client.post(FORM, data=form, headers={"origin": BASE})
        assert "heard answer 12 all as Rhea Invented: There are eight." in words_of(shown.text)
    (heard,) = world.turns.taken
    assert heard.audience is Audience.TEAM
    assert heard.role == ROLE.id


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": "Eight.", "audience": "team"}, "answer 12 team: Eight."),
        ({"text": "Eight."}, "answer 12 team: Eight."),
        ({"text": "Eight.", "audience": "ALL"}, "answer 12 team: Eight."),
        ({"text": "Eight.", "audience": "all", "author": "R: x"}, "answer 12 all: Eight."),
        ({"text": "team: Eight.", "audience": "all"}, "answer 12 all: team: Eight."),
    ],
)
def test_who_may_read_it_is_never_guessed(fields: dict[str, str], said: str) -> None:
    assert answering(12, fields, "fresh").text == said


def test_nobody_else_can_answer(world: World) -> None:
    form = {"text": "Eight.", "audience": "all"}
    assert stranger(world).post(FORM, data=form, headers={"origin": BASE}).status_code == 403
    foreign = recruiter(world).post(FORM, data=form, headers={"origin": "https://evil.example"})
    assert foreign.status_code == 403
    assert world.turns.taken == []


def test_where_it_fails_the_words_are_given_back_as_the_command(world: World) -> None:
    client = recruiter(world)
    world.turns.failing = RuntimeError("an invented failure")
    shown = client.post(FORM, data={"text": "Eight.", "audience": "team"}, headers={"origin": BASE})
    assert shown.status_code == 500
    assert "answer 12 team: Eight." in words_of(shown.text)
    assert [form["action"] for form in tags_of(shown.text, "form")] == [f"/?role={ROLE.id}"]


def test_what_waits_for_a_candidate_is_told_on_the_next_visit(world: World) -> None:
    client = stranger(world)
    client.get(f"/c/{TOKEN}")
    chat = f"web:screening:{SCREENING}"
    told = (Text("You asked."), Quote("There are eight."))
    world.records.posted.append(Post("p-9", ROLE.id, SCREENING, NOW, told, chat))

    def tell(said: Incoming) -> tuple[Text | Quote, ...]:
        world.records.posted.clear()
        assert said.text == ""
        return told

    world.say = tell
    for _ in range(2):
        assert "There are eight." in words_of(client.get(f"/c/{TOKEN}").text)
    assert len(world.turns.taken) == 2, "the first visit, and the news once"
