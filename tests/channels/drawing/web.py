"""Pictures of the real pages about a screening that is played, in light and dark side by side."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from bot.serving import turns_of, web
from tests.channels.drawing.keeping import kept
from tests.channels.drawing.played import BRIEF
from tests.dialogues.stage import Stage
from tests.loopback import running

CHANNEL = f"/roles/{BRIEF}/channel"
WIDE, NARROW = 1280, 390
SHRUNK = 0.55
"""How much smaller the wide pages stand in the picture."""


@contextmanager
def served(stage: Stage) -> Iterator[str]:
    """The pages of this stage's program; their address."""
    turns = turns_of(stage.app)
    turns.start()
    with running(web(stage.app, turns)) as base:
        yield base


def wide(browser: Browser, address: str, file: Path, until: str = "main") -> None:
    """The page on a desk, in both looks side by side, down to the end of an element."""
    looks = [_shot(browser, address, WIDE, dark, until) for dark in (False, True)]
    both = Image.new("RGB", (2 * WIDE, max(look.height for look in looks)), "white")
    for number, look in enumerate(looks):
        both.paste(look, (number * WIDE, 0))
    small = (round(both.width * SHRUNK), round(both.height * SHRUNK))
    kept(both.resize(small, Image.Resampling.LANCZOS), file)


def narrow(browser: Browser, address: str, file: Path, until: str = "main") -> None:
    """The page on a phone, one file for each look; `file` is their name without it."""
    for look in ("light", "dark"):
        drawn = _shot(browser, address, NARROW, look == "dark", until)
        kept(drawn, file.with_name(f"{file.name}-{look}.png"))


def summary(browser: Browser, address: str, file: Path) -> None:
    """The page of a summary, down to the end of what is seen at a glance."""
    page = browser.new_page(viewport={"width": 860, "height": 800})
    page.goto(address)
    kept(_until(page, ".glance"), file)
    page.close()


def _until(page: Page, element: str) -> Image.Image:
    """The page from its top to the end of an element."""
    whole = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    box = page.locator(element).first.bounding_box()
    assert box is not None
    return whole.crop((0, 0, whole.width, min(whole.height, round(box["y"] + box["height"] + 24))))


def _shot(browser: Browser, address: str, width: int, dark: bool, until: str) -> Image.Image:
    page = browser.new_page(
        color_scheme="dark" if dark else "light",
        viewport={"width": width, "height": 800},
    )
    page.goto(address)
    drawn = _until(page, until)
    page.close()
    return drawn
