"""Thirty answers stay as they were read; a change is seen in the file's diff."""

from tests.answers.thirty import ASKED, FILE, written


def test_thirty_answers_are_as_they_were_read() -> None:
    assert len(ASKED) == 30
    assert written() == FILE.read_text(encoding="utf-8")
