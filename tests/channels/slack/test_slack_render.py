"""What people see in Slack: whole payloads as files, the limits, and words that stay words."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.slack.render import rendered
from bot.channels.slack.text import clean
from bot.core.messages import (
    Aside,
    Assessed,
    Block,
    Choice,
    Choices,
    Citation,
    Heading,
    Items,
    Link,
    Pairs,
    Quote,
    Sources,
    Text,
)
from tests.channels.slack import samples
from tests.channels.slack.limits import leaves, problems

SNAPSHOTS = Path(__file__).parent / "snapshots"
SAMPLES = {
    "answer": samples.answer(),
    "question": samples.question(),
    "fit_card": samples.card(),
    "nasty": samples.nasty(),
}


def payloads(*blocks: Block) -> list[dict[str, Any]]:
    return [{"text": m.text, "blocks": m.blocks} for m in rendered(blocks)]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_reply_is_drawn_as_in_its_snapshot(name: str) -> None:
    drawn = payloads(*SAMPLES[name])
    file = SNAPSHOTS / f"{name}.json"
    if os.environ.get("ROLECALL_WRITE_SNAPSHOTS"):
        file.write_text(json.dumps(drawn, indent=1, ensure_ascii=False) + "\n")
    assert drawn == json.loads(file.read_text())
    assert [found for payload in drawn for found in problems(payload)] == []


def kinds(node: Any) -> Iterator[str]:
    """Every `type` in a payload."""
    if isinstance(node, dict):
        yield from [node["type"]] if isinstance(node.get("type"), str) else []
        for below in node.values():
            yield from kinds(below)
    if isinstance(node, list):
        for below in node:
            yield from kinds(below)


def test_words_of_a_candidate_never_ping_link_or_format() -> None:
    drawn = payloads(*samples.nasty())
    assert set(kinds(drawn)).isdisjoint({"mrkdwn", "markdown", "user", "usergroup", "broadcast"})
    for payload in drawn:
        assert set(payload["text"]).isdisjoint("<>")
        assert "\u202e" not in json.dumps(payload, ensure_ascii=False)
    links = [
        leaf for p in drawn for b in p["blocks"] for leaf in leaves(b) if leaf["type"] == "link"
    ]
    assert links == [{"type": "link", "url": "https://rolecall.example/s/invented-token"}]


def test_literal_text_is_shown_letter_by_letter() -> None:
    [payload] = payloads(Quote("a < b && c > d"))
    [leaf] = leaves(payload["blocks"][0])
    assert leaf == {"type": "text", "text": "a < b && c > d"}
    assert payload["text"] == "“a &lt; b &amp;&amp; c &gt; d”"


def test_plain_text_is_escaped() -> None:
    [payload] = payloads(Heading("R&D <lead>"), Aside("a > b"), Choices((Choice("Q&A", "q&a"),)))
    header, context, actions = payload["blocks"]
    assert header["text"]["text"] == "R&amp;D &lt;lead&gt;"
    assert context["elements"][0]["text"] == "a &gt; b"
    assert actions["elements"][0]["text"]["text"] == "Q&amp;A"
    assert actions["elements"][0]["value"] == "q&a"


def quotes(drawn: list[dict[str, Any]]) -> list[str]:
    found = [e for p in drawn for b in p["blocks"] for e in b.get("elements", ())]
    return [e["elements"][0]["text"] for e in found if e["type"] == "rich_text_quote"]


def test_a_long_card_is_several_messages_and_every_quote_is_whole() -> None:
    said = tuple(f"{n}: " + "I moved one more table to the new store. " * 40 for n in range(30))
    drawn = payloads(Heading("Card"), *(Quote(text) for text in said))
    assert len(drawn) > 1
    assert [found for payload in drawn for found in problems(payload)] == []
    assert tuple(quotes(drawn)) == said


def test_a_quote_that_is_too_long_alone_loses_no_letter() -> None:
    said = "One case & its result. " * 900
    drawn = payloads(Quote(said))
    assert len(quotes(drawn)) > 1
    assert "".join(quotes(drawn)) == said


def test_an_assessment_over_the_limit_keeps_its_quotes_whole() -> None:
    said = tuple("word " * 500 + str(number) for number in range(4))
    block = Assessed("SQL", "essential", "demonstrated", 3, said, ("One specific case.",), 13)
    assert tuple(quotes(payloads(block))) == said


def test_numbers_go_on_where_a_list_is_divided() -> None:
    [message] = rendered((Items(tuple("x" * 500 for _ in range(12)), numbered=True),))
    lists = [piece.block["elements"][0] for piece in message.pieces]
    assert [each.get("offset", 0) for each in lists] == [0, 6]
    assert [piece.text[:4] for piece in message.pieces] == ["1. x", "7. x"]


def test_a_heading_is_never_the_last_thing_in_a_message() -> None:
    texts = [Text("x" * 2_900) for _ in range(3)]
    drawn = payloads(*texts, Heading("Next"), Text("x" * 2_900))
    last_blocks = [payload["blocks"][-1]["type"] for payload in drawn]
    assert len(drawn) == 2
    assert "header" not in last_blocks


def test_a_choice_that_does_not_fit_a_button_is_said_as_text() -> None:
    drawn = payloads(Choices((Choice("Long", "x" * 2_001), Choice("Short", "short"))))
    blocks = drawn[0]["blocks"]
    assert [b["type"] for b in blocks] == ["actions", "rich_text"]
    assert [e["value"] for e in blocks[0]["elements"]] == ["short"]
    assert "x" * 2_001 in next(leaves(blocks[1]))["text"]


def test_more_buttons_than_one_row_takes_are_several_rows() -> None:
    drawn = payloads(Choices(tuple(Choice(f"B{n}", f"b{n}") for n in range(60))))
    rows = [b["elements"] for p in drawn for b in p["blocks"]]
    assert [len(row) for row in rows] == [25, 25, 10]
    assert problems(drawn[0]) == []


def test_a_source_shows_its_line_unless_the_answer_already_does() -> None:
    cited = Citation("Required", 11, "5+ years", "v1")
    [shown] = payloads(Text("Five years."), Sources((cited,)))
    [same] = payloads(Text("5+ years"), Sources((cited,)))
    assert shown["blocks"][1]["elements"][0]["text"] == "Required, line 11 · brief v1: “5+ years”"
    assert same["blocks"][1]["elements"][0]["text"] == "Required, line 11 · brief v1"


def test_nothing_to_say_is_no_message() -> None:
    assert payloads() == []
    assert payloads(Text(" \n"), Items(()), Choices(()), Quote(""), Sources(())) == []


words = st.text(max_size=60) | st.text(alphabet='&<>"\\ \nab', max_size=7_000)
blocks = st.one_of(
    st.builds(Heading, words),
    st.builds(Text, words),
    st.builds(Items, st.lists(words, max_size=70).map(tuple), st.booleans()),
    st.builds(Pairs, st.lists(st.tuples(words, words), max_size=5).map(tuple)),
    st.builds(Quote, words, st.text(max_size=20)),
    st.builds(Aside, words),
    st.builds(Link, words, st.just("https://rolecall.example/x") | words),
    st.builds(
        Sources,
        st.lists(
            st.builds(Citation, words, st.integers(0, 9), words, st.just("v1")), max_size=12
        ).map(tuple),
    ),
    st.builds(
        Choices, st.lists(st.builds(Choice, words, words, st.booleans()), max_size=30).map(tuple)
    ),
    st.builds(
        Assessed,
        words,
        st.just("essential"),
        st.just("claimed"),
        st.just(1),
        st.lists(words, max_size=6).map(tuple),
        st.lists(words, max_size=3).map(tuple),
        st.integers(0, 50),
    ),
)


@settings(max_examples=40)
@given(st.lists(blocks, max_size=8))
def test_whatever_is_said_stays_within_the_limits(said: list[Block]) -> None:
    for payload in payloads(*said):
        assert problems(payload) == []
        assert "<" not in payload["text"]


@settings(max_examples=40)
@given(words)
def test_every_letter_of_a_paragraph_is_shown(said: str) -> None:
    shown = [leaf["text"] for p in payloads(Text(said)) for b in p["blocks"] for leaf in leaves(b)]
    assert "".join(shown).split() == clean(said).split()
