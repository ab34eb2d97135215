"""The reasons read as sentences, however a brief puts its requirements."""

import pytest

from bot.core.wording import rating as words
from bot.raters.rater import EvidenceRater

from .conftest import criterion


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Tooling mastery: Terraform/Pulumi, Crossplane.", "Tooling mastery"),
        ("Negotiates prices, payment terms and contracts", "Negotiates prices"),
        ("Patience (lots of it).", "Patience"),
        ("Node.js in production", "Node.js in production"),
        ("(none)", "(none)"),
    ],
)
def test_a_requirement_is_named_by_what_stands_first(text: str, named: str) -> None:
    assert words.off_topic(text) == f"No evidence: the answer is not about “{named}”."
    assert words.link_not_plain(text) == f"its link with “{named}” is not plain"


def test_numbers_are_not_named_as_words_of_the_requirement(rater: EvidenceRater) -> None:
    text = "Plans play for children from two to five"
    answer = "In May I planned a play week for two groups of children with water and sand."
    (reason,) = rater.rate(criterion(text), "", answer).reasons
    assert "names play, children" in reason
