"""Signing in: a link that works once, however often it is looked at."""

from datetime import timedelta

from bot.channels.web import words

from .clients import BASE, stranger, words_of
from .fakes import World


def test_looking_at_the_link_does_not_use_it_up() -> None:
    world = World()
    client = stranger(world)
    token = world.sign_ins.issue(world.now)
    for _ in range(3):
        assert words.SIGN_IN_BUTTON in words_of(client.get(f"/sign-in/{token}").text)
    assert client.head(f"/sign-in/{token}").status_code == 200
    assert client.post(f"/sign-in/{token}", follow_redirects=False).status_code == 303
    assert client.get("/").status_code == 200


def test_the_link_works_once() -> None:
    world = World()
    token = world.sign_ins.issue(world.now)
    assert stranger(world).post(f"/sign-in/{token}", follow_redirects=False).status_code == 303
    second = stranger(world).post(f"/sign-in/{token}", follow_redirects=False)
    assert second.status_code == 403
    assert "set-cookie" not in second.headers
    assert "rolecall run" in words_of(second.text)


def test_the_page_says_nothing_about_whether_the_link_is_good() -> None:
    world = World()
    token = world.sign_ins.issue(world.now)
    good = stranger(world).get(f"/sign-in/{token}").text.replace(token, "X")
    assert good == stranger(world).get("/sign-in/invented").text.replace("invented", "X")


def test_the_link_ends_after_its_time() -> None:
    world = World()
    token = world.sign_ins.issue(world.now)
    world.now += timedelta(minutes=16)
    assert stranger(world).post(f"/sign-in/{token}").status_code == 403


def test_the_cookie_is_for_this_site_and_no_script() -> None:
    world = World()
    token = world.sign_ins.issue(world.now)
    sent = stranger(world).post(f"/sign-in/{token}", follow_redirects=False)
    cookie = sent.headers["set-cookie"].lower()
    for part in ("httponly", "samesite=strict", "path=/", "secure", "max-age=43200"):
        assert part in cookie


def test_a_session_ends() -> None:
    world = World()
    client = stranger(world)
    client.post(f"/sign-in/{world.sign_ins.issue(world.now)}")
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
    refused = stranger(world).post(f"/sign-in/{token}", headers={"origin": "https://evil.example"})
    assert refused.status_code == 403
    own = stranger(world).post(
        f"/sign-in/{token}", headers={"origin": BASE}, follow_redirects=False
    )
    assert own.status_code == 303


def test_whoever_followed_a_link_from_elsewhere_can_open_the_page_from_here() -> None:
    # A strict cookie stays behind on the way from Slack or a mail.
    html = stranger(World()).get("/screenings/abc?x=1").text
    assert 'href="/screenings/abc?x=1"' in html
