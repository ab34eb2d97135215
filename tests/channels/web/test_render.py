"""Blocks as HTML: each kind is drawn, and whatever it holds stays words."""

from html.parser import HTMLParser
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web import render
from bot.core.messages import (
    Aside,
    Assessed,
    Block,
    Choice,
    Choices,
    Citation,
    File,
    Heading,
    Items,
    Link,
    Pairs,
    Quote,
    Sources,
    Text,
)

from .clients import tags_of, words_of

TRICK = "<b onclick=x>&amp;\"'</b>"


def one_of_each(text: str) -> tuple[Block, ...]:
    return (
        Heading(text),
        Text(text),
        Items((text,)),
        Items((text,), numbered=True),
        Pairs(((text, text),)),
        Quote(text, text),
        Sources((Citation(text, 3, text, text),)),
        Sources((Citation(text, 3, text, text),) * 5),
        Assessed(text, text, text, 3, (text,), (text,), 4),
        Choices((Choice(text, text, primary=True),)),
        Link(text, text),
        Link(text, f"https://jobs.example/{text}"),
        Aside(text),
        File(text, "text/plain", "words"),
    )


def test_one_of_each_is_one_of_each() -> None:
    assert {type(block) for block in one_of_each("")} == set(get_args(Block))


@pytest.mark.parametrize("block", one_of_each(TRICK))
def test_each_block_shows_its_words_and_none_of_their_markup(block: Block) -> None:
    html = render.blocks((block,), choices=True)
    assert TRICK in words_of(html)
    assert "<b " not in html


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.shape: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shape.append((tag, tuple(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.shape.append((f"/{tag}", ()))


def _shape(html: str) -> list[tuple[str, tuple[str, ...]]]:
    parser = _Elements()
    parser.feed(html)
    parser.close()
    return parser.shape


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_no_words_ever_change_the_elements_of_a_page(text: str) -> None:
    plain = render.blocks(one_of_each("x"), choices=True)
    assert _shape(render.blocks(one_of_each("." + text), choices=True)) == _shape(plain)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:x", "ftp:x"]
)
def test_a_link_that_is_no_web_address_is_only_words(url: str) -> None:
    html = render.blocks((Link("Go", url),))
    assert not tags_of(html, "a")
    assert url in words_of(html)


def test_levels_are_words_and_the_sign_beside_them_is_hidden_from_screen_readers() -> None:
    for level, said in ((0, "no evidence"), (4, "demonstrated with impact"), (None, "not asked")):
        html = render.blocks((Assessed("Baking", "essential", said, level, (), (), 1),))
        assert said in words_of(html)
        assert all(a["aria-hidden"] == "true" for a in tags_of(html, "svg"))


def test_each_level_has_a_sign_of_its_own() -> None:
    signs = {
        render.blocks((Assessed("Baking", "essential", "x", level, (), (), 1),))
        .split("<svg")[1]
        .split("</svg>")[0]
        for level in (None, 0, 1, 2, 3, 4)
    }
    assert len(signs) == 6


def test_a_number_in_a_level_is_never_shown() -> None:
    html = render.blocks((Assessed("Baking", "essential", "claimed", 1, (), (), 0),))
    assert not any(letter.isdigit() for letter in words_of(html))


def test_headings_can_start_lower() -> None:
    drawn = (Heading("A"), Assessed("B", "essential", "claimed", 1, (), (), 1))
    assert [len(tags_of(render.blocks(drawn, heading=2), f"h{n}")) for n in (2, 3)] == [1, 1]
