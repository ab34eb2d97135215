"""`python -m tests.channels.drawing FOLDER` takes the pictures of docs/slack.md and docs/teams.md.

Each shows what the product really sends, in the light and in the dark look. Look at them.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.channels.drawing.scenes import pages
from tests.channels.web.look import chromium


def main() -> None:
    """Every scene, as one picture each."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        page = browser.new_page(viewport={"width": 1040, "height": 200})
        for name, html in pages().items():
            page.set_content(html)
            page.locator("body").screenshot(path=folder / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
