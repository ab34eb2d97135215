"""Text that people wrote: shown as it was written, and never a link, a mention or a format."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.teams.markdown import inert, markdown
from bot.channels.teams.render import activities
from bot.core.messages import Items, Quote, Text
from tests.channels.teams.drawn import CLIENT, cards, runs, shown
from tests.channels.teams.samples import HOSTILE, HOSTILE_CARD

ALLOWED = {"p", "/p", "br /", "br"}


def tags(text: str) -> set[str]:
    return set(re.findall(r"<([^>\s]+(?: /)?)[^>]*>", CLIENT.render(text)))


def visible(text: str) -> str:
    return " ".join(inert(text).replace("\xa0", " ").split())


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from("ab1.-+#*_~`[]()!<>&;|\\=\n\t :/@{}\"'"), max_size=40))
def test_markdown_shows_what_was_written_and_formats_nothing(text: str) -> None:
    drawn = markdown(text)
    assert tags(drawn) <= ALLOWED
    assert visible(shown(drawn)) == visible(text)


def test_the_check_above_sees_formatting() -> None:
    assert tags("**b**") >= {"strong"}
    assert tags("- a") >= {"ul"}
    assert tags("<at>x</at>") >= {"at"}
    assert tags("a\n---") >= {"h2"}


@pytest.mark.parametrize("text", [HOSTILE, *HOSTILE.split("\n")])
def test_hostile_text_formats_nothing(text: str) -> None:
    assert tags(markdown(text)) <= ALLOWED
    assert visible(shown(markdown(text))) == visible(text)


@pytest.mark.parametrize(
    "found",
    [r"https?://", r"www\.e", r"\w\.example", r"@\w", r"<at", r"</at", r"\{\{", "\u202e", "&lt;at"],
)
def test_nothing_a_client_finds_by_itself_is_left(found: str) -> None:
    for drawn in activities((Text(HOSTILE), Quote(HOSTILE), Items((HOSTILE,)))):
        assert not re.search(found, str(drawn["text"]))
    said = runs(activities(HOSTILE_CARD))
    assert not [text for text in said if re.search(found, text)]
    assert any("evil" in text for text in said)


def test_in_cards_only_headings_know_markdown() -> None:
    for card in cards(activities(HOSTILE_CARD)):
        for element in card["body"]:
            assert element["type"] in ("RichTextBlock", "TextBlock", "ActionSet", "Image")
            if element["type"] == "TextBlock":
                assert tags(element["text"]) <= ALLOWED
