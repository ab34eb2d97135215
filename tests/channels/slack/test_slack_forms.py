"""Slack's modals: everything on them is said as typed words, once, and can be typed as well."""

from dataclasses import replace

import pytest
from starlette.applications import Starlette

from bot.channels.slack.config import App, SlackConfig
from bot.channels.slack.parts import Parts
from bot.channels.slack.routes import slack_routes
from bot.channels.slack.sender import SlackSender
from bot.dialogues.recruiting.filling_in import FillingIn
from tests.channels.slack.desk import Desk
from tests.channels.slack.fake_api import FakeSlack
from tests.channels.slack.workspace import HIRING, Workspace
from tests.channels.turns_now import TurnsNow
from tests.loopback import running
from tests.recruiting.office import KEEPER


def test_an_invitation_is_a_form_and_says_what_can_be_typed(desk: Desk) -> None:
    desk.office.team("approve the kit")
    desk.press("invite")
    assert desk.heard == [], "the form is opened instead of the words"
    private, name, role = desk.view["blocks"]
    assert "made-up name" in str(private)
    assert role["element"]["initial_option"]["value"] == KEEPER
    assert name["element"]["max_length"] == 80
    assert desk.hand_in({"name": "Robin Example"}) is None
    assert desk.heard == ["invite Robin Example"]
    assert "Robin Example is invited" in desk.told
    [entry] = desk.office.store.screenings.entries()
    assert entry.role == KEEPER


def test_a_form_handed_in_twice_has_one_effect(desk: Desk) -> None:
    desk.office.team("approve the kit")
    desk.press("invite")
    for _ in range(2):
        desk.hand_in({"name": "Robin Example"})
    assert len(desk.office.store.screenings.entries()) == 1
    assert desk.told.count("Robin Example is invited") == 1


def test_what_is_wrong_is_said_at_its_field(desk: Desk) -> None:
    desk.press("invite")
    assert desk.hand_in({"name": " 7 "}) == {
        "response_action": "errors",
        "errors": {"name": "Write the candidate's name."},
    }
    assert desk.heard == []


@pytest.mark.parametrize("code", ["expired_trigger_id", "trigger_exchanged", "unknown_method"])
def test_where_no_form_opens_the_words_are_said(desk: Desk, code: str) -> None:
    desk.slack.refusing = {"views.open": code}
    desk.press("invite")
    assert desk.heard == ["invite"]
    assert "Whom should I invite?" in desk.told


def test_the_command_opens_it_too_and_answers_its_reader_alone(desk: Desk) -> None:
    desk.office.team("approve the kit")
    desk.workspace.command("invite", user_id="U0RIA")
    desk.hand_in({"name": "Robin Example"})
    assert desk.slack.messages == []
    assert "Robin Example is invited" in desk.slack.whispers[-1]["text"]


def test_only_what_was_changed_in_a_question_is_said(desk: Desk) -> None:
    desk.press("edit question 1")
    blocks = {b["block_id"]: b["element"] for b in desk.view["blocks"] if b["type"] == "input"}
    assert {"text", "follow-up result", "anchor 4"} <= blocks.keys()
    assert blocks["text"]["initial_value"] == desk.office.kit(KEEPER).questions[0].text
    desk.hand_in({"text": "Which lamp did you\nmend last?", "anchor 4": "Ships saw it again."})
    assert desk.heard == [
        "change question 1: Which lamp did you mend last?",
        "change anchor 4 of question 1: Ships saw it again.",
    ]
    edits = desk.office.store.kits.history(KEEPER)
    assert len(edits) == 2
    assert edits[0].by == "slack:T0:U0RIA"


def test_two_people_on_one_question_do_not_undo_each_other(desk: Desk) -> None:
    desk.press("edit question 1")
    desk.office.team("change question 1: Which lens did you grind?")
    answer = desk.hand_in({"text": "Which lamp did you mend?"})
    assert "Somebody changed this while you had the form open" in answer["errors"]["text"]
    assert len(desk.office.store.kits.history(KEEPER)) == 1


def test_what_may_not_be_asked_is_refused_on_the_form(desk: Desk) -> None:
    desk.press("edit question 1")
    answer = desk.hand_in({"text": "How old are you?"})
    assert "How old are you" in answer["errors"]["text"]
    assert desk.hand_in() == {
        "response_action": "errors",
        "errors": {"text": "Nothing was changed yet."},
    }


def test_a_kit_is_signed_as_it_was_read(desk: Desk) -> None:
    desk.press("approve the kit")
    assert "lamps and lenses" in str(desk.view["blocks"])
    version = desk.office.kit(KEEPER).version
    desk.hand_in()
    assert desk.heard == [f"approve the kit {version}"]
    approval = desk.office.store.kits.approved(KEEPER)
    assert approval
    assert approval.version == version


def test_a_kit_that_changed_while_it_was_read_is_not_signed(desk: Desk) -> None:
    desk.press("approve the kit")
    desk.office.team("change question 1: Which lens did you grind?")
    desk.hand_in()
    assert "so nothing was signed" in desk.told
    assert desk.office.store.kits.approved(KEEPER) is None


def test_a_whole_kit_is_edited_and_signed_on_one_form(desk: Desk) -> None:
    desk.press("edit the kit")
    new = "Which lamp did you mend last?"
    desk.hand_in({"q1": new, "approve": {"selected_options": [{"value": "true"}]}})
    said, signed = desk.heard
    assert said == f"change question 1: {new}"
    assert signed.startswith("approve the kit ")
    approval = desk.office.store.kits.approved(KEEPER)
    assert approval
    kit = desk.office.store.kits.get(KEEPER, approval.version)
    assert kit
    assert [one.text for one in kit.questions] == [new]


def test_hiring_channels_are_chosen_from_slacks_own_list(desk: Desk) -> None:
    desk.office.team("post fit summaries to slack:C0HIRING and teams:19:x@thread.v2")
    desk.press("choose hiring channels")
    (chosen,) = (b for b in desk.view["blocks"] if b["type"] == "input")
    assert chosen["element"]["initial_conversations"] == ["C0HIRING"]
    desk.hand_in({"channels": {"selected_conversations": ["C0HIRING", "C0PUBLIC"]}})
    assert desk.office.ports.hiring_channels.of(KEEPER) == (
        *("slack:C0HIRING", "slack:C0PUBLIC"),
        "teams:19:x@thread.v2",
    )
    desk.press("choose hiring channels")
    desk.hand_in({"channels": {"selected_conversations": []}})
    assert desk.office.ports.hiring_channels.of(KEEPER) == ("teams:19:x@thread.v2",)


def test_no_form_of_the_team_opens_for_anybody_else(desk: Desk) -> None:
    stranger = {"user": {"id": "U0ADA", "team_id": "T0"}, "channel": {"id": "D0ADA"}}
    for said in ("invite", "approve the kit", "edit question 1", "choose hiring channels"):
        desk.press(said, **stranger)
    assert desk.slack.views == []
    desk.office.team("approve the kit")
    desk.press("invite")
    desk.hand_in({"name": "Robin Example"}, user={"id": "U0ADA", "team_id": "T0"})
    assert desk.office.store.screenings.entries() == ()


def test_a_candidate_corrects_answers_on_one_form(
    desk: Desk, config: SlackConfig, slack: FakeSlack
) -> None:
    office = desk.office
    token = office.invited()
    plain = replace(config, app=App.PRESCREEN)
    turns = TurnsNow("slack-prescreen", SlackSender(plain), HIRING, office.bot.handle)
    routes = slack_routes(plain, turns, Parts(forms=FillingIn(office.ports)))
    ada = {"id": "U0ADA", "team_id": "T0"}
    with running(Starlette(routes=list(routes))) as url:
        there = Desk(office, Workspace(url, slack, turns, path="/slack/prescreen/events"), slack)
        for said in (f"start {token}", "yes", "In 2024 I mended the lamp myself in one night."):
            there.workspace.direct(said)
        buttons = [b for m in slack.messages for b in m["blocks"] if b["type"] == "actions"]
        (correct,) = (e for e in buttons[-1]["elements"] if e["value"] == "correct my answers")
        there.press(correct["value"], user=ada, channel={"id": "D0ADA"})
        (answer,) = (b for b in there.view["blocks"] if b["type"] == "input")
        assert "mended the lamp" in answer["element"]["initial_value"]
        for _ in range(2):
            there.hand_in({"1": "In 2024 I mended it with Kim in two nights."}, user=ada)
    assert there.heard[-1] == "change 1: In 2024 I mended it with Kim in two nights."
    screening = office.store.conversations.get("slack:T0:D0ADA").screening
    kinds = [type(event).__name__ for event in office.store.screenings.events(screening)]
    assert kinds.count("Corrected") == 1


def test_a_metadata_of_another_form_is_left_alone(desk: Desk) -> None:
    desk.press("invite")
    for metadata in ("", "[]", '{"form":"invite"}', '{"form":1,"about":2,"was":3,"to":4}'):
        assert desk.hand_in(view={**desk.view, "private_metadata": metadata}) is None
    assert desk.heard == []


def test_the_stop_button_is_heard_and_ends_the_sign(desk: Desk) -> None:
    stop = {"type": "agent_session_stopped", "channel": "D0RIA", "thread_ts": "1700.1"}
    told = {"user": "U0RIA", "event_ts": "1700000300.1", "streaming_message_ts": []}
    assert desk.workspace.event({**stop, **told}).status_code == 200
    assert desk.heard == ["stop"]
    assert "Stopped" in desk.told
    assert desk.slack.statuses[-1][1]["status"] == "active"
