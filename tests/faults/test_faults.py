"""The short form of `make faults`: a few kills, and each thing that can go away, once.

A single kill is a part of `make test`; the others are with the tests of whole programs.
"""

import pytest

from bot.turns.parts import AT_ONCE
from tests.faults.absences import chroma_away, database_away, disk_full, model_away
from tests.faults.killing import killed
from tests.faults.scene import kinds

at_length = pytest.mark.programs
on_postgresql = pytest.mark.skipif(
    "postgresql" not in kinds(), reason="no PostgreSQL server is installed"
)


def test_a_program_that_is_killed_loses_nothing() -> None:
    assert killed("sqlite", times=1).count.whole


@at_length
@pytest.mark.parametrize("kind", kinds())
def test_a_program_that_is_killed_under_load_loses_nothing_and_does_nothing_twice(
    kind: str,
) -> None:
    found = killed(kind, times=2)
    assert found.count.whole, found
    # Once more only where the kill came between the sending and the writing down of it.
    assert found.sent_twice_most <= 1 + found.times
    assert found.count.replies_twice <= found.times * AT_ONCE
    assert not found.words_logged


@at_length
@on_postgresql
def test_a_database_that_goes_away_is_waited_for() -> None:
    found = database_away()
    assert "server cannot be reached" in found.said
    assert found.recovered
    assert found.count is not None
    assert found.count.clean, found.count


@at_length
def test_a_full_disk_is_said_and_nothing_is_taken_that_cannot_be_kept() -> None:
    found = disk_full()
    assert "Free some space" in found.said
    assert found.recovered
    assert found.count is not None
    assert found.count.clean, found.count


@at_length
def test_without_the_chroma_server_questions_are_answered() -> None:
    found = chroma_away()
    assert "Start the Chroma server" in found.said
    assert found.recovered


@at_length
def test_without_the_language_model_the_answer_stands() -> None:
    found = model_away()
    assert found.said == "the answer stands without it"
    assert found.recovered
