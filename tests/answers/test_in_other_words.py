"""Lines are found in other words, and nothing that the asker may not see counts for an answer."""

from dataclasses import replace

import numpy as np
import pytest

from bot.answers.answering import answer, reading_of
from bot.answers.concepts import concepts_of, longest, spoken, tokens
from bot.answers.gate import best_of
from bot.answers.telling import telling
from bot.answers.terms import stem
from bot.briefs.reading import read_brief
from bot.core.roles import Audience, Role
from bot.passages import LibraryRanker
from tests.training.unkept import library

BRIEF = """# Ferry Deckhand

## The work
- Take part in the on-call rota, one week in four.
- Tie up the boat and sell tickets at the gangway.

## Required
- A crew of three needs somebody who can swim 200 metres.

## Hiring signals
{signals}
"""
PLAIN = "- Speaks of passengers with respect.\n"
MORE = PLAIN + "- Pager, tickets, boats and swimming: the best have done it all, every week.\n"


@pytest.fixture(scope="module")
def ranker() -> LibraryRanker:
    return LibraryRanker(library)


def _role(signals: str = PLAIN) -> Role:
    return read_brief("deckhand", "deckhand.md", BRIEF.format(signals=signals))


def test_a_line_is_found_by_what_the_question_means(ranker: LibraryRanker) -> None:
    found = answer(_role(), "How often would I carry the pager?", (), Audience.CANDIDATE, ranker)
    assert found.answered
    assert "one week in four" in found.citations[0].quote


def test_words_for_the_same_thing_share_a_concept() -> None:
    for one, other in (
        ("the pager", "out of hours"),
        ("annual leave", "days off"),
        ("Who is my boss?", "Reports to: the harbour master"),
        ("save money", "FinOps practices"),
    ):
        assert concepts_of(one).keys() & concepts_of(other).keys(), (one, other)
    assert not concepts_of("the pager").keys() & concepts_of("swim 200 metres").keys()


def test_the_longest_phrase_is_meant() -> None:
    said = [stem(token) for token in tokens("Is there sick pay?")]
    assert [(one.start, one.end) for one in longest(spoken(said))][-1] == (2, 4)


def test_what_a_line_counts_and_names() -> None:
    told = telling("A crew of three works from 7:00 with Ada Lind on 12 ferries.")
    assert {stem("crew"), stem("ferries")} <= told.stems
    assert {"ada", "lind"} <= told.names
    assert "12" in told.figures


def test_the_next_line_stands_beside_the_best_where_it_is_nearly_as_good() -> None:
    assert best_of(np.array([0.1, 2.0, 1.8])) == (1, 2)
    assert best_of(np.array([1.9, 2.0, 0.1])) == (1, 0)
    assert best_of(np.array([0.1, 2.0, 1.0])) == (1,)
    assert best_of(np.array([2.0])) == (0,)


def test_lines_for_the_team_change_nothing_for_a_candidate(ranker: LibraryRanker) -> None:
    few, many = _role(), _role(MORE)
    for question in ("How often would I carry the pager?", "Can I swim?", "Do I sell tikets?"):
        one, other = (answer(r, question, (), Audience.CANDIDATE, ranker) for r in (few, many))
        told = [replace(each, citations=(), related=()) for each in (one, other)]
        assert told[0] == told[1]
        assert [c.quote for c in one.citations] == [c.quote for c in other.citations]
    assert len(reading_of(many, Audience.CANDIDATE, ranker).lines) == 3
    assert len(reading_of(many, Audience.TEAM, ranker).lines) == 5
