"""A real browser, by keyboard only: the page works, with its script and without."""

import os
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from bot.channels.web import words
from bot.core.answering.questions import Ask, Question
from bot.core.roles import Audience
from bot.core.text.cleaning import LONGEST
from tests.loopback import running

from .fakes import World
from .look import CHROMIUM, PAGES, chromium
from .sample import NOW, ROLE, SCREENING, TOKEN, card_post

pytestmark = pytest.mark.programs

if not CHROMIUM:
    if os.environ.get("CI"):
        raise FileNotFoundError("these tests need Chromium on the PATH")
    pytest.skip("these tests need Chromium on the PATH", allow_module_level=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = chromium(playwright, "--host-resolver-rules=MAP rolecall.test 127.0.0.1")
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1000, "height": 720})
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if "Policy" in said.text else None)
    yield opened
    opened.close()
    assert faults == []


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_a_screening_by_keyboard_alone(page: Page) -> None:
    world = World()
    with running(world.app()) as base:
        page.goto(f"{base}/c/{TOKEN}")
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        page.keyboard.press("Enter")
        _tab_to(page, "button[value=yes]")
        page.keyboard.press("Enter")
        expect(page.locator(".mine")).to_have_count(1)
        expect(page.locator("#text")).to_be_focused()
        page.keyboard.type("At Mossbank Bakery")
        page.keyboard.press("Shift+Enter")
        page.keyboard.type("I moved the line.")
        page.keyboard.press("Enter")
        expect(page.locator(".mine")).to_have_count(2)
        expect(page.locator("#text")).to_have_value("")
        expect(page.locator("#text")).to_be_focused()
        expect(page.locator("#latest")).to_be_visible()
        page.reload()
        expect(page.locator(".mine")).to_have_count(2)
    said = [taken.text for taken in world.turns.taken]
    assert said == ["", "yes", "At Mossbank Bakery\nI moved the line."]


def test_a_role_opens_wherever_its_card_is_pressed(page: Page) -> None:
    with running(World(loopback=True).app()) as base:
        page.goto(base + PAGES["roles"])
        page.locator(".roles .card").first.click(position={"x": 400, "y": 24})
        page.wait_for_url(f"{base}/?role={ROLE.id}")
        page.goto(base + PAGES["roles"])
        page.get_by_role("link", name="Hiring channel").first.click()
        page.wait_for_url(f"{base}/roles/{ROLE.id}/channel")


def test_words_are_kept_when_the_network_fails_and_are_sent_once(page: Page) -> None:
    world = World()
    with running(world.app()) as base:
        page.goto(f"{base}/c/{TOKEN}")
        page.route("**/c/**", lambda route: route.abort())
        page.fill("#text", "A long answer of mine.")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text(words.OFFLINE)
        expect(page.locator("#text")).to_have_value("A long answer of mine.")
        page.unroute("**/c/**")
        _tab_to(page, "[role=alert] button, .send")
        page.get_by_role("button", name=words.TRY_AGAIN).press("Enter")
        expect(page.locator(".mine")).to_have_count(1)
        expect(page.get_by_role("alert")).to_be_hidden()
        expect(page.locator("#text")).to_have_value("")
    assert [taken.text for taken in world.turns.taken] == ["", "A long answer of mine."]


def test_an_answer_that_got_lost_on_the_way_back_has_one_effect(page: Page) -> None:
    world = World()
    with running(world.app()) as base:
        page.goto(f"{base}/c/{TOKEN}")

        def swallow(route: object) -> None:
            route.fetch()  # type: ignore[attr-defined]
            route.abort()  # type: ignore[attr-defined]

        page.route("**/c/**", swallow)
        page.fill("#text", "first words")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_be_visible()
        page.unroute("**/c/**")
        page.fill("#text", "other words")
        page.keyboard.press("Enter")
        expect(page.locator(".mine")).to_have_count(2)
    assert [taken.text for taken in world.turns.taken] == ["", "first words", "other words"]


def test_a_failure_on_the_server_says_what_to_do(page: Page) -> None:
    world = World()
    with running(world.app()) as base:
        page.goto(f"{base}/c/{TOKEN}")
        world.turns.failing = RuntimeError()
        page.fill("#text", "An answer.")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("your message was not handled")
        expect(page.locator("#text")).to_have_value("An answer.")


def test_too_many_words_are_not_even_sent_and_stay(page: Page) -> None:
    world = World()
    with running(world.app()) as base:
        page.goto(f"{base}/c/{TOKEN}")
        page.fill("#text", "a" * (LONGEST + 1))
        page.click(".send")
        expect(page.get_by_role("alert")).to_contain_text(words.TOO_LONG_HERE)
        assert page.evaluate("document.querySelector('#text').value.length") == LONGEST + 1
        page.fill("#text", "")
    assert len(world.turns.taken) == 1


def test_after_erasure_nothing_is_left_on_the_screen(page: Page) -> None:
    with running(World().app()) as base:
        page.goto(f"{base}/c/{TOKEN}")
        page.fill("#text", "My name is Ada Example.")
        page.keyboard.press("Enter")
        expect(page.locator(".mine")).to_have_count(1)
        page.fill("#text", "erase my data")
        page.keyboard.press("Enter")
        expect(page.locator("form")).to_have_count(0)
        expect(page.locator("body")).not_to_contain_text("Ada")
        expect(page.locator(".reply")).to_be_focused()


@pytest.mark.parametrize("host", ["127.0.0.1", "rolecall.test"])
def test_without_script_the_forms_work_also_on_a_plain_name(browser: Browser, host: str) -> None:
    world = World()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with running(world.app()) as base:
        here = base.replace("127.0.0.1", host)
        page.goto(f"{here}/sign-in/{world.sign_ins.issue(world.now)}")
        page.get_by_label(words.SIGN_IN_NAME).fill("Ria Example")
        page.get_by_role("button", name=words.SIGN_IN_BUTTON).press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(words.ROLES_TITLE)
        page.goto(f"{here}/?role={ROLE.id}")
        page.fill("#text", "What does it pay?")
        page.get_by_role("button", name=words.SEND, exact=True).press("Enter")
        expect(page.locator(".mine")).to_have_count(1)
        page.goto(f"{here}/c/{TOKEN}")
        page.get_by_role("button", name="Yes, start").press("Enter")
        expect(page.locator(".mine")).to_have_text("You\nyes", use_inner_text=True)
    context.close()
    assert [taken.text for taken in world.turns.taken] == ["What does it pay?", "", "yes"]


def test_an_invitation_shows_in_the_list_beside_the_chat(page: Page) -> None:
    world = World(loopback=True)
    world.screenings.erased = True
    with running(world.app()) as base:
        page.goto(base + PAGES["team"])
        expect(page.locator(".side")).to_contain_text(words.NO_SCREENINGS)
        world.screenings.erased = False
        page.fill("#text", "invite Ada Example")
        page.keyboard.press("Enter")
        expect(page.locator(".side a")).to_have_count(1)
        expect(page.locator(".link a")).to_have_count(1)


def test_the_channel_brings_new_posts_by_itself(page: Page) -> None:
    world = World(loopback=True)
    with running(world.app()) as base:
        page.goto(base + PAGES["channel"])
        expect(page.locator("#empty")).to_be_visible()
        world.records.posted.append(card_post())
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.locator("article")).to_have_count(1)
        expect(page.get_by_role("status")).to_have_text(words.NEW_POSTS)
        expect(page.locator("#empty")).to_be_hidden()
        world.records.posted.clear()
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.locator("article")).to_have_count(0)
        expect(page.locator("#empty")).to_be_visible()


WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll(
    "button, nav a, summary, textarea, input, select, .button")]
  .filter(it => it.offsetParent && it.getBoundingClientRect().height < 24)
  .map(it => it.outerHTML)"""


def waiting() -> Question:
    ask = Ask("c-1", Audience.CANDIDATE, "Is there a" + "n oven" * 40 + "?", NOW, "", "")
    return Question(12, ROLE.id, NOW, (ask,))


def test_a_question_is_answered_by_keyboard_without_a_script(browser: Browser) -> None:
    world = World(loopback=True)
    world.questions.known.append(waiting())
    context = browser.new_context(java_script_enabled=False)
    with running(world.app()) as base:
        page = context.new_page()
        page.goto(base + PAGES["channel"])
        page.locator("#answer-12").focus()
        page.keyboard.type("There are eight ovens.")
        page.keyboard.press("Tab")
        page.keyboard.type("Rhea Invented")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").first).to_be_visible()
        expect(page).to_have_url(f"{base}{PAGES['channel']}/answers/12")
    context.close()
    (heard,) = world.turns.taken
    assert heard.text == "answer 12 all as Rhea Invented: There are eight ovens."


@pytest.mark.parametrize("name", PAGES)
def test_pages_fit_a_narrow_screen_and_targets_are_large(page: Page, name: str) -> None:
    world = World(loopback=True)
    world.records.posted.append(card_post())
    world.questions.known.append(waiting())
    world.sign_ins.issue(world.now)
    page.set_viewport_size({"width": 320, "height": 256})
    with running(world.app()) as base:
        page.goto(base + PAGES[name])
        for details in page.locator("details").all():
            details.evaluate("it => it.open = true")
        assert page.evaluate(WIDE) == 0
        assert page.evaluate(SMALL) == []


def test_a_word_without_end_does_not_break_a_page(page: Page) -> None:
    world = World(loopback=True)
    with running(world.app()) as base:
        page.set_viewport_size({"width": 320, "height": 600})
        page.goto(f"{base}/c/{TOKEN}")
        page.fill("#text", "w" * 700)
        page.keyboard.press("Enter")
        expect(page.locator(".mine")).to_have_count(1)
        assert page.evaluate(WIDE) == 0


def test_the_summary_is_read_in_order(page: Page) -> None:
    with running(World(loopback=True).app()) as base:
        page.goto(f"{base}/screenings/{SCREENING}")
        levels = page.evaluate(
            "() => [...document.querySelectorAll('h1,h2,h3,h4')].map(it => +it.tagName[1])"
        )
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
