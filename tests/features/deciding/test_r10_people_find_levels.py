"""R10: a person overrides a level with a reason, or rates blind first; both are kept."""

import pytest

from bot.core.ratings import UNSHOWN, Level
from bot.core.screening.team_events import Overridden, RatedBlind
from bot.dialogues.candidates import comparing
from bot.dialogues.candidates.levels import screened_by_id
from bot.dialogues.screening.replaying import replay
from tests.features.deciding.team import BO, RIA, STORY, Team
from tests.recruiting.candidates import screened
from tests.recruiting.office import KEEPER

BOTS = Level.IMPACT.words
RIAS_OWN = "dm-ria"
CRITERION = "Repairing lamps and lenses"


def test_r10_a_person_sets_another_level_and_the_bots_stays_beside_it(team: Team) -> None:
    told = team.say(f"override {team.code} 1: described because the part was the team's")
    assert "“demonstrated with impact”, as the bot found it, stays" in told
    event = team.last()
    assert isinstance(event, Overridden)
    assert (event.level, event.reason, event.by) == (
        Level.DESCRIBED,
        "the part was the team's",
        RIA,
    )
    assert f"{CRITERION}: described (set by a person)" in team.card_words
    assert "Set to “described” by Ria, 23 November 2026, 12:00 UTC: the part" in team.card_words
    assert f"The bot found “{BOTS}”." in team.card_words
    details = team.say(f"summary {team.pseudonym}")
    assert BOTS in details
    assert "Set to “described” by Ria" in details


def test_r10_what_people_add_changes_no_byte_of_the_summary_that_was_sent(team: Team) -> None:
    before = replay(team.office.ports, team.screening)
    for said in (
        f"override {team.code} 1: claimed because it was only told",
        "note: a fine lens",
        "advance because of the lens",
        "undo: too early",
        "ask one more: Which lens?",
    ):
        team.say(said)
    team.candidate("A Fresnel lens.")
    after = replay(team.office.ports, team.screening)
    assert after.same is True
    assert after.summary == before.summary


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("override {} 1: described", "Say which answer, the level and why"),
        ("override {} 9: described because no", "There is no answer 9; they go from 1 to 1."),
        ("override {} 1: splendid because I like it", "Say which answer, the level and why"),
        ("override {} 1: demonstrated with impact because it is", "already, so nothing"),
        ("rate {}: 1", "Say a level for each number"),
        ("rate {}: 2 described", "There is no answer 2"),
    ],
)
def test_r10_what_lacks_something_changes_nothing(team: Team, said: str, told: str) -> None:
    before = team.log
    assert told in team.say(said.format(team.code))
    assert team.log == before


def test_r10_where_a_role_is_rated_blind_nobody_sees_levels_before_their_own(team: Team) -> None:
    team.rated_blind()
    team.say("note: read by Ria")
    assert BOTS not in team.card_words
    assert UNSHOWN in team.card_words
    assert "what came of the work" not in team.card_words
    code, ports = team.code, team.office.bot._ports
    for said in (f"summary {code}", f"ask {code}: what about the lamp?"):
        for chat in (RIAS_OWN, "slack:T1:C1:17.5"):
            assert BOTS not in team.say(said, chat=chat), (said, chat)
    assert "rated blind, and you have not rated" in team.say(
        f"override {code} 1: claimed because no"
    )
    told = team.say(f"rate {code}: 1 described", chat=RIAS_OWN)
    assert f"{CRITERION}: described (the bot: {BOTS})" in told
    assert isinstance(team.last(), RatedBlind)
    assert BOTS in team.say(f"summary {code}", chat=RIAS_OWN)
    assert BOTS not in team.say(f"summary {code}", BO, "dm-bo")
    assert BOTS not in team.say(f"summary {code}")
    assert screened_by_id(ports, team.screening, "somebody else").hidden
    compared = comparing.of_role(ports, KEEPER, person="somebody else")
    assert compared
    assert all(cell.rating.level is None for row in compared.rows for cell in row.cells if cell)
    team.say("advance because of the lens")
    assert BOTS in team.card_words


def test_r10_blind_ratings_and_the_bots_are_compared_for_the_role_in_counts(team: Team) -> None:
    assert "Nobody has rated blind" in team.say("agreement")
    team.rated_blind()
    screened(team.office, "K2M", (STORY,), level=Level.DESCRIBED)
    team.say(f"rate {team.code}: 1 described", RIA, RIAS_OWN)
    team.say(f"rate {team.code}: 1: demonstrated", BO, "dm-bo")
    team.say("rate K2M: 1 = described", BO, "dm-bo")
    assert "stays as it was" in team.say("rate K2M: 1 claimed", BO, "dm-bo")
    told = team.say("agreement")
    assert "2 people have found 3 levels without seeing the bot's." in told
    assert "The same as the bot's: 1. One step beside it: 1. Further apart: 1." in told
    assert "%" not in told
