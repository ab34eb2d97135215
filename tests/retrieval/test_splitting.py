"""Sentences are spans: what is in them, and that nothing gets lost, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.splitting import sentences


def split(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Keep the lamp burning.", "Log each ship!", "Who rows?", "You do."],
        ["Pay is 31.4 crowns an hour.", "Lodging is free."],
        ["See https://nowhere.example/a.b?c=d. for more.", "Then write."],
        ["Ask Dr. Nobody or Ms. Nowhere.", "They know."],
        ["Works with e.g. Node.js, .NET and C++.", "No COBOL."],
        ["It is based in the U.S. and pays there.", "Yes."],
        ["The U.S. The pay differs."],
        ["Nowhere Inc. We row."],
        ["Data lakes; streaming; lineage; and so on."],
        ["Founded by A. B. Nobody in 1901."],
        ['"Row!" she said.', "They rowed."],
        ["Version 2.0 is out.", "v1.2.3 is old."],
        ["i kept the lamp.", "then i rowed.", "really?", "yes!", "it was cold."],
        ["(It rains.)", "It pours."],
        ["Wait ... and see.", "Done…"],
        ["C4 diagrams, approx. 3 a week, min. 2."],
        ["Über uns.", "Ünder them."],
        ["这是灯塔。"],
    ],
    ids=lambda parts: parts[0][:20],
)
def test_text_is_split_where_a_reader_would(parts: list[str]) -> None:
    expected = {
        "The U.S. The pay differs.": ["The U.S.", "The pay differs."],
        "Nowhere Inc. We row.": ["Nowhere Inc.", "We row."],
    }.get(parts[0], parts)
    assert split(" ".join(parts)) == expected


def test_bullets_and_blank_lines_split() -> None:
    text = "Required\n- Morse code; flags\n- Rowing\n\n1. First step\n2. Second step"
    assert split(text) == [
        "Required",
        "- Morse code; flags",
        "- Rowing",
        "1. First step",
        "2. Second step",
    ]


def test_a_line_that_merely_wraps_does_not_split() -> None:
    assert split("Keep the lamp\nburning at night.") == ["Keep the lamp\nburning at night."]


PIECES = st.sampled_from(
    [
        *"aZ .!?\n;-'\"()…。9",
        "Dr. ",
        "U.S. ",
        "e.g. ",
        "3.5 ",
        "\n- ",
        "\n\n",
        "http://a.b/c. ",
        "🎉",
        "The ",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_spans_are_ordered_and_hold_every_visible_character_once(text: str) -> None:
    spans = sentences(text)
    assert spans == sentences(text)
    end = 0
    for span in spans:
        assert not text[end : span.start].strip()
        assert span.start < span.end
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        end = span.end
    assert not text[end:].strip()
