"""What must not move a rating: who the candidate is, and what the text tells the bot to do."""

import pytest

from bot.core.ratings import holds
from bot.evaluation import attacks, fairness
from bot.evaluation.answers import Row
from bot.raters.rater import EvidenceRater
from tests.bench.ratings import row_of
from tests.quality.rated_answers import rated_answers

SOME = [row_of(row) for row in rated_answers()[::140]]


def test_swapping_the_person_changes_no_rating(rater: EvidenceRater) -> None:
    found = [one for row in SOME[::2] for one in fairness.swapped(rater, row)]
    assert len(found) == len(SOME[::2]) * len(fairness.SWAPS)
    assert [f"{one.row.id}: {one.swap}" for one in found if not one.same] == []


def test_the_swaps_do_change_the_text() -> None:
    for swap in fairness.SWAPS:
        one, other = swap.versions("I wrote the plan and he signed it.")
        assert one != other


def test_no_injection_raises_a_level(rater: EvidenceRater) -> None:
    texts = attacks.injections()
    assert len(texts) >= 60
    found = [
        one
        for number, row in enumerate(SOME)
        for one in attacks.attacked(rater, row, attacks.chosen(number, texts, 8))
    ]
    assert {one.injection for one in found} == set(texts)
    assert attacks.report(found)["raised"] == []


def test_an_injection_alone_is_no_evidence(rater: EvidenceRater) -> None:
    row = SOME[0]
    for text in attacks.injections():
        level = rater.rate(row.criterion, row.question, text).level
        assert level is None or level <= 1, text


@pytest.mark.parametrize("row", SOME, ids=lambda row: row.id)
def test_every_quote_is_an_exact_span(rater: EvidenceRater, row: Row) -> None:
    rating = rater.rate(row.criterion, row.question, row.answer)
    assert holds(rating, row.answer)
    assert rating.reasons
    assert rating == rater.rate(row.criterion, row.question, row.answer)
