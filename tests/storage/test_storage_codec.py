"""What is written is read back the same, by this version and by every later one."""

import json
from datetime import datetime, timedelta, timezone
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.kits.kit import Kit
from bot.core.messages import Block, Choice, Choices, Link, Text
from bot.core.ratings import Outcome
from bot.core.screening.events import (
    Answered,
    Event,
    Invited,
    Skipped,
)
from bot.storage import codec
from bot.storage.errors import Unreadable
from bot.storage.kinds import KINDS

from .examples import QUOTE, answered, at, kit

# Text that survives; what is cleaned has tests of its own.
writable = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
st.register_type_strategy(str, writable)
zones = st.builds(timezone, st.timedeltas(timedelta(hours=-23), timedelta(hours=23)))
moments = st.datetimes(
    at().replace(year=1900, tzinfo=None), at().replace(year=2900, tzinfo=None), timezones=zones
)
st.register_type_strategy(datetime, moments)

events = st.one_of([st.from_type(kind) for kind in get_args(Event)])
blocks = st.lists(st.one_of([st.from_type(kind) for kind in get_args(Block)]), max_size=4)


@given(events)
def test_an_event_is_read_back(event: Event) -> None:
    written = codec.event_to_json(event)
    assert codec.event_from_json(written) == event
    assert codec.event_to_json(codec.event_from_json(written)) == written
    assert json.loads(written)["kind"] == codec.kind_of(event)


@given(blocks.map(tuple))
def test_blocks_are_read_back(kept: tuple[Block, ...]) -> None:
    written = codec.blocks_to_json(kept)
    assert codec.blocks_from_json(written) == kept
    assert codec.blocks_to_json(codec.blocks_from_json(written)) == written


@given(st.from_type(Kit))
def test_a_kit_is_read_back_with_its_version(kept: Kit) -> None:
    read = codec.kit_from_json(codec.kit_to_json(kept))
    assert read == kept
    assert read.version == kept.version


@given(moments)
def test_a_time_is_read_back(moment: datetime) -> None:
    assert codec.time_from_text(codec.time_to_text(moment)) == moment


@given(moments, moments)
def test_written_times_sort_as_times_do(one: datetime, other: datetime) -> None:
    assert (codec.time_to_text(one) < codec.time_to_text(other)) == (one < other)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        codec.event_to_json(Skipped(at().replace(tzinfo=None), "q1"))


@given(st.text(st.characters()))
def test_cleaned_text_is_as_long_and_can_be_written(text: str) -> None:
    cleaned = codec.clean(text)
    assert len(cleaned) == len(text)
    assert "\x00" not in cleaned
    assert codec.clean(cleaned) == cleaned
    cleaned.encode()
    assert codec.texts_from_json(codec.texts_to_json((text,))) == (cleaned,)


def test_evidence_stays_an_exact_span_when_text_is_cleaned() -> None:
    event = answered(f"\x00\ud83d {QUOTE}\x00 x", f"{QUOTE}\x00")
    read = codec.event_from_json(codec.event_to_json(event))
    assert isinstance(read, Answered)
    (evidence,) = read.rating.evidence
    assert read.answer[evidence.start : evidence.end] == evidence.quote == QUOTE + "\ufffd"


def test_every_member_of_the_unions_has_a_kind() -> None:
    known = set(KINDS)
    assert known == {*get_args(Event), *get_args(Block)}
    assert len(set(KINDS.values())) == len(known)


WRITTEN_BY_THE_FIRST_VERSION = (
    '{"data":{"answer":"I did it.","at":"2026-11-23T12:00:00.000000+00:00","question":"q1",'
    '"rating":{"evidence":[{"end":8,"quote":"I did it","start":0}],"level":3,"missing":"result",'
    '"outcome":"rated","rater":"lexical-1","reasons":["One case."]}},"kind":"answered"}'
)


def test_the_first_version_s_words_are_read_and_written_the_same() -> None:
    event = codec.event_from_json(WRITTEN_BY_THE_FIRST_VERSION)
    assert isinstance(event, Answered)
    assert event.rating.outcome is Outcome.RATED
    assert codec.event_to_json(event) == WRITTEN_BY_THE_FIRST_VERSION
    kept = '[{"data":{"choices":[{"label":"Yes","primary":true,"typed":"yes"}]},"kind":"choices"}]'
    assert codec.blocks_from_json(kept) == (Choices((Choice("Yes", "yes", True),)),)
    assert codec.blocks_to_json(codec.blocks_from_json(kept)) == kept


def test_a_record_from_before_a_field_was_added_has_the_field_s_default() -> None:
    kept = '[{"data":{"choices":[{"label":"Yes","typed":"yes"}]},"kind":"choices"}]'
    assert codec.blocks_from_json(kept) == (Choices((Choice("Yes", "yes", False),)),)


SKIPPED = '{"data":{"at":"2026-11-23T12:00:00+00:00","question":"q1"},"kind":"skipped"}'


@pytest.mark.parametrize(
    ("kept", "why"),
    [
        (SKIPPED.replace('"skipped"', '"vanished"'), "vanished"),
        (SKIPPED.replace('"skipped"', '"text"'), "text"),
        (SKIPPED.replace('"skipped"', "[]"), "unhashable"),
        (SKIPPED.replace('"question"', '"questions"'), "unknown questions"),
        (SKIPPED.replace(',"question":"q1"', ""), "no question"),
        (SKIPPED.replace('"q1"', "1"), "int where str"),
        (SKIPPED.replace("2026-11-23", "yesterday"), "yesterday"),
        (SKIPPED.replace("+00:00", ""), "no time zone"),
        (SKIPPED[:-1], "delimiter"),
        ("[]", "list"),
        ("null", "None"),
        ('"skipped"', "string"),
        ("[" * 100_000, "recursion"),
    ],
)
def test_what_is_not_known_is_refused(kept: str, why: str) -> None:
    assert codec.event_from_json(SKIPPED) == Skipped(at(), "q1")
    with pytest.raises(Unreadable, match=why):
        codec.event_from_json(kept)


@pytest.mark.parametrize("kept", ["[]", '{"role":"r"}', "0", '"kit"'])
def test_what_is_not_a_kit_is_refused(kept: str) -> None:
    with pytest.raises(Unreadable, match="Kit"):
        codec.kit_from_json(kept)


def test_what_is_not_a_value_of_ours_is_not_written() -> None:
    with pytest.raises(TypeError, match="object"):
        codec.blocks_to_json((Text(object()),))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="not JSON compliant"):
        codec.blocks_to_json((Text(float("nan")),))  # type: ignore[arg-type]


def test_it_is_canonical() -> None:
    written = codec.blocks_to_json((Link("Ünïcode “q”", "https://example.org/a?b=c"),))
    assert written == (
        '[{"data":{"label":"Ünïcode “q”","url":"https://example.org/a?b=c"},"kind":"link"}]'
    )
    assert codec.event_to_json(
        Invited(at(), "r", kit().version, "b", "Candidate A", trial=False)
    ).startswith('{"data":{"at":"2026-11-23T12:00:00.000000+00:00","brief_version":"b",')
