"""What is drawn: snapshots, the card schema, citations, buttons, and Teams's limits."""

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft6Validator  # type: ignore[import-untyped]

from bot.channels.teams.card import CARD_BYTES
from bot.channels.teams.markdown import SEGMENT, segments, web_address
from bot.channels.teams.render import activities
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
from tests.channels.teams.drawn import cards, labels, runs, shown
from tests.channels.teams.microsoft import utf16
from tests.channels.teams.samples import ANSWER, CITATION, FIT_CARD, HOSTILE_CARD, MARKUP, QUESTION

HERE = Path(__file__).parent
SCHEMA = HERE / "schemas" / "adaptive-card-1.5.0.json"

SAMPLES = {
    "answer": ANSWER,
    "question": QUESTION,
    "fit-card": FIT_CARD,
    "markup": MARKUP,
    "markup-card": HOSTILE_CARD,
}


@pytest.mark.parametrize("name", SAMPLES)
def test_drawn_as_before(name: str) -> None:
    kept = HERE / "snapshots" / f"{name}.json"
    drawn = json.dumps(activities(SAMPLES[name]), indent=2, ensure_ascii=True) + "\n"
    # The fonts of a machine differ, and so do its pictures.
    told = re.sub(r"(?<=image/png;base64,)[^\"]+", "PICTURE", drawn)
    if os.environ.get("ROLECALL_WRITE_SNAPSHOTS"):
        kept.write_text(told, encoding="utf-8")
    assert told == kept.read_text(encoding="utf-8"), "see the diff; ROLECALL_WRITE_SNAPSHOTS=1"


@pytest.mark.parametrize("name", SAMPLES)
def test_cards_follow_the_schema(name: str) -> None:
    validator = Draft6Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    wrong = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock"}]}
    assert list(validator.iter_errors(wrong)), "the schema finds nothing wrong with anything"
    for card in cards(activities(SAMPLES[name])):
        assert card["version"] == "1.5"
        # Teams' own word for a card as wide as the channel stands beside the schema.
        assert card.pop("msteams", {"width": "Full"}) == {"width": "Full"}
        assert [error.message for error in validator.iter_errors(card)] == []


def test_an_answer_carries_its_label_and_citations() -> None:
    (drawn,) = activities(ANSWER)
    (label,) = labels((drawn,))
    assert label["type"] == "https://schema.org/Message"
    assert label["additionalType"] == ["AIGeneratedContent"]
    assert [claim["position"] for claim in label["citation"]] == [1, 2]
    assert label["citation"][0]["appearance"]["name"] == "Compensation, line 41"
    assert re.findall(r"(?<!\\)\[\d\]", str(drawn["text"])) == ["[1]", "[2]"]


def test_an_answer_without_a_source_has_no_label() -> None:
    assert all("entities" not in drawn for drawn in activities((Text("I do not know."),)))


def test_citations_stay_within_their_limits() -> None:
    long = [Citation(f"{n} Section " * 40, 1234, "quote " * 100, "1a2b3c4d") for n in range(45)]
    drawn = activities((Text("Much."), Sources(tuple(long))))
    found = labels(drawn)
    assert [len(label["citation"]) for label in found] == [20, 20, 5]
    for label, activity in zip(found, drawn, strict=True):
        numbers = re.findall(r"(?<!\\)\[(\d+)\]", str(activity["text"]))
        assert numbers == [str(claim["position"]) for claim in label["citation"]]
        for claim in label["citation"]:
            assert len(claim["appearance"]["name"]) <= 80
            assert claim["appearance"]["name"].endswith(", line 1234")
            assert len(claim["appearance"]["abstract"]) <= 160


def test_lines_of_one_section_are_one_citation() -> None:
    cited = [Citation("Required", line, f"need {line}", "1a2b") for line in (7, 8, 9)]
    (drawn,) = activities((Text("Three."), Sources((*cited, CITATION))))
    claims = labels((drawn,))[0]["citation"]
    assert [claim["appearance"]["name"] for claim in claims] == [
        "Required, lines 7–9",
        "Compensation, line 41",
    ]
    assert claims[0]["appearance"]["abstract"] == "need 7 · need 8 · need 9"
    assert "[1] Required, lines 7–9 · brief 1a2b" in str(drawn["text"])


def test_a_fit_card_is_one_card_with_a_heading_and_the_words() -> None:
    (drawn,) = activities(FIT_CARD)
    assert "text" not in drawn
    assert drawn["summary"] == "Otter 7 · AI Infrastructure Architect"
    (card,) = cards((drawn,))
    assert card["body"][0]["style"] == "heading"
    said = " ".join(runs((drawn,)))
    assert "demonstrated with impact" in said
    assert "“I designed a 512-GPU cluster and cut training time by 40 %.”" in said
    assert "A person decides." in said


def test_a_fit_card_that_goes_on_says_of_whom() -> None:
    rated = [
        Assessed(f"Criterion {n}", "essential", "described", 2, ("one real case " * 20,), (), n)
        for n in range(1, 40)
    ]
    drawn = activities((Heading("Otter 7 · Architect"), *rated))
    assert len(drawn) > 1
    assert all(activity["summary"] == "Otter 7 · Architect" for activity in drawn)
    assert {runs((activity,))[0] for activity in drawn[1:]} == {"Otter 7 · Architect (continued)"}
    named = [text for text in runs(drawn) if text.startswith("Criterion ")]
    assert named == [f"Criterion {n}: " for n in range(1, 40)]


def test_buttons_say_their_words() -> None:
    (drawn,) = activities(QUESTION)
    (card,) = cards((drawn,))
    actions = card["body"][0]["actions"]
    assert [(action["type"], action["data"]) for action in actions] == [
        ("Action.Execute", {"typed": "skip"}),
        ("Action.Execute", {"typed": "pause"}),
        ("Action.Execute", {"typed": "person"}),
    ]
    for action in actions:
        assert action["verb"] == "say"
        assert action["fallback"]["type"] == "Action.Submit"
        assert action["fallback"]["data"] == action["data"]
    assert "Or type: “skip” · “pause” · “person”" in runs((drawn,))


def test_many_buttons_stay_in_rows_of_six() -> None:
    many = Choices(tuple(Choice(f"Role {n}", f"role {n}") for n in range(1000)))
    drawn = activities((Text("Which role do you mean?"), many))
    rows = [element["actions"] for card in cards(drawn) for element in card["body"]]
    assert max(len(row) for row in rows) == 6
    said = [action["data"]["typed"] for row in rows for action in row]
    assert said == [f"role {n}" for n in range(1000)]
    assert all(utf16(card) <= CARD_BYTES for card in cards(drawn))
    assert drawn[0]["text"] == "Which role do you mean?"


def test_nothing_is_drawn_for_nothing() -> None:
    assert activities(()) == ()
    assert activities((Choices(()), Sources(()), Items(()), Pairs(()))) == ()
    assert activities((Text(""), Heading(""), Aside(" "))) == ()


def test_a_hostile_link_is_drawn_as_words() -> None:
    assert web_address("javascript:alert(1)") == ""
    assert activities((Link("Open", "javascript:alert(1)"),))[0]["text"] == "Open"
    assert web_address("https://a.example/b) c\n") == "https://a.example/b%29%20c"


@given(st.text(max_size=300), st.integers(1, 40))
def test_segments_lose_nothing(text: str, size: int) -> None:
    parts = segments(text, size)
    assert "".join(parts) == text
    assert all(0 < len(part) <= size for part in parts)


LONG = ["x" * 100_000, "word " * 20_000, "🧭" * 50_000, '"\\\n' * 20_000, "&amp;" * 10_000]
LONG += ["\n" * 5_000 + "end", "*" * 50_000, "{" * 50_000, "a.a" * 30_000, "<" * 50_000]


@pytest.mark.parametrize("text", LONG)
def test_long_text_is_split_below_the_limits(text: str) -> None:
    cited = Sources(tuple(Citation(f"{n}{text}", n, text, "v") for n in range(25)))
    button = Choices((Choice(text, "yes"),))
    blocks: tuple[Block, ...] = (
        Heading(text),
        Text(text),
        Aside(text),
        Quote(text, "Otter 7"),
        Items((text, text)),
        Pairs(((text, text),)),
        cited,
        button,
    )
    rated = Assessed(text, "essential", "claimed", 1, (text,), (text,), 1)
    for drawn in (activities(blocks), activities((rated, *blocks))):
        assert all(utf16(activity) <= 80 * 1024 for activity in drawn)
        assert all(utf16(card) <= CARD_BYTES for card in cards(drawn))


def test_a_long_quote_is_whole() -> None:
    told = "one real example " * 3000
    quoted = "".join(shown(str(drawn["text"])) for drawn in activities((Quote(told),)))
    assert quoted.replace("“", "").replace("”", "").split() == told.split()
    rated = Assessed("GPU", "essential", "described", 2, (told,), (), 1)
    said = runs(activities((Heading("Otter 7"), rated)))
    assert " ".join(said).count("example") == 3000
    assert max(len(text) for text in said) <= SEGMENT


def test_citation_text_is_plain() -> None:
    drawn = activities((Text("x"), Sources((CITATION,))))[0]
    assert drawn["text"] == f"x\n\nSources:  \n[1] {CITATION.section}, line 41 · brief 1a2b3c4d5e6f"
