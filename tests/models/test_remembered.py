"""What is remembered: once made, never made again while it is kept; the oldest goes first."""

import pytest

from bot.models.remembered import Remembered


def test_the_least_recently_used_is_forgotten() -> None:
    made: list[str] = []
    known: Remembered[str] = Remembered(2)

    def get(key: str) -> str:
        return known.get(key, lambda: made.append(key) or key.upper())  # type: ignore[func-returns-value]

    assert [get(key) for key in "abacab"] == list("ABACAB")
    assert made == ["a", "b", "c", "b"]


def test_what_could_not_be_made_is_tried_again() -> None:
    known: Remembered[int] = Remembered(2)
    with pytest.raises(ZeroDivisionError):
        known.get("k", lambda: 1 // 0)
    assert known.get("k", lambda: 7) == 7


def test_the_first_result_wins_where_two_are_made_at_once() -> None:
    known: Remembered[int] = Remembered(2)
    assert known.get("k", lambda: known.get("k", lambda: 1) + 1) == 1
