"""On a card in Slack: a reason in a modal, and a reaction that keeps a message for the record."""

from datetime import UTC
from typing import Any

import pytest

from bot.core.screening.events import Decided, Verdict
from bot.core.screening.team_events import DecisionUndone, MoreAsked, NoteKept
from bot.core.wording import forms as words
from bot.ports.delivery import Standing
from tests.channels.slack.desk import RIA, Desk
from tests.channels.slack.fake_api import BOT, slow_down
from tests.features.deciding.team import Team, finished
from tests.features.deciding.test_h4_decide_in_place import buttons
from tests.recruiting.candidates import erased

CARD = "1700000000.000000"
MINE = {
    "user": RIA,
    "channel": {"id": "C0HIRING", "name": "hiring"},
    "container": {"type": "message", "message_ts": CARD, "channel_id": "C0HIRING"},
    "message": {"ts": CARD},
}
BO = {
    "type": "message",
    "user": "U0BO",
    "ts": "1700000009.000100",
    "thread_ts": CARD,
    "text": "I saw the lens, <@U0RIA>: it &lt;shines&gt;",
}


@pytest.fixture
def team(desk: Desk) -> Team:
    """A finished screening whose card stands in the hiring channel, and Bo's words below it."""
    made = finished(desk.office)
    [post] = [
        one for one in desk.office.store.records.posts("lighthouse-keeper") if "fin" in one.id
    ]
    standing = Standing(post.id, "slack", {"channel": "C0HIRING", "ts": CARD})
    desk.office.store.standings.note([standing])
    desk.slack.members.add("D-ottoline")
    desk.slack.threads["C0HIRING"] = [{"user": BOT, "bot_id": "B0", "ts": CARD, "text": "card"}, BO]
    return made


def pressed(desk: Desk, team: Team, label: str, **more: Any) -> None:
    desk.press(buttons(team)[label], **{**MINE, **more})


def react(desk: Desk, **more: Any) -> int:
    item = {"type": "message", "channel": "C0HIRING", "ts": BO["ts"]}
    told = {"user": "U0RIA", "reaction": "pushpin", "item_user": "U0BO", "item": item}
    event = {"type": "reaction_added", "event_ts": "1700000020.1", **told, **more}
    return desk.workspace.event(event).status_code


def test_a_decision_is_given_its_reason_in_a_modal(desk: Desk, team: Team) -> None:
    pressed(desk, team, "Advance")
    assert desk.heard == [], "the form is opened instead of the words"
    assert team.pseudonym in str(desk.view["blocks"])
    assert desk.hand_in({"words": "…"})["errors"] == {"words": words.WHY_MISSING}
    assert desk.hand_in({"words": "the lamp was\nrelit: in one night"}) is None
    assert desk.heard == [
        f"decide {team.pseudonym}: advance because the lamp was relit: in one night"
    ]
    last = team.last()
    assert isinstance(last, Decided)
    assert (last.verdict, last.reason) == (
        Verdict.ADVANCE,
        "the lamp was relit: in one night",
    )
    assert (last.by, last.name) == ("slack:T0:U0RIA", "ria")
    [said] = [one for one in desk.slack.messages if "Noted for" in one["text"]]
    assert said["thread_ts"] == CARD


def test_it_is_undone_and_one_more_is_asked_in_a_modal(desk: Desk, team: Team) -> None:
    pressed(desk, team, "Ask one more")
    refused = desk.hand_in({"words": "How old are you?"})
    assert "I do not ask this" in refused["errors"]["words"]
    desk.hand_in({"words": "Which lens did you use?"})
    assert isinstance(team.last(), MoreAsked)
    team.say("hold: we wait for the answer")
    team.say("advance because of the lens")
    pressed(desk, team, "Undo the decision")
    desk.hand_in({"words": "the wrong candidate"})
    last = team.last()
    assert isinstance(last, DecisionUndone)
    assert last.reason == "the wrong candidate"


def test_where_no_modal_helps_the_words_are_said(desk: Desk, team: Team) -> None:
    press = buttons(team)
    desk.slack.refusing = {"views.open": "expired_trigger_id"}
    desk.press(press["Advance"], **MINE)
    assert "Please add why" in desk.told
    desk.slack.refusing = {}
    desk.press(press["Advance"], **{**MINE, "user": {"id": "U0ADA", "team_id": "T0"}})
    assert desk.slack.views == []
    assert "hiring team" in desk.slack.messages[-1]["text"]
    team.say("decline: no licence")
    desk.press(press["Hold"], **MINE)
    assert desk.slack.views == []
    assert "is decided already: decline, by Ria" in desk.told
    erased(team.office, team.screening)
    desk.press(press["Decline"], **MINE)
    assert "The candidate had their data erased" in desk.told


def test_a_reaction_keeps_a_message_with_its_author_once(desk: Desk, team: Team) -> None:
    for reaction in ("pushpin", "memo", "pushpin"):
        assert react(desk, reaction=reaction) == 200
    [note] = [one for one in team.log if isinstance(one, NoteKept)]
    assert note.text == "I saw the lens, @U0RIA: it <shines>"
    assert (note.by, note.marked_by) == ("slack:T0:U0BO", "slack:T0:U0RIA")
    assert note.at.astimezone(UTC).year == 2023
    assert "Slack member U0BO; marked by Slack member U0RIA" in team.card_words
    [told] = desk.slack.whispers
    assert (told["user"], told["thread_ts"]) == ("U0RIA", CARD)
    assert "Kept for the record" in told["text"]
    erased(team.office, team.screening)
    assert "shines" not in str(team.office.store.records.transcript(f"slack:T0:C0HIRING:{CARD}"))
    assert "shines" not in str(team.office.store.records.posts("lighthouse-keeper"))
    assert team.log == ()


@pytest.mark.parametrize(
    "event",
    [
        {"reaction": "tada"},
        {"user": "U0ADA"},
        {"item": {"type": "file", "file": "F1"}},
        {"item": {"type": "message", "channel": "C0PUBLIC", "ts": BO["ts"]}},
        {"item": {"type": "message", "channel": "C0HIRING", "ts": CARD}},
        {"item": {"type": "message", "channel": "C0HIRING", "ts": "1.1"}},
        {"item": "message"},
    ],
)
def test_what_is_no_mark_of_the_teams_keeps_nothing(
    desk: Desk, team: Team, event: dict[str, Any]
) -> None:
    before = team.log
    assert react(desk, **event) == 200
    assert team.log == before
    assert desk.slack.whispers == []


def test_a_message_elsewhere_in_the_channel_is_no_note(desk: Desk, team: Team) -> None:
    before = team.log
    desk.slack.threads["C0HIRING"].append({**BO, "ts": "17.2", "thread_ts": "17.1"})
    item = {"type": "message", "channel": "C0HIRING", "ts": "17.2"}
    assert react(desk, item=item) == 200
    assert team.log == before
    assert desk.slack.whispers == []


def test_without_the_permission_nothing_happens_but_a_line_in_the_log(
    desk: Desk, team: Team, caplog: pytest.LogCaptureFixture
) -> None:
    desk.slack.refusing = {"conversations.replies": "missing_scope"}
    before = team.log
    assert react(desk) == 200
    assert team.log == before
    assert "A marked message was not read (missing_scope)" in caplog.text
    desk.slack.refusing = {}
    desk.slack.failing = [slow_down(1)]
    assert react(desk) == 503, "Slack sends it again"
    assert react(desk) == 200
    assert isinstance(team.last(), NoteKept)
