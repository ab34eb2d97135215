"""The rater as it is shipped, with the encoder loaded once."""

import pytest

from bot.core.roles import Criterion, CriterionKind
from bot.raters.rater import EvidenceRater
from retrieval.open import open_encoder


@pytest.fixture(scope="session")
def rater() -> EvidenceRater:
    return EvidenceRater(open_encoder().encode)


def criterion(text: str) -> Criterion:
    return Criterion("c", CriterionKind.ESSENTIAL, text, "Required", 1)
