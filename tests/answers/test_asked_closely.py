"""What exactly a question asks for: a label, a name, a time of day; and what is not guessed."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.answers.answering import answer, in_plain_words, reading_of
from bot.briefs.reading import read_brief
from bot.core.answering.answers import Answer
from bot.core.roles import Audience, Role
from bot.passages import LibraryRanker
from tests.training.unkept import library

BRIEF = """# Tram Fitter

Employer: Pellworth & Daughters Tramways
Depot: Cinder Lane, Oxmere, behind the gasworks
Closing date: 14 March 2027
Pay: £17.20 an hour
Payday: wages are paid out every Thursday

## The work
- Go out in the van to breakdowns within 25 miles.
- Write tests for the signal program in Vitest.
- Walk the line with the safety adviser every month.

## Required
- Two years on trams or buses after qualifying.
- German and English, spoken and written.

## How we hire
- Ring the depot office and ask for Ines Calloway-Brandt, or hand in a CV at the gate.
- An hour in the workshop, then a talk with the director, Cosmo Ferrant.
"""


class Counting(LibraryRanker):
    """The real ranker, which counts the questions that it encodes."""

    encoded = 0

    def likeness(self, role: Role, question: str, history: Sequence[str]) -> NDArray[np.float64]:
        """Counted."""
        self.encoded += 1
        return super().likeness(role, question, history)


@pytest.fixture(scope="module")
def ranker() -> Counting:
    return Counting(library)


@pytest.fixture(scope="module")
def role() -> Role:
    return read_brief("fitter", "fitter.md", BRIEF)


@pytest.fixture
def asked(role: Role, ranker: Counting) -> "Asked":
    return Asked(role, ranker)


class Asked:
    """Asks as a candidate."""

    def __init__(self, role: Role, ranker: Counting) -> None:
        self.role, self.ranker = role, ranker

    def __call__(self, question: str, *history: str) -> Answer:
        return answer(self.role, question, history, Audience.CANDIDATE, self.ranker)


def test_a_label_that_is_what_was_asked_for_counts(asked: Asked) -> None:
    found = asked("Where is the depot?")
    assert [one.quote for one in found.citations][:1] == [
        "Depot: Cinder Lane, Oxmere, behind the gasworks"
    ]


def test_who_somebody_is_needs_a_name_beside_them(asked: Asked) -> None:
    assert "Cosmo Ferrant" in asked("Who is the director?").said
    assert not asked("Who is the safety adviser?").answered


def test_a_date_is_no_time_of_day(asked: Asked) -> None:
    assert "14 March 2027" in asked("When's the closing date?").said
    found = asked("Is the closing date at noon or at midnight?")
    assert not found.answered
    assert found.text == "The brief does not say at what time of day."
    assert "14 March 2027" in found.related[0].quote


def test_a_product_that_the_brief_does_not_name_is_said_to_be_missing(asked: Asked) -> None:
    assert asked("Does the team use Jira?").text == "The brief does not mention “Jira”."
    assert asked("and Italian?", "Do I need German?").missing == "Italian"


def test_a_short_name_is_not_taken_for_a_slip(role: Role, ranker: Counting) -> None:
    reading = reading_of(role, Audience.CANDIDATE, ranker)
    assert in_plain_words("Do you test with Jest?", reading, ranker) == "Do you test with Jest?"
    assert in_plain_words("Do I need Grman?", reading, ranker) == "Do I need german?"
    assert in_plain_words("which langauges", reading, ranker) == "which languages"


def test_when_money_comes_is_no_question_for_figures(asked: Asked) -> None:
    assert "Thursday" in asked("When do I get my money?").said
    assert "£17.20" in asked("What does it pay?").said


def test_how_far_one_drives_is_no_secret(asked: Asked) -> None:
    assert "within 25 miles" in asked("How far would I go for a breakdown?").said
    assert not asked("How far can you go on pay?").answered


def test_what_the_form_settles_is_not_encoded(asked: Asked) -> None:
    before = asked.ranker.encoded
    assert asked("Which must-haves are there?").answered
    assert asked("What does it pay an hour?").answered
    assert asked.ranker.encoded == before
    asked("Who would I talk to?")
    assert asked.ranker.encoded == before + 1
