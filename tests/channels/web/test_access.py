"""Who sees what: links, sessions, and whoever sits at the machine itself."""

from datetime import timedelta

import pytest

from bot.core.messages import Incoming, Text
from bot.core.wording.screening import LINK_INVALID

from .clients import at_the_machine, recruiter, stranger, words_of
from .fakes import World
from .sample import ROLE, TOKEN


def test_the_link_is_in_no_title_and_no_referrer() -> None:
    found = stranger(World()).get(f"/c/{TOKEN}")
    title = found.text.split("<title>")[1].split("</title>")[0]
    assert TOKEN not in title
    assert found.headers["referrer-policy"] == "no-referrer"
    assert found.text.count(TOKEN) == 1  # the form's own address


def test_unknown_expired_and_erased_links_cannot_be_told_apart() -> None:
    unknown = stranger(World()).get("/c/never-was-a-link")
    old = World()
    old.now += timedelta(days=15)
    erased = World()
    erased.screenings.erased = True
    pages = [unknown, stranger(old).get(f"/c/{TOKEN}"), stranger(erased).get(f"/c/{TOKEN}")]
    assert {page.status_code for page in pages} == {404}
    assert len({page.text for page in pages}) == 1
    assert len({tuple(sorted(page.headers.items())) for page in pages}) == 1
    assert LINK_INVALID in words_of(unknown.text)


def test_somebody_at_the_machine_needs_no_sign_in() -> None:
    world = World(loopback=True)
    for base in ("http://localhost:8000", "http://127.0.0.1:8000", "http://[::1]:8000"):
        assert at_the_machine(world, base).get("/").status_code == 200


def test_a_foreign_name_that_points_at_the_machine_is_refused() -> None:
    world = World(loopback=True)
    for base in (
        "http://evil.example:8000",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil",
    ):
        found = at_the_machine(world, base).get(f"/?role={ROLE.id}")
        assert found.status_code == 403
        assert ROLE.title not in found.text


@pytest.mark.parametrize("name", ["x-forwarded-for", "forwarded", "via", "x-real-ip"])
def test_whoever_comes_through_a_proxy_signs_in(name: str) -> None:
    client = at_the_machine(World(loopback=True))
    assert client.get("/", headers={name: "127.0.0.1"}).status_code == 403


def test_a_server_open_to_the_network_trusts_no_address() -> None:
    assert at_the_machine(World(loopback=False)).get("/").status_code == 403


def test_a_peer_from_elsewhere_is_refused_even_with_a_local_name() -> None:
    world = World(loopback=True)
    client = stranger(world)
    assert client.get("/", headers={"host": "localhost"}).status_code == 403


def test_each_session_has_its_own_conversation_and_the_secret_is_kept_nowhere() -> None:
    world = World()
    heard: list[Incoming] = []

    def hear(said: Incoming) -> tuple[Text, ...]:
        heard.append(said)
        return (Text("Noted."),)

    world.say = hear
    for client in (recruiter(world), recruiter(world)):
        client.post(f"/?role={ROLE.id}", data={"id": "x", "text": "hello"})
    assert len({said.conversation for said in heard}) == 2
    assert all(said.role == ROLE.id and said.audience.value == "team" for said in heard)
    assert "secret" not in repr(heard)
