"""Every page by every rule of axe-core for WCAG 2.0, 2.1 and 2.2, levels A and AA.

A real browser draws each page light and dark, as wide as a small phone and as a desk's screen.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page

from bot.core.answering.questions import Ask, Question
from bot.core.messages import Block, File, Incoming
from bot.core.roles import Audience
from bot.core.screening.resume import Hidden, InResume, ResumeKept
from bot.core.team.blind import unshown
from bot.core.team.screened import Screened
from tests.loopback import running

from .fakes import World, fixed
from .look import PAGES
from .sample import CANDIDATE, NOW, ROLE, SCREENING, TOKEN, card_post
from .test_browser import browser
from .test_render import one_of_each

__all__ = ["browser"]

pytestmark = pytest.mark.programs

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = (320, 1280)
_RUN = """tags => axe.run(document, { runOnly: { type: "tag", values: tags } })"""
_QUOTE = "Moved the rye to a cold proof"
_RESUME = f"Ottoline Invented-Quibble\n\nHead baker, 2019 – 2024\n{_QUOTE}\n"


def _resume() -> ResumeKept:
    start = _RESUME.index(_QUOTE)
    quote = InResume("r1", 4, start, start + len(_QUOTE), _QUOTE)
    told = sha256(_RESUME.encode()).hexdigest()
    return ResumeKept(NOW, "pdf", _RESUME, told, (Hidden.PALE,), (quote,), "resume-1", 1)


def _all_blocks(said: Incoming) -> tuple[Block, ...]:
    """To one message every kind of block, files included; otherwise what is usual."""
    if said.text != "everything":
        return fixed(said)
    return (*one_of_each("Words as long as words are"), File("my-data.txt", "text/plain", "words"))


def _world() -> World:
    world = World(loopback=True, say=_all_blocks)
    world.screenings.going_on = True
    world.records.posted.append(card_post())
    asked = Ask("Is there a locker?", Audience.CANDIDATE, "chat", NOW)
    world.questions.known = [Question(4, ROLE.id, NOW, asks=(asked,))]
    world.known = replace(world.screened(SCREENING), resume=_resume(), name=CANDIDATE)
    return world


def _hidden(world: World) -> Screened:
    return unshown(world.screened(SCREENING))


def _said(page: Page, *words: str) -> None:
    for text in words:
        page.fill("#text", text)
        page.click(".send")
        page.wait_for_function("document.querySelector('#text').value === ''")


def _opened(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")


def _said_all(page: Page) -> None:
    _said(page, "everything")
    _opened(page)


def _said_last(page: Page) -> None:
    page.fill("#text", "erase my data")
    page.click(".send")
    page.wait_for_selector("#say", state="detached")


def _said_yes(page: Page) -> None:
    _said(page, "yes")


Prepare = Callable[[Page], None]
STATES: dict[str, tuple[str, Prepare]] = {
    **{name: (path, _opened) for name, path in PAGES.items()},
    "candidate-question": (f"/c/{TOKEN}", _said_yes),
    "candidate-everything": (f"/c/{TOKEN}", _said_all),
    "candidate-over": (f"/c/{TOKEN}", _said_last),
    "team-everything": (f"/?role={ROLE.id}", _said_all),
    "funnel": (f"/roles/{ROLE.id}/funnel", _opened),
    "not-taken": ("/c/nothing/file", _opened),
}


@pytest.fixture(scope="module")
def source() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@pytest.fixture
def sheet(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


def _violations(page: Page, source: str) -> list[str]:
    """What axe finds, in each of the four looks."""
    found = []
    page.evaluate(source)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            told = page.evaluate(_RUN, TAGS)
            assert told["passes"], "nothing was looked at"
            found += [
                f"{scheme} {width}: {one['id']}: {one['help']}: "
                + json.dumps([node["html"][:160] for node in one["nodes"]][:3])
                for one in told["violations"]
            ]
    return found


@pytest.mark.parametrize("state", STATES)
def test_no_page_breaks_a_rule(sheet: Page, source: str, state: str) -> None:
    world = _world()
    path, prepare = STATES[state]
    with running(world.app()) as base:
        sheet.goto(base + path)
        prepare(sheet)
        assert _violations(sheet, source) == []


def test_a_page_to_rate_blind_breaks_no_rule(sheet: Page, source: str) -> None:
    world = _world()
    world.known = _hidden(world)
    with running(world.app()) as base:
        sheet.goto(f"{base}/screenings/{SCREENING}")
        assert _violations(sheet, source) == []


def test_what_breaks_a_rule_is_found(sheet: Page, source: str) -> None:
    small = "<button style='width:9px;height:9px;padding:0'>x</button>"
    pale = "<p style='color:#bbb'>pale words</p>"
    sheet.set_content(f"<main><img src='x'>{pale}<p>{small}{small}</p></main>")
    found = " ".join(_violations(sheet, source))
    for rule in ("image-alt", "color-contrast", "target-size", "html-has-lang", "document-title"):
        assert rule in found
