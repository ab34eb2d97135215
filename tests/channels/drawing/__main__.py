"""`python -m tests.channels.drawing FOLDER` takes the pictures in docs/pictures.

Each shows what the product really sends, in the light and in the dark look. Look at them.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.channels.drawing import web
from tests.channels.drawing.keeping import kept
from tests.channels.drawing.played import WHO, decided, stage_after_screening
from tests.channels.drawing.scenes import pages, played_pages
from tests.channels.web.look import chromium
from tests.dialogues.stage import Stage


def main() -> None:
    """Every scene, as one picture each."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as home,
        stage_after_screening(Path(home)) as stage,
        # Durable turns start before Playwright does, which runs an event loop of its own.
        web.served(stage) as base,
        sync_playwright() as playwright,
    ):
        _pictures(chromium(playwright), folder, stage, base)


def _pictures(browser: Browser, folder: Path, stage: Stage, base: str) -> None:
    channel, summary = f"{base}{web.CHANNEL}", f"{base}/screenings/{stage.screening(WHO)}"
    _take(browser, folder, pages())
    web.wide(browser, channel, folder / "web-fit-card.png")
    web.narrow(browser, channel, folder / "web-fit-card")
    web.summary(browser, summary, folder / "fit-summary.png")
    _take(browser, folder, played_pages(decided(stage)))
    web.wide(browser, channel, folder / "web-decided.png")
    web.wide(browser, summary, folder / "web-summary.png", until=".glance")
    web.narrow(browser, summary, folder / "web-summary", until=".glance")
    browser.close()


def _take(browser: Browser, folder: Path, drawn: dict[str, str]) -> None:
    page = browser.new_page(viewport={"width": 1040, "height": 200})
    for name, html in drawn.items():
        page.set_content(html)
        kept(page.locator("body").screenshot(), folder / f"{name}.png")
    page.close()


if __name__ == "__main__":
    main()
