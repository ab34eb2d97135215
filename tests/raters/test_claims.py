"""A claim counts for what it is about: the criterion, or what was asked where it names nothing."""

import pytest
import yaml

from bot.core.ratings import Level
from bot.raters.bare import names_nothing
from bot.raters.rater import EvidenceRater
from tests.quality.rated_answers import FOLDER

from .conftest import criterion

ASKED = {
    one["text"]: one["question"]
    for one in yaml.safe_load((FOLDER / "ai-infrastructure-architect.yaml").read_text("utf-8"))[
        "criteria"
    ]
}
TOOLING = next(text for text in ASKED if text.startswith("Tooling"))


def levels(rater: EvidenceRater, answer: str) -> dict[str, Level | None]:
    """The level that an answer gets for each criterion, right after that one's question."""
    return {
        text: rater.rate(criterion(text), question, answer, list(ASKED)).level
        for text, question in ASKED.items()
    }


def test_a_claim_about_one_thing_is_none_about_another(rater: EvidenceRater) -> None:
    found = levels(rater, "I know Terraform well.")
    assert found.pop(TOOLING) is Level.CLAIMED
    assert set(found.values()) == {Level.NO_EVIDENCE}


@pytest.mark.parametrize(
    "answer", ["I like cooking.", "I am very good at tennis.", "I love my garden and my two cats."]
)
def test_a_claim_about_no_criterion_is_no_evidence(rater: EvidenceRater, answer: str) -> None:
    assert set(levels(rater, answer).values()) == {Level.NO_EVIDENCE}


@pytest.mark.parametrize(
    "answer",
    ["Yes, lots of experience.", "I'm an expert, ten years.", "I could do that in my sleep."],
)
def test_a_claim_that_names_nothing_is_about_what_was_asked(
    rater: EvidenceRater, answer: str
) -> None:
    assert names_nothing([answer])
    assert set(levels(rater, answer).values()) == {Level.CLAIMED}


def test_without_the_other_criteria_a_claim_is_held_against_its_own(rater: EvidenceRater) -> None:
    assert rater.rate(criterion(TOOLING), "", "I know Terraform well.").level is Level.CLAIMED
    assert rater.rate(criterion(TOOLING), "", "I like cooking.").level is Level.NO_EVIDENCE
