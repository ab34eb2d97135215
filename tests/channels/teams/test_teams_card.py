"""On a card in Teams: Advance, Ask one more and Undo open a dialog that asks for the words."""

from typing import Any

import pytest

from bot.channels.teams import dialog_words
from bot.channels.teams.render import activities
from bot.core.screening.events import Decided, Verdict
from bot.core.screening.team_events import DecisionUndone, MoreAsked
from bot.core.wording import forms as words
from bot.ports.delivery import Standing
from tests.channels.teams.tenant import ADA, HIRING, RIA, Tenant, mention
from tests.channels.teams.test_teams_dialogs import inputs_of, office, shown, tenant
from tests.features.deciding.team import Team, finished
from tests.recruiting.candidates import erased
from tests.recruiting.office import Office

__all__ = ["office", "tenant"]

Json = dict[str, Any]
CARD = "1700000000000"


@pytest.fixture
def team(office: Office) -> Team:
    """A finished screening whose card stands in the hiring channel in Teams."""
    made = finished(office)
    [post] = [one for one in office.store.records.posts("lighthouse-keeper") if "fin" in one.id]
    place = {"conversation": HIRING, "activity": CARD}
    office.store.standings.note([Standing(post.id, "teams", place)])
    return made


def invoke(tenant: Tenant, name: str, data: Json, number: str, person: str = RIA) -> Json:
    told = {"type": "invoke", "name": name, "id": number, "value": {"data": data}}
    answer = tenant.send({**mention("", HIRING, person), "entities": [], **told})
    assert answer.status_code == 200
    body: Json = answer.json()
    return body


def press(tenant: Tenant, team: Team, label: str, number: str = "f1", person: str = RIA) -> Json:
    [message] = activities(team.card)
    body: Any = message["attachments"]
    parts = body[0]["content"]["body"]
    actions = {one["title"]: one for part in parts for one in part.get("actions", [])}
    assert actions[label]["type"] == "Action.Submit"
    return invoke(tenant, "task/fetch", actions[label]["data"], number, person)


def hand_in(tenant: Tenant, form: Json, said: str, number: str = "s1") -> Json:
    (button,) = form["task"]["value"]["card"]["content"]["actions"]
    return invoke(tenant, "task/submit", {**button["data"], "words": said}, number)


def test_a_decision_is_given_its_reason_in_a_dialog(tenant: Tenant, team: Team) -> None:
    form = press(tenant, team, "Advance")
    assert form["task"]["value"]["title"] == "Advance"
    assert team.pseudonym in shown(form)
    assert [one["label"] for one in inputs_of(form)] == ["Why?"]
    wrong = hand_in(tenant, form, " … ")
    assert words.WHY_MISSING in shown(wrong)
    long = hand_in(tenant, form, "x" * 1_001, "s2")
    assert "at most 1,000 characters" in shown(long)
    assert not isinstance(team.last(), Decided)
    first, second = (
        hand_in(tenant, wrong, "relit in one night", number) for number in ("s3", "s4")
    )
    assert first == second
    assert "Noted for" in shown(first)
    last = team.last()
    assert isinstance(last, Decided)
    assert (last.verdict, last.reason) == (Verdict.ADVANCE, "relit in one night")
    assert [type(one) for one in team.log].count(Decided) == 1
    thread = f"{HIRING};messageid={CARD}"
    assert "Noted for" in tenant.microsoft.posts(thread)[-1]["text"]


def test_one_more_is_asked_and_a_decision_undone_in_a_dialog(tenant: Tenant, team: Team) -> None:
    form = press(tenant, team, "Ask one more")
    refused = hand_in(tenant, form, "How old are you?")
    assert "I do not ask this" in shown(refused)
    hand_in(tenant, refused, "Which lens did you use?", "s2")
    assert isinstance(team.last(), MoreAsked)
    team.say("decline because of the licence")
    undo = press(tenant, team, "Undo the decision", "f2")
    assert words.UNDO_KEPT in shown(undo)
    hand_in(tenant, undo, "the wrong candidate", "s3")
    assert isinstance(team.last(), DecisionUndone)


def test_where_there_is_nothing_to_fill_in_the_words_are_answered(
    tenant: Tenant, team: Team
) -> None:
    said = {"typed": f"decide {team.pseudonym}: hold"}
    form = press(tenant, team, "Hold")
    team.say("decline because of the licence")
    late = hand_in(tenant, form, "we wait")
    assert "is decided already: decline, by Ria" in shown(late)
    stranger = invoke(tenant, "task/fetch", said, "f2", ADA)
    assert dialog_words.FOR_TEAM in shown(stranger)
    erased(team.office, team.screening)
    assert "had their data erased" in shown(invoke(tenant, "task/fetch", said, "f3"))
    nothing = {"dialog": "step"}  # as an earlier version named it
    assert dialog_words.UNKNOWN in shown(invoke(tenant, "task/fetch", nothing, "f4"))
