"""Every page: who sees it, what is on it, and what it never holds."""

from dataclasses import replace

import pytest

from bot.channels.web import words
from bot.core.errors import BrokenLog
from bot.core.fit.summary import FitSummary

from .clients import recruiter, stranger, tags_of, words_of
from .fakes import World
from .sample import OTHER, PSEUDONYM, ROLE, SCREENING, TOKEN, card_post

TEAM_PAGES = (
    "/",
    f"/?role={ROLE.id}",
    "/?role=unknown",
    f"/roles/{ROLE.id}/channel",
    "/roles/unknown/channel",
    f"/screenings/{SCREENING}",
    "/screenings/unknown",
    f"/screenings/{SCREENING}/record",
    "/screenings/unknown/record",
    f"/roles/{ROLE.id}/compare",
    "/roles/unknown/compare",
)
ALL_PAGES = (*TEAM_PAGES, f"/c/{TOKEN}", "/c/unknown", "/sign-in/any", "/healthz", "/nowhere")


@pytest.mark.parametrize("path", TEAM_PAGES)
def test_a_stranger_is_told_to_sign_in_and_learns_nothing_else(path: str) -> None:
    world = World()
    world.records.posted.append(card_post())
    found = stranger(world).get(path)
    assert found.status_code == 403
    assert "rolecall run" in words_of(found.text)
    assert ROLE.title not in found.text
    assert "7F3" not in found.text


def test_the_posts_alone_need_a_sign_in_too() -> None:
    world = World()
    world.records.posted.append(card_post())
    found = stranger(world).get(f"/roles/{ROLE.id}/channel/posts")
    assert (found.status_code, found.content) == (403, b"")


@pytest.mark.parametrize("path", ALL_PAGES)
def test_every_page_has_the_headers_that_keep_it_safe(path: str) -> None:
    headers = recruiter(World()).get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    team = path in TEAM_PAGES and "unknown" not in path
    assert headers["referrer-policy"] == ("same-origin" if team else "no-referrer")


@pytest.mark.parametrize("path", ALL_PAGES)
def test_no_page_has_inline_code_or_anything_from_outside(path: str) -> None:
    world = World()
    world.records.posted.append(card_post())
    html = recruiter(world).get(path).text
    assert "<style" not in html
    assert " style=" not in html
    assert not [a for a in tags_of(html, "script") if not a.get("src")]
    for tag, attribute in (("script", "src"), ("link", "href"), ("img", "src")):
        assert all(str(found[attribute]).startswith("/static/") for found in tags_of(html, tag))


@pytest.mark.parametrize("path", [path for path in ALL_PAGES if path != "/healthz"])
def test_every_page_has_one_heading_one_main_part_and_a_way_to_it(path: str) -> None:
    html = recruiter(World()).get(path).text
    assert len(tags_of(html, "h1")) == 1
    assert [main["id"] for main in tags_of(html, "main")] == ["main"]
    assert tags_of(html, "a")[0]["href"] == "#main"
    assert tags_of(html, "html") == [{"lang": "en"}]
    labels = {label.get("for") for label in tags_of(html, "label")}
    assert {area["id"] for area in tags_of(html, "textarea")} <= labels


def test_ids_are_unique_on_the_longest_page() -> None:
    world = World()
    html = recruiter(world).get(f"/screenings/{SCREENING}").text
    names = [str(a["id"]) for tag in ("h2", "h3", "article") for a in tags_of(html, tag)]
    assert len(names) == len(set(names)) > 8


def test_static_files_are_served_for_long_and_only_those() -> None:
    client = stranger(World())
    html = client.get("/nowhere").text
    sheet = next(a["href"] for a in tags_of(html, "link") if a["rel"] == "stylesheet")
    found = client.get(str(sheet))
    assert found.status_code == 200
    assert "immutable" in found.headers["cache-control"]
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/nothing.css"):
        lost = client.get(path)
        assert (lost.status_code, lost.headers["cache-control"]) == (404, "no-store")


def test_healthz_says_ok_to_anybody() -> None:
    found = stranger(World()).get("/healthz")
    assert (found.status_code, found.text) == (200, "ok")


def test_the_roles_are_offered_where_none_is_chosen() -> None:
    said = words_of(recruiter(World()).get("/").text)
    assert ROLE.title in said
    assert OTHER.title in said


def test_one_role_needs_no_choice() -> None:
    world = World()
    world.roles.known = (ROLE,)
    html = recruiter(world).get("/").text
    assert words.TEAM_EMPTY in words_of(html)
    assert tags_of(html, "form")[0]["action"] == f"/?role={ROLE.id}"


def test_no_role_says_how_to_add_one() -> None:
    world = World()
    world.roles.known = ()
    assert "rolecall roles add" in words_of(recruiter(world).get("/").text)


def test_the_channel_shows_its_posts_as_cards_with_words_for_levels() -> None:
    world = World()
    world.records.posted.append(card_post())
    html = recruiter(world).get(f"/roles/{ROLE.id}/channel").text
    said = words_of(html)
    assert "demonstrated with impact" in said
    assert "Waste went from 11 % to 3 % of the loaves" in said
    assert {"href": f"/screenings/{SCREENING}"} in tags_of(html, "a")
    assert len(tags_of(html, "article")) == 1


def test_an_empty_channel_says_what_will_come() -> None:
    html = recruiter(World()).get(f"/roles/{OTHER.id}/channel").text
    assert words.CHANNEL_EMPTY_HINT in words_of(html)
    assert not tags_of(html, "article")


def test_the_posts_alone_are_sent_again_only_when_something_changed() -> None:
    world = World()
    client = recruiter(world)
    path = f"/roles/{ROLE.id}/channel/posts"
    first = client.get(path)
    same = client.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (same.status_code, same.content) == (304, b"")
    world.records.posted.append(card_post())
    changed = client.get(path, headers={"if-none-match": first.headers["etag"]})
    assert changed.status_code == 200
    assert len(tags_of(changed.text, "article")) == 1


def test_the_summary_marks_each_quote_where_it_stands_in_the_answer() -> None:
    html = recruiter(World()).get(f"/screenings/{SCREENING}").text
    assert "<mark>I moved the whole line to a 16-hour cold proof</mark>, wrote" in html
    assert "<mark>Waste went from 11 % to 3 % of the loaves</mark>, and it" in html
    assert "<mark>I know the terms: HACCP, CCP, critical limits</mark>." in html
    assert len(tags_of(html, "mark")) == 4


def test_the_summary_has_gates_gaps_and_what_to_ask_next() -> None:
    said = words_of(recruiter(World()).get(f"/screenings/{SCREENING}").text)
    for part in (
        "Candidate 7F3",
        "The candidate asked to speak with a person.",
        "six, maybe seven",
        "The candidate chose not to answer.",
        "A driving licence for the delivery van",
        "in one specific case, what was their own part",
        "14 minutes",
        f"Brief {ROLE.version}",
    ):
        assert part in said


def test_an_unfinished_summary_says_so() -> None:
    world = World()
    unfinished: FitSummary = replace(world.show(), finished_at=None, minutes=None)
    world.show = lambda: unfinished
    said = words_of(recruiter(world).get(f"/screenings/{SCREENING}").text)
    assert words.UNFINISHED in said


def test_words_that_show_two_things_are_quoted_once() -> None:
    world = World()
    shown = world.show()
    first = next(one for one in shown.assessments if one.rating.evidence)
    twice = replace(first.rating, evidence=first.rating.evidence * 2)
    world.show = lambda: replace(shown, assessments=(replace(first, rating=twice),))
    page = recruiter(world).get(f"/screenings/{SCREENING}").text
    assert page.count("<blockquote") == len(first.rating.evidence)


def test_the_list_of_screenings_says_where_each_one_stands() -> None:
    said = words_of(recruiter(World()).get(f"/?role={ROLE.id}").text)
    assert f"{PSEUDONYM} 1 March · finished" in said


def test_one_unreadable_log_does_not_take_the_page_away() -> None:
    world = World()
    world.screenings.altered = True
    found = recruiter(world).get(f"/?role={ROLE.id}")
    assert found.status_code == 200
    assert f"{PSEUDONYM} 1 March · {words.LOG_UNREADABLE}" in words_of(found.text)


def test_a_log_that_was_altered_is_said_plainly() -> None:
    world = World()

    def broken() -> FitSummary:
        raise BrokenLog(SCREENING, 3)

    world.show = broken
    found = recruiter(world).get(f"/screenings/{SCREENING}")
    assert found.status_code == 500
    assert "was altered at event 3" in words_of(found.text)
    assert found.headers["content-security-policy"]


def test_an_unforeseen_error_shows_nothing_of_itself() -> None:
    world = World()

    def broken() -> FitSummary:
        raise ZeroDivisionError("the secret inside")

    world.show = broken
    found = recruiter(world).get(f"/screenings/{SCREENING}")
    assert found.status_code == 500
    assert "secret" not in found.text
    assert "Zero" not in found.text
    assert words.FAILED_PAGE in words_of(found.text)
    assert found.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/nowhere", "/c/", "/c/a/b", "/screenings/unknown", "/.env"])
def test_an_unknown_page_is_a_polite_404(path: str) -> None:
    found = recruiter(World()).get(path)
    assert found.status_code == 404
    assert words.LOST in words_of(found.text)


def test_a_wrong_method_is_a_page_too() -> None:
    found = recruiter(World()).put("/")
    assert found.status_code == 405
    assert words.BAD in words_of(found.text)


def test_the_first_visit_shows_the_notice_as_the_bots_words_alone() -> None:
    world = World()
    client = stranger(world)
    first, second = client.get(f"/c/{TOKEN}"), client.get(f"/c/{TOKEN}")
    assert first.status_code == 200
    assert words_of(first.text).count("I am Rolecall, a program, not a person.") == 1
    assert 'class="mine"' not in first.text
    assert len(world.turns.taken) == 1
    assert words_of(second.text).count("I am Rolecall") == 1


def test_only_the_last_reply_still_has_its_buttons() -> None:
    world = World()
    client = stranger(world)
    client.get(f"/c/{TOKEN}")
    client.post(f"/c/{TOKEN}", data={"id": "a", "text": "yes"})
    html = client.get(f"/c/{TOKEN}").text
    offered = [a["value"] for a in tags_of(html, "button") if a.get("name") == "choice"]
    assert offered == ["skip", "pause"]
