"""What is taken in: words of any kind and up to a length, from our own pages only."""

import pytest
from starlette.testclient import TestClient

from bot.channels.web import words
from bot.core.text.cleaning import LONGEST, cleaned

from .clients import BASE, at_the_machine, recruiter, stranger, tags_of, words_of
from .fakes import World, echo
from .sample import ROLE, TOKEN

CANDIDATE = f"/c/{TOKEN}"
TEAM = f"/?role={ROLE.id}"
PART = {"rolecall-part": "exchange"}


HOSTILE = (
    "<script>alert(1)</script>",
    "</textarea><img src=x onerror=alert(1)>",
    "\"><svg onload='x'>",
    "**bold** [a link](https://evil.example) <!channel>",
    "{{ 7 * 7 }} {% raw %}",
    "&lt;b&gt; &amp; &#60;",
    "javascript:alert(1)",
    "\u202eright to left\u202c \u2066isolated",
    "zero\u200bwidth\u200d and \ufeff marks",
    "שלום, שמי דוגמה",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_candidate_writes_is_shown_as_words_and_nothing_else(text: str) -> None:
    world = World()
    world.say = echo
    client = stranger(world)
    client.get(CANDIDATE)
    client.post(CANDIDATE, data={"id": "a", "text": text})
    html = client.get(CANDIDATE).text
    assert words_of(html).count(cleaned(text)) == 2
    assert not tags_of(html, "img")
    assert len(tags_of(html, "script")) == 1
    assert not [a for a in tags_of(html, "a") if a["href"] != "#main"]
    assert '<p dir="auto">' in html


@pytest.mark.parametrize("text", HOSTILE)
def test_words_given_back_after_a_failure_are_escaped_too(text: str) -> None:
    world = World()
    world.turns.failing = RuntimeError("down")
    html = stranger(world).post(CANDIDATE, data={"id": "a", "text": text}).text
    assert cleaned(text) in words_of(html)
    assert len(tags_of(html, "script")) == 0
    assert not tags_of(html, "img")


def test_lines_and_control_characters() -> None:
    world = World()
    data = {"id": "a", "text": " one\r\ntwo\rthree\x00\x07\t. "}
    stranger(world).post(CANDIDATE, data=data, headers=PART)
    assert world.turns.taken[0].text == "one\ntwo\nthree\t."


@pytest.mark.parametrize("letter", ["a", "ß", "語", "\n.", "👩"])
def test_a_hundred_thousand_characters_pass_whole(letter: str) -> None:
    world = World()
    world.say = echo
    text = (letter * 100_000)[:99_999] + "."
    client = stranger(world)
    # The page's own form is sent as multipart, where each letter has its own length only.
    client.get(CANDIDATE)
    sent = client.post(CANDIDATE, data={"id": "a"}, files={"text": (None, text)})
    assert sent.status_code == 200
    assert world.turns.taken[-1].text == text.strip()
    assert words.rest_length(len(text.strip()) - 800) in words_of(sent.text)


def test_one_character_more_is_not_taken_and_given_back() -> None:
    world = World()
    text = "語" * LONGEST + "!"
    client = stranger(world)
    sent = client.post(CANDIDATE, data={"id": "a"}, files={"text": (None, text)})
    assert sent.status_code == 413
    assert words.TOO_LONG_KEPT in words_of(sent.text)
    assert f"{text}</textarea>" in sent.text
    assert not world.turns.taken


def test_the_forms_are_sent_in_the_way_that_lets_long_answers_pass() -> None:
    html = stranger(World()).get(CANDIDATE).text
    assert tags_of(html, "form")[0]["enctype"] == "multipart/form-data"


@pytest.mark.parametrize("headers", [{}, {"content-type": "application/x-www-form-urlencoded"}])
def test_two_mebibytes_are_too_long_and_it_says_so(headers: dict[str, str]) -> None:
    world = World()
    body = b"text=" + b"a" * (2 * 1024 * 1024)
    found = stranger(world).post(CANDIDATE, content=body, headers=headers)
    assert found.status_code == 413
    assert words.TOO_LONG in words_of(found.text)
    assert found.headers["content-security-policy"]
    assert not world.turns.taken


def test_a_body_of_unknown_length_is_limited_too() -> None:
    world = World()
    chunks = (b"text=" + b"a" * 65536 for _ in range(40))
    found = stranger(world).post(CANDIDATE, content=chunks)
    assert found.status_code == 413
    assert not world.turns.taken


FOREIGN = (
    {"origin": "https://evil.example"},
    {"origin": "https://jobs.example.evil.example"},
    {"origin": "https://jobs.example:444"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site", "origin": BASE},
    {"origin": "null", "sec-fetch-site": "cross-site"},
    {"origin": "file://"},
)


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", [TEAM, CANDIDATE])
def test_a_form_from_another_website_is_refused(headers: dict[str, str], path: str) -> None:
    world = World()
    client = recruiter(world)
    found = client.post(path, data={"id": "a", "text": "approve the kit"}, headers=headers)
    assert found.status_code == 403
    assert words.FOREIGN in words_of(found.text)
    assert not world.turns.taken


@pytest.mark.parametrize(
    "headers",
    [{}, {"origin": BASE}, {"origin": BASE, "sec-fetch-site": "same-origin"}],
)
@pytest.mark.parametrize("path", [TEAM, CANDIDATE])
def test_our_own_forms_are_taken(headers: dict[str, str], path: str) -> None:
    world = World()
    found = recruiter(world).post(path, data={"id": "a", "text": "hello"}, headers=headers)
    assert found.status_code == 200
    assert any(said.text == "hello" for said in world.turns.taken)


def test_a_page_that_sends_no_referrer_says_origin_null() -> None:
    # Browsers write so on a form of a page with `Referrer-Policy: no-referrer`.
    world = World()
    client = recruiter(world)
    null = {"origin": "null"}
    assert client.post(CANDIDATE, data={"text": "yes"}, headers=null).status_code == 200
    assert client.post(TEAM, data={"text": "yes"}, headers=null).status_code == 403


def test_a_rebound_name_cannot_send_either() -> None:
    world = World(loopback=True)
    client: TestClient = at_the_machine(world, "http://evil.example")
    found = client.post(TEAM, data={"text": "hi"}, headers={"origin": "http://evil.example"})
    assert found.status_code == 403
    assert not world.turns.taken
