"""H4: words that a button asks for are its presser's, whoever else writes in the thread."""

from itertools import product

import pytest

from bot.core.roles import Audience
from bot.core.screening.events import Decided
from bot.core.wording import card
from tests.features.deciding.team import BO, RIA, Team
from tests.features.deciding.test_h4_decide_in_place import buttons

GUEST = "U-guest"


@pytest.mark.parametrize("also", [(), ("not now",), ("decline",)])
def test_h4_nobody_writes_into_a_thread_that_somebody_else_decided(
    team: Team, also: tuple[str, ...]
) -> None:
    before = team.log
    for step in ("advance", "more", "undo"):
        said = f"Which one?\nwaits {step} {team.screening} {RIA}"
        team.say(said, GUEST, audience=Audience.CANDIDATE)
        for each in also:
            team.say(each, BO)
        team.say("She was brilliant with the lens.", RIA)
    assert team.log == before


@pytest.mark.parametrize(
    ("person", "question"),
    [
        *product((RIA, BO, GUEST), ("What does it pay?", "Is there a chess club?")),
        *product((BO, GUEST), ("hello",)),
    ],
)
def test_h4_a_question_in_between_leaves_the_reason_awaited(
    team: Team, person: str, question: str
) -> None:
    team.say(buttons(team)[card.ADVANCE])
    audience = Audience.CANDIDATE if person == GUEST else Audience.TEAM
    told = team.say(question, person, audience=audience)
    assert "Noted" not in told
    assert "Noted" in team.say("because of the lens", RIA)
    decided = team.last()
    assert isinstance(decided, Decided)
    assert decided.reason == "of the lens"
