"""A person's decision is noted with its reason, and nothing else decides."""

import pytest

from bot.core.screening.events import Decided, PutOnHold, Verdict
from tests.recruiting.office import KEEPER, NOON, Office, words


@pytest.fixture
def finished(office: Office) -> str:
    """A finished screening, as the team sees it."""
    token = office.invited()
    for text in (f"start {token}", "yes", "Relit the lamp in one night.", "send"):
        office.candidate(text)
    return office.store.screenings.entries()[0].pseudonym


def log(office: Office) -> object:
    return office.store.screenings.events(office.store.screenings.entries()[0].id)[-1]


def test_a_decision_is_noted_with_reason_and_who(office: Office, finished: str) -> None:
    said = words(office.team(f"decide {finished}: Advance - relit it in one night"))
    assert said.startswith(f"Noted for {finished}: advance")
    assert log(office) == Decided(NOON, Verdict.ADVANCE, "relit it in one night", "U-ria")
    assert "finished, decided: advance" in words(
        office.team("screenings", role="lighthouse-keeper")
    )


def test_a_later_decision_counts_and_the_earlier_one_stays(office: Office, finished: str) -> None:
    office.team(f"decide {finished}: hold, waiting for Bo")
    assert log(office) == PutOnHold(NOON, "waiting for Bo", "U-ria")
    assert "has put its decision off" in words(office.candidate("status"))
    said = words(office.team(f"decision on {finished.casefold()}: decline because no licence"))
    assert "The earlier decision stays in the log." in said
    assert log(office) == Decided(NOON, Verdict.DECLINE, "no licence", "U-ria")
    told = words(office.candidate("status"))
    assert "made up its mind" in told
    assert "decline" not in told
    assert "licence" not in told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("decide {}: advance", "Please add why"),
        ("decide {}: advance, …", "Please add why"),
        ("decide {}: perhaps, who knows", "Say whom, what, and why"),
        ("decide", "Say whom, what, and why"),
        ("decide {}: hold, " + "x" * 1_001, "at most 1,000 characters"),
        ("decide Candidate Nobody: hold, who is it", "There is no screening “Candidate Nobody”"),
    ],
)
def test_a_decision_that_lacks_something_is_not_noted(
    office: Office, finished: str, said: str, told: str
) -> None:
    before = log(office)
    assert told in words(office.team(said.format(finished)))
    assert log(office) == before


def test_there_is_nothing_to_decide_before_the_answers_are_sent(office: Office) -> None:
    office.candidate(f"start {office.invited()}")
    who = office.store.screenings.entries()[0].pseudonym
    assert "nothing to decide on" in words(office.team(f"decide {who}: advance, I like it"))


def test_a_candidate_cannot_decide(office: Office, finished: str) -> None:
    before = log(office)
    office.candidate(f"decide {finished}: advance, because I say so")
    assert log(office) == before


@pytest.mark.parametrize(
    "said", ["who decides who gets the job?", "decide on lamps alone, is that part of the work?"]
)
def test_a_question_about_deciding_is_a_question(office: Office, finished: str, said: str) -> None:
    before = log(office)
    assert "Say whom, what, and why" not in words(office.team(said, role=KEEPER))
    assert log(office) == before
