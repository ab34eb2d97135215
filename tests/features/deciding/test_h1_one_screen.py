"""H1: the card fits one screen: measured in a real browser, as Slack and Teams draw it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import Page, sync_playwright

from bot.channels.slack.render import rendered
from bot.channels.teams.render import activities
from bot.cli.demo import ANSWERS
from bot.core.messages import Block
from bot.core.ratings import Level
from bot.core.screening.events import Decided, Verdict
from bot.core.screening.team_events import NoteKept
from bot.core.team.card import team_card
from bot.core.team.card_room import SCREEN
from bot.core.team.review import Review
from bot.core.team.screened import Screened
from bot.dialogues.candidates.finding import entry_by_id
from bot.dialogues.candidates.finding import screened as known
from tests.channels.drawing import slack, teams
from tests.channels.drawing.html import page
from tests.channels.web.look import chromium
from tests.kits.written import role
from tests.recruiting.candidates import screened
from tests.recruiting.office import NOON, Office

TEXTS = [c.text for c in role("ai-infrastructure-architect").criteria]
WIDTHS = (600, 650, 700)


def one_of(office: Office, count: int) -> Screened:
    """A screening by the first brief's lines, the first `count` of them required."""
    every = [*TEXTS, *(f"{text.rstrip('.')}, year {n}." for n in range(3) for text in TEXTS)]
    listed = "\n".join(f"- {text}" for text in every[:count])
    office.add("wide-role", f"# AI Infrastructure Architect\n\n## Required\n{listed}\n")
    said = [" ".join(answer) for answer in ANSWERS.values()] * 10
    identity = screened(office, "7F3", tuple(said[:count]), "wide-role", Level.DESCRIBED)
    return known(office.ports, entry_by_id(office.ports, identity))


def decided(one: Screened) -> Screened:
    """The same with all that a team may add."""
    reason = "The failover test is what we look for; compliance is for the next talk. " * 9
    notes = tuple(
        NoteKept(NOON + timedelta(minutes=n), reason, "U-bo", "Bo Example " * 9) for n in range(5)
    )
    step = Decided(NOON, Verdict.ADVANCE, reason, "U-ria", "Ria Example")
    return replace(one, review=Review(steps=(step,), notes=notes))


@pytest.fixture(scope="module")
def browser_page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser.new_page(viewport={"width": 1500, "height": SCREEN})
        browser.close()


def drawn_height(shown: Page, platform: str, blocks: tuple[Block, ...], width: int) -> float:
    """How high the message is, in px."""
    if platform == "slack":
        html = "".join(slack.message(said.blocks) for said in rendered(blocks))
    else:
        html = "".join(teams.activity(sent) for sent in activities(blocks))
    shown.set_content(page(platform, html, "wide"))
    shown.add_style_tag(content=f"section {{ width: {width}px !important }}")
    box = shown.locator("section.light > .message").bounding_box()
    assert box is not None
    return box["height"]


@pytest.mark.programs
@pytest.mark.parametrize("count", [3, 8, 15, 60])
def test_h1_the_card_is_no_higher_than_a_screen(
    office: Office, browser_page: Page, count: int
) -> None:
    one = one_of(office, count)
    for said in (one, decided(one)):
        blocks = team_card(said)
        for platform, width in (("slack", 650), *(("teams", width) for width in WIDTHS)):
            high = drawn_height(browser_page, platform, blocks, width)
            assert high <= SCREEN, (platform, width)
