"""Takes pictures of every page, light and dark, narrow and wide: run it and look.

python -m tests.channels.web.look FOLDER
"""

import sys
from pathlib import Path
from shutil import which

from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.loopback import running

from .fakes import World
from .sample import ROLE, SCREENING, SOURDOUGH, TOKEN, card_post

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome") or ""
ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

PAGES = {
    "roles": "/",
    "team-empty": "/?role=beekeeper",
    "team": f"/?role={ROLE.id}",
    "candidate": f"/c/{TOKEN}",
    "channel": f"/roles/{ROLE.id}/channel",
    "channel-empty": "/roles/beekeeper/channel",
    "summary": f"/screenings/{SCREENING}",
    "summary-asked": f"/screenings/{SCREENING}?ask=any+proof+of+less+waste",
    "record": f"/screenings/{SCREENING}/record#q1-81",
    "compare": f"/roles/{ROLE.id}/compare",
    "compare-empty": "/roles/beekeeper/compare",
    "sign-in": "/sign-in/invented",
    "dead-link": "/c/nothing",
    "lost": "/nowhere",
}


def chromium(playwright: Playwright, *more: str) -> Browser:
    """The system's Chromium."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGS, *more])


def _fill(base: str, browser: Browser) -> None:
    """Say something on both chats first, so that there is something to see."""
    page = browser.new_page()
    for path, said in (
        (PAGES["team"], ("What does it pay?", "show the kit", "invite Ada Example")),
        (PAGES["candidate"], ("yes", SOURDOUGH)),
    ):
        page.goto(base + path)
        for text in said:
            page.fill("#text", text)
            page.click(".send")
            expect(page.locator("#text")).to_have_value("")
    page.close()


def take_pictures(folder: Path) -> None:
    """Every page in four looks."""
    folder.mkdir(parents=True, exist_ok=True)
    world = World(loopback=True)
    world.records.posted.append(card_post())
    with running(world.app()) as base, sync_playwright() as playwright:
        browser = chromium(playwright)
        page = browser.new_page()
        page.goto(base + PAGES["candidate"])
        page.screenshot(path=folder / "candidate-first.png", full_page=True)
        _fill(base, browser)
        for scheme in ("light", "dark"):
            for width in (360, 1280):
                page = browser.new_page(
                    color_scheme="dark" if scheme == "dark" else "light",
                    viewport={"width": width, "height": 800},
                )
                for name, path in PAGES.items():
                    page.goto(base + path)
                    if name == "summary":
                        page.locator("article details").first.evaluate("it => it.open = true")
                    picture = folder / f"{name}-{scheme}-{width}.png"
                    page.screenshot(path=picture, full_page=True)
                page.close()
        page = browser.new_page()
        page.goto(base + PAGES["summary"])
        page.pdf(path=folder / "summary.pdf", format="A4")
        browser.close()


if __name__ == "__main__":
    take_pictures(Path(sys.argv[1]))
