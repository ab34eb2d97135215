"""C9: a whole screening on a phone's screen, by keyboard, and as a screen reader is told of it.

A real browser, and the names, roles and states it hands to assistive technology. What WCAG 2.2 AA
asks beyond that of colours is in tests/channels/web/test_contrast.py, of size and zoom in
tests/channels/web/test_browser.py.
"""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.channels.web.fakes import World
from tests.channels.web.look import PAGES
from tests.channels.web.sample import TOKEN, card_post
from tests.channels.web.test_browser import _tab_to, browser, page
from tests.loopback import running

__all__ = ["browser", "page"]

pytestmark = pytest.mark.programs

_CONTROLS = {"button", "link", "textbox", "combobox", "checkbox", "radio", "DisclosureTriangle"}


def nodes(page: Page) -> list[dict[str, Any]]:
    """What the browser tells a screen reader, in order."""
    session = page.context.new_cdp_session(page)
    told: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    return [node for node in told if not node.get("ignored")]


def role(node: dict[str, Any]) -> str:
    return str(node.get("role", {}).get("value", ""))


def name(node: dict[str, Any]) -> str:
    return str(node.get("name", {}).get("value", "")).strip()


def test_c9_a_screening_on_a_phone_by_keyboard_alone(page: Page) -> None:
    world = World()
    page.set_viewport_size({"width": 360, "height": 640})
    with running(world.app()) as base:
        page.goto(f"{base}/c/{TOKEN}")
        _tab_to(page, "button[value=yes]")
        page.keyboard.press("Enter")
        expect(page.locator("#text")).to_be_focused()
        page.keyboard.type("I moved the whole line to a cold proof.")
        page.keyboard.press("Enter")
        expect(page.locator(".mine")).to_have_count(2)
        expect(page.locator("#text")).to_be_focused()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert [one.text for one in world.turns.taken][1:] == [
        "yes",
        "I moved the whole line to a cold proof.",
    ]


@pytest.mark.parametrize("shown", PAGES)
def test_c9_everything_has_a_name_and_its_place_for_a_screen_reader(page: Page, shown: str) -> None:
    world = World(loopback=True)
    world.records.posted.append(card_post())
    with running(world.app()) as base:
        page.goto(base + PAGES[shown])
        told = nodes(page)
        assert page.evaluate("document.documentElement.lang") == "en"
        assert page.title()
    roles = [role(node) for node in told]
    assert roles.count("main") == 1
    assert sum(role(n) == "heading" and _level(n) == 1 for n in told) == 1
    unnamed = [node for node in told if role(node) in _CONTROLS and not name(node)]
    assert unnamed == []
    pictures = [node for node in told if role(node) == "image" and not name(node)]
    assert pictures == []


def test_c9_new_words_are_told_without_being_looked_for(page: Page) -> None:
    with running(World().app()) as base:
        page.goto(f"{base}/c/{TOKEN}")
        page.fill("#text", "yes")
        page.keyboard.press("Enter")
        expect(page.get_by_role("log").locator(".mine")).to_have_count(1)
        expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")


def _level(node: dict[str, Any]) -> int:
    found = [one["value"]["value"] for one in node.get("properties", []) if one["name"] == "level"]
    return int(found[0]) if found else 0
