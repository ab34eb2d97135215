"""Signing in: a link that works once, however often it is looked at."""

from datetime import timedelta

import pytest

from bot.channels.web import words
from bot.channels.web.guard import COOKIE
from bot.channels.web.parse import person

from .clients import BASE, NAMED, recruiter, stranger, words_of
from .fakes import World
from .sample import ROLE


def test_looking_at_the_link_does_not_use_it_up() -> None:
    world = World()
    client = stranger(world)
    token = world.sign_ins.issue(world.now)
    for _ in range(3):
        assert words.SIGN_IN_BUTTON in words_of(client.get(f"/sign-in/{token}").text)
    assert client.head(f"/sign-in/{token}").status_code == 200
    assert client.post(f"/sign-in/{token}", data=NAMED, follow_redirects=False).status_code == 303
    assert client.get("/").status_code == 200


def test_the_link_works_once() -> None:
    world = World()
    token = world.sign_ins.issue(world.now)
    assert (
        stranger(world).post(f"/sign-in/{token}", data=NAMED, follow_redirects=False).status_code
        == 303
    )
    second = stranger(world).post(f"/sign-in/{token}", data=NAMED, follow_redirects=False)
    assert second.status_code == 403
    assert "set-cookie" not in second.headers
    assert "rolecall run" in words_of(second.text)


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ("slack:T0123:U0456", "slack T0123 U0456"),
        ("Ria 29d4c1a0-0000-4000-8000-00000000000a", "Ria"),
        ("29:1a-xyz", "29 1a-xyz"),
        ("  Ria \n Example ", "Ria Example"),
    ],
)
def test_nobody_signs_in_as_a_member_of_a_platform(given: str, known: str) -> None:
    assert person(given) == known
    assert not person("29D4C1A0-0000-4000-8000-00000000000A")
    world = World()
    token = world.sign_ins.issue(world.now)
    sent = stranger(world).post(f"/sign-in/{token}", data={"name": given}, follow_redirects=False)
    secret = sent.cookies[COOKIE]
    assert world.sign_ins.name(secret, world.now) == known


def test_the_page_says_nothing_about_whether_the_link_is_good() -> None:
    world = World()
    token = world.sign_ins.issue(world.now)
    good = stranger(world).get(f"/sign-in/{token}").text.replace(token, "X")
    assert good == stranger(world).get("/sign-in/invented").text.replace("invented", "X")


def test_the_link_ends_after_its_time() -> None:
    world = World()
    token = world.sign_ins.issue(world.now)
    world.now += timedelta(minutes=16)
    assert stranger(world).post(f"/sign-in/{token}", data=NAMED).status_code == 403


def test_the_cookie_is_for_this_site_and_no_script() -> None:
    world = World()
    token = world.sign_ins.issue(world.now)
    sent = stranger(world).post(f"/sign-in/{token}", data=NAMED, follow_redirects=False)
    cookie = sent.headers["set-cookie"].lower()
    for part in ("httponly", "samesite=strict", "path=/", "secure", "max-age=43200"):
        assert part in cookie


def test_a_session_ends() -> None:
    world = World()
    client = stranger(world)
    client.post(f"/sign-in/{world.sign_ins.issue(world.now)}", data=NAMED)
    assert client.get("/").status_code == 200
    world.now += timedelta(hours=13)
    assert client.get("/").status_code == 403


def test_an_invented_cookie_opens_nothing() -> None:
    client = stranger(World())
    client.cookies.set("rolecall", "invented")
    assert client.get("/").status_code == 403


def test_another_website_cannot_sign_anybody_in() -> None:
    world = World()
    token = world.sign_ins.issue(world.now)
    refused = stranger(world).post(
        f"/sign-in/{token}", data=NAMED, headers={"origin": "https://evil.example"}
    )
    assert refused.status_code == 403
    own = stranger(world).post(
        f"/sign-in/{token}", data=NAMED, headers={"origin": BASE}, follow_redirects=False
    )
    assert own.status_code == 303


def test_whoever_followed_a_link_from_elsewhere_can_open_the_page_from_here() -> None:
    # A strict cookie stays behind on the way from Slack or a mail.
    html = stranger(World()).get("/screenings/abc?x=1").text
    assert 'href="/screenings/abc?x=1"' in html


def test_a_name_is_asked_for_and_the_link_waits_for_it() -> None:
    world = World()
    client = stranger(world)
    path = f"/sign-in/{world.sign_ins.issue(world.now)}"
    for given in ({}, {"name": ""}, {"name": "  \n "}, {"name": "..."}):
        asked = client.post(path, data=given, follow_redirects=False)
        assert asked.status_code == 422
        assert words.SIGN_IN_NAME_MISSING in words_of(asked.text)
    assert client.post(path, data=NAMED, follow_redirects=False).status_code == 303


def test_who_signed_in_goes_with_what_they_say() -> None:
    world = World()
    client = stranger(world)
    named = {"name": f"  Ria\tExample {'x' * 100}"}
    client.post(f"/sign-in/{world.sign_ins.issue(world.now)}", data=named)
    client.post(f"/?role={ROLE.id}", data={"text": "approve the kit"}, headers={"origin": BASE})
    (said,) = world.turns.taken
    assert said.person == f"Ria Example {'x' * 68}"


def test_a_session_from_before_names_were_asked_for_goes_on() -> None:
    world = World()
    client = recruiter(world)
    for session, (since, _) in world.sign_ins.sessions.items():
        world.sign_ins.sessions[session] = (since, "")
    client.post(f"/?role={ROLE.id}", data={"text": "hello"}, headers={"origin": BASE})
    (said,) = world.turns.taken
    assert said.person.startswith("a recruiter signed in on the web (")
