"""Sending a message: once, whole, escaped, from our own pages, and never lost."""

import pytest

from bot.channels.web import words
from bot.core.errors import LostRace
from bot.core.messages import Text
from bot.core.wording.general import BUSY, FAILED
from bot.core.wording.screening import ERASED

from .clients import message_id, recruiter, stranger, tags_of, words_of
from .fakes import World
from .sample import ROLE, SCREENING, TOKEN

CANDIDATE = f"/c/{TOKEN}"
TEAM = f"/?role={ROLE.id}"
PART = {"rolecall-part": "exchange"}


def test_a_message_leads_back_to_the_page_at_its_reply() -> None:
    client = recruiter(World())
    sent = client.post(TEAM, data={"id": "a", "text": "What does it pay?"}, follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, f"{TEAM}#latest")
    said = words_of(client.get(TEAM).text)
    assert "What does it pay?" in said
    assert "Pay and hours, line 14 · brief 1a2b3c4d5e6f" in said


def test_the_same_form_sent_twice_has_one_effect() -> None:
    world = World()
    client = stranger(world)
    identity = message_id(client.get(CANDIDATE).text)
    for _ in range(2):
        client.post(CANDIDATE, data={"id": identity, "text": "yes"})
    assert [said.text for said in world.turns.taken] == ["", "yes"]
    assert client.get(CANDIDATE).text.count('class="mine"') == 1


def test_two_forms_are_two_messages() -> None:
    world = World()
    client = stranger(world)
    for _ in range(2):
        identity = message_id(client.get(CANDIDATE).text)
        client.post(CANDIDATE, data={"id": identity, "text": "repeat"})
    assert [said.text for said in world.turns.taken] == ["", "repeat", "repeat"]


def test_an_id_from_another_chat_brings_no_reply_of_that_chat() -> None:
    world = World()
    world.say = lambda said: (Text(f"for {said.audience.value} only"),)
    recruiter(world).post(TEAM, data={"id": "known", "text": "hello"})
    found = stranger(world).post(CANDIDATE, data={"id": "known", "text": "hello"}, headers=PART)
    assert "for candidate only" in words_of(found.text)


@pytest.mark.parametrize("identity", ["", "has spaces", "x" * 81, "web:team:local", "ä"])
def test_a_message_without_a_usable_id_gets_one(identity: str) -> None:
    world = World()
    stranger(world).post(CANDIDATE, data={"id": identity, "text": "yes"}, headers=PART)
    assert world.turns.taken[0].id.startswith(f"web:screening:{SCREENING}:id-")


def test_the_script_gets_the_new_exchange_and_the_next_id() -> None:
    found = stranger(World()).post(CANDIDATE, data={"id": "a", "text": "yes"}, headers=PART)
    assert found.status_code == 200
    assert found.headers["rolecall-next-id"].startswith("id-")
    assert not tags_of(found.text, "html")
    assert [a["value"] for a in tags_of(found.text, "button")] == ["skip", "pause"]


def test_a_button_says_its_typed_text_and_keeps_what_was_being_typed() -> None:
    world = World()
    client = stranger(world)
    sent = client.post(
        CANDIDATE,
        data={"id": "a", "text": "half an answ", "choice": "pause"},
        follow_redirects=False,
    )
    assert world.turns.taken[-1].text == "pause"
    assert sent.status_code == 200
    assert "half an answ</textarea>" in sent.text


def test_a_form_of_files_says_nothing() -> None:
    world = World()
    found = stranger(world).post(CANDIDATE, files={"text": ("cv.pdf", b"%PDF")}, data={"id": "a"})
    assert found.status_code == 400
    assert words.BAD in words_of(found.text)
    assert not world.turns.taken


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [(RuntimeError("inside"), 500, FAILED), (LostRace(BUSY), 503, BUSY)],
)
def test_words_are_given_back_when_a_message_fails(
    error: Exception, status: int, said: str
) -> None:
    world = World()
    client = stranger(world)
    client.get(CANDIDATE)
    world.turns.failing = error
    failed = client.post(CANDIDATE, data={"id": "mine", "text": "A long answer.\nReally."})
    assert failed.status_code == status
    assert said in words_of(failed.text)
    assert "inside" not in failed.text
    assert "A long answer.\nReally.</textarea>" in failed.text
    assert message_id(failed.text) == "mine"
    assert tags_of(failed.text, "form")[0]["action"] == CANDIDATE
    world.turns.failing = None
    client.post(CANDIDATE, data={"id": "mine", "text": "A long answer.\nReally."})
    assert world.turns.taken[-1].text == "A long answer.\nReally."


def test_a_button_that_failed_is_sent_again_with_the_draft_beside_it() -> None:
    world = World()
    world.turns.failing = RuntimeError()
    data = {"id": "mine", "choice": "pause", "text": "half an answ"}
    html = stranger(world).post(CANDIDATE, data=data).text
    hidden = {a.get("name"): a.get("value") for a in tags_of(html, "input")}
    assert hidden == {"id": "mine", "choice": "pause"}
    assert "half an answ</textarea>" in html


def test_words_are_given_back_when_the_session_ended_meanwhile() -> None:
    world = World()
    found = stranger(world).post(TEAM, data={"id": "a", "text": "my long question"})
    assert found.status_code == 403
    assert "my long question</textarea>" in found.text
    assert ROLE.title not in found.text
    assert not world.turns.taken


def test_words_are_given_back_when_the_link_ended_meanwhile() -> None:
    found = stranger(World()).post("/c/unknown", data={"id": "a", "text": "my long answer"})
    assert found.status_code == 404
    assert "my long answer</textarea>" in found.text


def test_after_erasure_the_last_words_are_shown_and_the_link_is_dead() -> None:
    world = World()
    client = stranger(world)
    client.get(CANDIDATE)
    client.post(CANDIDATE, data={"id": "a", "text": "My name is Ada Example."})
    last = client.post(CANDIDATE, data={"id": "b", "text": "erase my data"})
    assert last.status_code == 200
    assert ERASED in words_of(last.text)
    assert "Ada" not in last.text
    assert not tags_of(last.text, "form")
    assert client.get(CANDIDATE).status_code == 404


def test_after_erasure_the_script_is_told_that_it_is_over() -> None:
    sent = stranger(World()).post(
        CANDIDATE, data={"id": "b", "text": "erase my data"}, headers=PART
    )
    assert sent.headers["rolecall-over"] == "yes"
    assert "rolecall-next-id" not in sent.headers
