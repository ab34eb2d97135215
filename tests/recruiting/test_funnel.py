"""How the screenings of a role go, in figures that tell nothing of small groups."""

import json
import re
from datetime import timedelta
from pathlib import Path

from typer.testing import CliRunner

from bot.__main__ import app
from bot.core.kits.kit import Kit
from bot.core.ratings import Level, Outcome, Rating, not_rated
from bot.core.screening.events import (
    Answered,
    Consented,
    Event,
    Expired,
    Finished,
    Invited,
    Withdrawn,
)
from bot.core.screening.team_events import Overridden
from bot.core.team.funnel import Share
from bot.core.team.funnel_shown import chart_svg, charts, told
from bot.core.wording import funnel as said
from bot.dialogues.candidates.funnels import funnel_of
from bot.ports import Append, Open
from tests.recruiting.candidates import commit
from tests.recruiting.office import KEEPER, NOON, Office, words

DESCRIBED = Rating(Outcome.RATED, Level.DESCRIBED, (), ("Invented.",), None, "invented-1")
UNCLEAR = not_rated(Outcome.NOT_ENOUGH, "Invented.", "invented-1")


def screening(office: Office, number: int, *told: Event, trial: bool = False) -> None:
    kit, identity = office.kit(KEEPER), f"s{number:03}"
    invited = Invited(NOON, KEEPER, kit.version, kit.brief_version, f"Candidate {number}", trial)
    opening = Open(
        identity, invited, "Olga Invented", f"token-{number}", NOON + timedelta(days=9), kit
    )
    commit(office, identity, opening, *((Append(identity, 1, told),) if told else ()))


def end(number: int) -> Finished:
    return Finished(NOON + timedelta(minutes=number))


def populated(office: Office) -> Kit:
    """18 invited: 9 finished, 6 gone before the yes, 2 at the question, 1 open; a trial too."""
    kit = office.kit(KEEPER)
    question, yes = kit.questions[0], Consented(NOON, "yes")
    for number in range(9):
        answered = Answered(NOON, question.id, "words", UNCLEAR if number < 6 else DESCRIBED)
        changed = Overridden(NOON, question.criterion.id, Level.CLAIMED, "no", "U-ria")
        screening(
            office, number, yes, answered, end(10 + number), *((changed,) if number < 2 else ())
        )
    for number in range(9, 15):
        screening(office, number, Expired(NOON))
    for number in (15, 16):
        screening(office, number, yes, Withdrawn(NOON))
    screening(office, 17, yes)
    screening(office, 18, yes, end(1), trial=True)
    return kit


def test_the_way_the_places_and_the_bad_question(office: Office) -> None:
    kit = populated(office)
    role = office.store.roles.get(KEEPER)
    assert role
    found = funnel_of(office.ports, role)
    question = kit.questions[0]
    assert (found.invited, found.started, found.finished, found.going_on) == (18, 12, 9, 1)
    assert found.minutes == 14
    assert found.left == (Share(said.AT_NOTICE, 6, 8), Share(said.ELSEWHERE, None, 8))
    assert found.unclear == (Share(question.text, 6, 9),)
    assert told(found.unclear[0]) == "6 of 9 (67 %)"
    assert found.overridden == (Share(question.criterion.text, None, 9),)
    assert told(found.overridden[0]) == "fewer than 5 of 9"


def test_of_few_people_only_the_totals_are_told(office: Office) -> None:
    kit = office.kit(KEEPER)
    answered = Answered(NOON, kit.questions[0].id, "words", UNCLEAR)
    for number in range(4):
        screening(office, number, Consented(NOON, "yes"), answered, end(12))
    reply = words(office.team("funnel", role=KEEPER))
    assert "finished: 4 of 4" in reply
    assert f"{kit.questions[0].text}: {said.TOO_FEW}" in reply
    assert "12 minutes" not in reply


def test_a_chart_says_its_figures_in_words_and_names_nobody(office: Office) -> None:
    populated(office)
    role = office.store.roles.get(KEEPER)
    assert role
    for chart in charts(funnel_of(office.ports, role)):
        drawn = chart_svg(chart, "c")
        described = re.findall(r"<desc[^>]*>(.*?)</desc>", drawn, re.DOTALL)
        for bar in chart.bars:
            assert told(bar) in described[0]
            assert drawn.count(told(bar)) >= 2
        assert "Candidate" not in drawn


def test_the_command_gives_data(office: Office, url: str, tmp_path: Path) -> None:
    populated(office)
    env = {"ROLECALL_HOME": str(tmp_path), "DATABASE_URL": url, "ROLECALL_SEEDS": str(tmp_path)}
    told_ = CliRunner().invoke(app, ["funnel", "--role", KEEPER, "--json"], env=env)
    data = json.loads(told_.stdout)
    assert (data["invited"], data["median_minutes"]) == (18, 14)
    assert data["not_enough_evidence"][0]["count"] == 6
    assert data["left"][1] == {"what": said.ELSEWHERE, "count": None, "of": 8}
