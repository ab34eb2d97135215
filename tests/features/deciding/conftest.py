"""A team with one finished screening, its card posted to the hiring channel."""

import pytest

from tests.features.deciding.team import Team, finished
from tests.recruiting.office import Office


@pytest.fixture
def team(office: Office) -> Team:
    """The team, around a candidate who told one story."""
    return finished(office)
