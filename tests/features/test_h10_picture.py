"""H10: the picture of criteria by level: a file in Slack, in the card in Teams, on the disk."""

import base64
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from bot.channels.slack.config import SlackConfig
from bot.channels.slack.sender import SlackSender
from bot.channels.teams.card import CARD_BYTES, size
from bot.channels.teams.render import activities
from bot.core.fit.cards import erased, fit_card
from bot.core.fit.sketch import Row, Sketch, of_card, of_summary
from bot.core.messages import Assessed, Block, Heading, Text
from bot.drawing import png
from tests.channels.slack.fake_api import TOKEN, FakeSlack
from tests.channels.web.sample import summary
from tests.loopback import running

HIRING = {"channel": "C0HIRING"}
CARD = fit_card(summary())


@pytest.fixture
def slack() -> FakeSlack:
    return FakeSlack()


@pytest.fixture
def sender(slack: FakeSlack) -> Iterator[SlackSender]:
    with running(slack.app()) as url:
        yield SlackSender(SlackConfig(bot_token=TOKEN, signing_secret="s", api_url=f"{url}/api/"))


def greys(data: bytes) -> set[tuple[int, int, int]]:
    image = Image.open(BytesIO(data)).convert("RGB")
    return {colour for _, colour in image.getcolors(1 << 20) or ()}  # type: ignore[misc]


def test_a_card_holds_the_same_picture_as_its_summary() -> None:
    assert of_card(CARD) == of_summary(summary())
    assert of_card((Text("no card"),)) is None


def test_on_a_card_that_groups_requirements_they_are_drawn_in_the_brief_s_order() -> None:
    last, first = (
        Assessed(text, "essential", "claimed", 1, (), (), line)
        for text, line in (("second", 9), ("first", 3))
    )
    drawn = of_card((Heading("Candidate 7F3"), last, first))
    assert drawn
    assert [row.text for row in drawn.rows] == ["first", "second"]


def test_where_levels_are_hidden_there_is_no_picture() -> None:
    hidden = Assessed("text", "essential", "not shown yet", None, (), (), 3)
    assert of_card((Heading("Candidate 7F3"), hidden)) is None


def test_it_has_its_own_light_ground_and_no_colour_but_grey() -> None:
    seen = greys(png.png(of_summary(summary())))
    assert all(red == green == blue for red, green, blue in seen)
    assert min(seen)[0] < 60
    assert max(seen)[0] > 240


def test_each_level_looks_different_also_without_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "_FONTS", ())
    png._font.cache_clear()
    rows = [Row("Größe – “Łódź”", "x", level) for level in (0, 1, 2, 3, 4, None)]
    drawn = {png.png(Sketch("t", (row,)), 1.0) for row in rows}
    png._font.cache_clear()
    assert len(drawn) == 6


def test_in_slack_it_is_a_file_in_the_cards_thread_and_goes_with_the_card(
    sender: SlackSender, slack: FakeSlack
) -> None:
    standings = sender.send(HIRING, "p-1", CARD)
    assert sender.send(HIRING, "p-1", CARD) == standings
    (file,) = slack.uploads.values()
    assert (file["channel"], file["thread"]) == ("C0HIRING", slack.messages[0]["ts"])
    assert file["content"].startswith(b"\x89PNG")
    for row in of_summary(summary()).rows:
        assert f"{row.text}: {row.words}" in file["alt"]
    for standing in standings:
        sender.replace(standing, "refresh", (Heading("Decided"),))
    assert slack.uploads, "a card that is redrawn keeps its picture"
    assert file["title"].endswith("as the bot read the answers")
    for standing in standings:
        sender.replace(standing, "retract", erased())
        sender.replace(standing, "retract", erased())
    assert not slack.uploads


@pytest.mark.parametrize("why", ["missing_scope", "file_uploads_disabled", "unknown_method"])
def test_where_slack_takes_no_file_the_card_stands_alone(
    sender: SlackSender, slack: FakeSlack, why: str
) -> None:
    slack.refusing["files.getUploadURLExternal"] = why
    (standing,) = sender.send(HIRING, "p-1", CARD)
    assert "upload" not in standing
    assert not slack.uploads
    assert len(slack.messages) == 1


def test_whispered_or_withheld_it_is_not_uploaded(sender: SlackSender, slack: FakeSlack) -> None:
    sender.send({**HIRING, "user": "U0RIA"}, "p-1", CARD)
    slack.channels["C0PUBLIC"] = {"is_private": False, "is_channel": True}
    sender.send({"channel": "C0PUBLIC"}, "p-2", CARD)
    assert not slack.uploads


def _images(blocks: tuple[Block, ...]) -> list[dict[str, str]]:
    sent: Any = activities(blocks)
    cards = [part["content"] for one in sent for part in one["attachments"]]
    assert all(size(card) <= CARD_BYTES for card in cards)
    return [part for card in cards for part in card["body"] if part["type"] == "Image"]


def test_in_teams_it_is_in_the_card_with_words_that_say_the_same() -> None:
    (image,) = _images(CARD)
    kind, _, data = image["url"].partition(",")
    assert kind == "data:image/png;base64"
    assert Image.open(BytesIO(base64.b64decode(data))).format == "PNG"
    for row in of_summary(summary()).rows:
        assert row.words in image["altText"]


def test_in_teams_what_has_no_room_on_the_card_stands_below_it_in_the_same_message() -> None:
    many: tuple[Block, ...] = tuple(
        Assessed(
            f"Invented requirement {n}, told in so many words that it takes more than a line",
            "essential",
            "claimed",
            1,
            ("I would do that with care, and with a plan that everybody has read. " * 8,),
            (),
            n,
        )
        for n in range(8)
    )
    blocks = (Heading("Candidate 7F3 · Night Baker"), *many)
    sent: Any = activities(blocks)[0]
    first, second = [part["content"] for part in sent["attachments"]]
    assert [part["type"] for part in second["body"]] == ["Image"]
    assert not any(part["type"] == "Image" for part in first["body"])
    assert size(sent) < 80_000
    [image] = _images(blocks)
    assert "Invented requirement 7, told in so many words that it takes more" in image["altText"]


def test_in_teams_it_is_folded_where_the_card_would_be_higher_than_a_screen_with_it() -> None:
    def shown(count: int) -> list[dict[str, Any]]:
        rows = tuple(
            Assessed(f"Need {n}", "essential", "claimed", 1, ("I would.",), (), n, short=True)
            for n in range(count)
        )
        [sent] = activities((Heading("Candidate 7F3 · Night Baker"), *rows))
        attached: Any = sent["attachments"]
        return [element for one in attached for element in one["content"]["body"]]

    [open_one] = (element for element in shown(2) if element["type"] == "Image")
    assert "isVisible" not in open_one
    button, picture = shown(8)[-2:]
    assert picture["isVisible"] is False
    assert button["actions"][0]["targetElements"] == [picture["id"]]


def test_in_teams_a_card_of_sixty_criteria_stays_within_the_limit() -> None:
    many = tuple(
        Assessed(
            f"Invented requirement {n}, with its own words", "required", "claimed", 1, (), (), n
        )
        for n in range(60)
    )
    assert len(_images((Heading("Candidate 7F3 · Night Baker"), *many))) <= 1
