"""Who did it, and whether it was done: answers of one or two sentences, and the level they get."""

import pytest

from bot.core.ratings import Level, Outcome, Part, holds
from bot.raters.rater import EvidenceRater

from .conftest import criterion

TOOLING = (
    "Tooling mastery: Terraform/Pulumi, Crossplane, ArgoCD/Flux, service mesh, policy-as-code "
    "(OPA/Kyverno)."
)
FRAMEWORKS = (
    "Enterprise architecture frameworks (TOGAF, Zachman), architecture governance, ADR processes."
)
PLATFORMS = "Architecture for LLM/RAG platforms, feature stores, enterprise MLOps."
CASES = (
    (TOOLING, "I have not used Terraform.", 0),
    (TOOLING, "It's not that I never used Terraform: I wrote our network modules in 2021.", 3),
    (FRAMEWORKS, "I don't know Zachman, but I work with TOGAF.", 2),
    (TOOLING, "If I were given the task, I would write Terraform modules.", 1),
    (TOOLING, "We built the clusters with Terraform and Crossplane.", 2),
    (PLATFORMS, "I used to sit next to the people who built the RAG platform.", 1),
    (TOOLING, "It isn't true that I never touched Terraform: in May I wrote our modules.", 3),
    (TOOLING, "I have nothing to do with Terraform, the platform team does that.", 0),
    (TOOLING, "I can't give you an example of my own.", 0),
    (TOOLING, "Terraform for the whole network in 2022: written and run by me.", 3),
    (TOOLING, "Moved 40 services to ArgoCD last spring. Deploys from weekly to daily.", 4),
    (PLATFORMS, "A contractor built the RAG platform for 900 people. I held the door.", 1),
    (PLATFORMS, "Our data scientists built the RAG platform. I booked the rooms.", 1),
    (
        PLATFORMS,
        "I watched the RAG platform fail for a week, drew the flow and wrote the cache that ended "
        "it.",
        3,
    ),
    (
        FRAMEWORKS,
        "I have never sat the TOGAF exam. In 2023 I wrote the decision record for our platform "
        "and took it to the review board.",
        3,
    ),
    (
        FRAMEWORKS,
        "In 2022 I wrote the ADR template, ran the first reviews and cut lead time from 34 days "
        "to 6.",
        4,
    ),
    (
        FRAMEWORKS,
        "Last summer I sailed alone across the Baltic, repaired the rudder in a storm and brought "
        "the boat home in eleven days.",
        0,
    ),
)


@pytest.mark.parametrize(("text", "answer", "level"), CASES)
def test_scope(rater: EvidenceRater, text: str, answer: str, level: int) -> None:
    rating = rater.rate(criterion(text), "", answer)
    assert rating.level == level, rating.reasons
    assert holds(rating, answer)


@pytest.mark.parametrize(
    "aside", ["My children are at school now. ", "My wife and I moved here last year. "]
)
def test_a_word_about_the_family_lowers_nothing(rater: EvidenceRater, aside: str) -> None:
    for text, answer, level in CASES:
        if level >= 3:
            assert rater.rate(criterion(text), "", aside + answer).level == level


@pytest.mark.parametrize("text", [TOOLING, FRAMEWORKS, PLATFORMS])
def test_the_criterions_own_words_are_a_claim_at_most(rater: EvidenceRater, text: str) -> None:
    for answer in (text, f"I have proven mastery of: {text}", f"I did {text} I did {text}"):
        level = rater.rate(criterion(text), "", answer).level
        assert level is not None
        assert level <= Level.CLAIMED


def test_reasons_quote_the_words_and_name_what_is_missing(rater: EvidenceRater) -> None:
    answer = "It's not that I never used Terraform: I wrote our network modules in 2021."
    rating = rater.rate(criterion(TOOLING), "", answer)
    assert rating.missing is Part.RESULT
    (reason,) = rating.reasons
    assert answer[:60] in reason
    assert "own action" in reason
    assert "names Terraform" in reason
    assert reason.endswith("no result was given.")


def test_the_probe_asks_for_the_own_part_of_a_teams_work(rater: EvidenceRater) -> None:
    rating = rater.rate(criterion(TOOLING), "", "We built the clusters with Terraform.")
    assert rating.missing is Part.OWN_PART


@pytest.mark.parametrize("answer", ["", " \n", "👍👍", "42 %"])
def test_nothing_to_read_is_no_low_level(rater: EvidenceRater, answer: str) -> None:
    rating = rater.rate(criterion(TOOLING), "", answer)
    assert rating.outcome is Outcome.NOT_ENOUGH
    assert rating.level is None


def test_repeating_a_sentence_changes_nothing(rater: EvidenceRater) -> None:
    once = "We built the clusters with Terraform."
    one = rater.rate(criterion(TOOLING), "", once)
    five = rater.rate(criterion(TOOLING), "", " ".join([once] * 5))
    assert (one.level, one.evidence) == (five.level, five.evidence)
