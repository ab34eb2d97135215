"""H2: wherever a candidate is shown, there are criteria and evidence: no number, no rank."""

import re

from bot.core.team.hand_over import hand_over_data
from bot.dialogues.candidates.handing_over import HandingOver
from tests.features.deciding.team import Team
from tests.recruiting.candidates import screened

_TOLD_BESIDE = (
    r"[Bb]rief \w+|kit \w+|took \d+ minutes?|plain-1|Candidate \w+|lines? \d+|http\S+|\d+:\d+ UTC"
    r"|\d+ November 2026|7F3|Question \d|(?m:^\d\. )"
)
_VERDICT = re.compile(
    r"\d|%|★|/10|\b(?:scor\w*|total|rank(?:ed|ing)?|top|best|recommend\w*|match)\b", re.I
)
_DENIED = "Nothing is added up, and nobody is ranked."


def left(text: str) -> str:
    """What remains once versions, times and places are taken out."""
    return re.sub(_TOLD_BESIDE, "", text.replace(_DENIED, ""))


def test_h2_no_number_no_rank_and_no_verdict_on_the_card(team: Team) -> None:
    found = _VERDICT.search(left(team.card_words))
    assert not found, found


def test_h2_nor_in_the_summary_the_comparison_or_the_list(team: Team) -> None:
    screened(team.office, "7F3", ("I rebuilt lamps.",))
    for asked in (f"summary {team.pseudonym}", "compare everybody", "screenings"):
        told = left(team.say(asked, chat="dm-ria"))
        assert not re.search(r"%|★|/10|\b\d(?:\.\d)? ?(?:points|of 5|stars)", told), asked
        assert not re.search(r"\b(?:score|total|rank|recommend\w*)\b", told), asked


def test_h2_nor_in_what_another_program_gets(team: Team) -> None:
    handing_over = HandingOver(team.office.ports, team.office.store.screenings.chain)
    data = hand_over_data(handing_over.by_id(team.screening))
    names = {name for one in (data, *data["criteria"]) for name in one}
    assert {"criterion", "outcome", "evidence"} <= names
    assert not names & {"score", "total", "rank", "verdict", "recommendation", "fit"}


def test_h2_who_asks_for_the_best_is_told_why_not(team: Team) -> None:
    assert "I rank nobody and add nothing up" in team.say("who is the best candidate?")
