"""Dialogs of the team: opened from a card, filled in, answered as typed words are."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft6Validator  # type: ignore[import-untyped]
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.briefs.reading import read_brief
from bot.channels.teams import app as door
from bot.channels.teams import dialog_words
from bot.channels.teams.app import teams_routes
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.sender import TeamsSender
from bot.core.messages import Incoming, Reply
from bot.core.wording import forms as words
from bot.dialogues.recruiting.filling_in import FillingIn
from bot.dialogues.screening.session import present_kit
from bot.storage.store import open_store
from tests.channels.teams.microsoft import FakeMicrosoft, utf16
from tests.channels.teams.tenant import ADA, HIRING, RIA, Tenant, personal
from tests.channels.turns_now import TurnsNow
from tests.ports import token_of_screening
from tests.recruiting.office import BAKER, BAKER_BRIEF, KEEPER, KEEPER_BRIEF, Office

SCHEMA = Path(__file__).parent / "schemas" / "adaptive-card-1.5.0.json"
ROOM = f"a:{RIA}"
Json = dict[str, Any]
WRONG: tuple[object, ...] = (
    *(None, "x", [], {}, {"typed": 5}, {"typed": "other"}, {"typed": "approve the kit"}),
    {"typed": "choose hiring channels", "about": 7, "was": "no"},
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    store = open_store(f"sqlite:///{tmp_path / 'rolecall.db'}", read_brief, token_of_screening)
    made = Office(store)
    made.add(KEEPER, KEEPER_BRIEF)
    yield made
    store.close()


@pytest.fixture
def tenant(microsoft: FakeMicrosoft, config: TeamsConfig, office: Office) -> Iterator[Tenant]:
    hiring = {"conversation": HIRING}
    turns = TurnsNow("teams", TeamsSender(config), hiring, office.bot.handle)
    routes = teams_routes(config, turns, FillingIn(office.ports))
    with TestClient(Starlette(routes=list(routes))) as client:
        yield Tenant(microsoft, turns, client)


def invoke(tenant: Tenant, name: str, data: object, number: str, person: str = RIA) -> Json:
    told = {"type": "invoke", "name": name, "id": number, "replyToId": "out-1"}
    answer = tenant.send(personal(None, person, value={"data": data}, **told))
    assert answer.status_code == 200
    body: Json = answer.json()
    if body["task"]["type"] == "continue":
        card = body["task"]["value"]["card"]["content"]
        validator = Draft6Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
        assert [error.message for error in validator.iter_errors(card)] == []
        assert utf16(card) < 25 * 1024
    return body


def opened(tenant: Tenant, typed: str, number: str = "f1") -> Json:
    return invoke(tenant, "task/fetch", {"typed": typed, "msteams": {"type": "task/fetch"}}, number)


def submit(tenant: Tenant, form: Json, number: str = "s1", **filled: object) -> Json:
    """Hand a form in: what its button carries, its inputs as they stand, and what was written."""
    card = form["task"]["value"]["card"]["content"]
    (button,) = card["actions"]
    inputs = {part["id"]: part.get("value", "") for part in inputs_of(form)}
    return invoke(tenant, "task/submit", {**button["data"], **inputs, **filled}, number)


def inputs_of(form: Json) -> list[Json]:
    body = form["task"]["value"]["card"]["content"]["body"]
    return [part for part in body if part["type"].startswith("Input.")]


def shown(form: Json) -> str:
    return json.dumps(form, ensure_ascii=False)


def button(tenant: Tenant, said: str, typed: str) -> Json:
    """The button below a reply that opens a dialog."""
    tenant.send(personal(said, RIA, id=said))
    card = tenant.microsoft.posts(ROOM)[-1]["attachments"][0]["content"]
    actions = [action for part in card["body"] for action in part.get("actions", [])]
    (found,) = (action for action in actions if action["data"]["typed"] == typed)
    data: Json = found["data"]
    assert data["msteams"] == {"type": "task/fetch"}
    assert found["type"] == "Action.Submit"
    return data


def test_a_candidate_is_invited_from_the_card_below_the_sign_off(
    tenant: Tenant, office: Office
) -> None:
    form = invoke(tenant, "task/fetch", button(tenant, "approve the kit", "invite"), "f1")
    assert form["task"]["value"]["title"] == "Invite a candidate"
    name, role = inputs_of(form)
    assert (name["maxLength"], role["value"]) == (80, KEEPER)
    told = submit(tenant, form, name=" Ada\n Example ")
    assert "Ada Example is invited" in shown(told)
    assert "https://jobs.example/c/" in shown(told)
    assert "Ada Example is invited" in tenant.microsoft.posts(ROOM)[-1]["text"]
    assert len(office.store.screenings.entries(KEEPER)) == 1


def test_what_is_submitted_twice_has_one_effect(tenant: Tenant, office: Office) -> None:
    office.team("approve the kit")
    form = opened(tenant, "invite")
    first, second = (submit(tenant, form, number, name="Ada Example") for number in ("s1", "s2"))
    assert first == second
    assert len(office.store.screenings.entries(KEEPER)) == 1
    again = submit(tenant, opened(tenant, "invite", "f2"), "s3", name="Ada Example")
    assert again != first
    assert len(office.store.screenings.entries(KEEPER)) == 2


@pytest.mark.parametrize(
    ("filled", "wrong"),
    [
        ({"name": "  "}, words.NAME_MISSING),
        ({"name": None}, words.NAME_MISSING),
        ({"name": "x" * 81}, "at most 80 characters"),
        ({"name": "Ada", "role": "no-such-role"}, words.ROLE_MISSING),
        ({"name": "Ada", "role": ["keeper"]}, words.ROLE_MISSING),
        ({"name": "Ada Example"}, "are not signed off yet"),
    ],
)
def test_what_is_wrong_is_said_in_the_dialog_over_what_was_written(
    tenant: Tenant, office: Office, filled: Json, wrong: str
) -> None:
    form = submit(tenant, opened(tenant, "invite"), **filled)
    assert wrong in shown(form)
    (name,) = (part for part in inputs_of(form) if part["id"] == "name")
    assert name["value"] == " ".join((filled["name"] or "").split())[:80]
    office.team("approve the kit")
    mended = submit(tenant, form, "s2", name="Ada Example", role=KEEPER)
    assert "Ada Example is invited" in shown(mended)


def test_with_several_roles_the_chosen_one_counts(tenant: Tenant, office: Office) -> None:
    office.add(BAKER, BAKER_BRIEF)
    office.team("approve the kit", "another chat", BAKER)
    tenant.send(personal("use Lighthouse Keeper", RIA, id="u"))
    form = opened(tenant, "invite")
    role = inputs_of(form)[1]
    assert (role["type"], role["value"]) == ("Input.ChoiceSet", KEEPER)
    assert {choice["value"] for choice in role["choices"]} == {KEEPER, BAKER}
    assert "is invited" in shown(submit(tenant, form, name="Ada Example", role=BAKER))
    assert [len(office.store.screenings.entries(each)) for each in (KEEPER, BAKER)] == [0, 1]


def test_a_kit_is_edited_and_signed_off_in_one_dialog(tenant: Tenant, office: Office) -> None:
    form = invoke(tenant, "task/fetch", button(tenant, "show the kit", "edit the kit"), "f1")
    fields = [part["id"] for part in inputs_of(form)]
    assert fields == ["q1", "approve"]
    new = "Which lamp did you repair yourself, and what was wrong with it?"
    told = submit(tenant, form, q1=new, approve="true")
    assert "Signed off" in shown(told)
    approval = office.store.kits.approved(KEEPER)
    role = office.store.roles.get(KEEPER)
    assert role
    now = present_kit(office.ports, role)
    assert [question.text for question in now.questions] == [new]
    assert approval
    assert approval.version == now.version
    (edit,) = office.store.kits.history(KEEPER)
    assert (edit.by, edit.name) == (RIA, "Ada Example")
    again = submit(tenant, form, "s2", q1=new, approve="true")
    assert again == told
    assert len(office.store.kits.history(KEEPER)) == 1
    assert words.SIGNED in shown(opened(tenant, "edit the kit", "f2"))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "no words"),
        ("x" * 601, "601 characters"),
        ("How old are you?", "age"),
    ],
)
def test_a_question_that_cannot_be_stays_in_the_form_with_the_reason(
    tenant: Tenant, office: Office, text: str, wrong: str
) -> None:
    form = submit(tenant, opened(tenant, "edit the kit"), q1=text, approve="true")
    assert wrong in shown(form)
    assert inputs_of(form)[0]["value"] == text[:600]
    assert office.store.kits.approved(KEEPER) is None
    assert not office.store.kits.history(KEEPER)


def test_nobody_writes_over_what_somebody_else_changed(tenant: Tenant, office: Office) -> None:
    form = opened(tenant, "edit the kit")
    theirs = "Which lens did you repair yourself, and how?"
    office.team(f"change question 1 to: {theirs}", "another chat")
    mine = "Which lamp did you repair yourself, and how?"
    for number in ("s1", "s2"):
        form = submit(tenant, form, number, q1=mine)
        assert words.MEANWHILE in shown(form)
        assert inputs_of(form)[0]["value"] == mine
    anew = opened(tenant, "edit the kit", "f2")
    assert inputs_of(anew)[0]["value"] == theirs
    assert words.SAME in shown(submit(tenant, anew, "s3"))


def test_where_it_is_open_which_role_is_meant_the_words_are_answered(
    tenant: Tenant, office: Office
) -> None:
    office.add(BAKER, BAKER_BRIEF)
    asked = opened(tenant, "edit the kit")
    assert inputs_of(asked) == []
    assert "Which role do you mean?" in shown(asked)
    assert "Night Baker" in str(tenant.microsoft.posts(ROOM)[-1]["attachments"])


def test_a_dialog_is_for_the_team_and_for_what_is_known(tenant: Tenant) -> None:
    for name in ("task/fetch", "task/submit"):
        data = {"typed": "invite", "name": "Ada"}
        told = invoke(tenant, name, data, f"c-{name}", ADA)
        assert told["task"] == {"type": "message", "value": dialog_words.FOR_TEAM}
        for number, wrong in enumerate(WRONG):
            told = invoke(tenant, name, wrong, f"{name}{number}")
            assert told["task"]["value"] == dialog_words.UNKNOWN
    assert not tenant.turns.heard


def test_a_dialog_that_takes_too_long_says_that_it_goes_on(
    tenant: Tenant, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.team("approve the kit")
    form = opened(tenant, "invite")
    monkeypatch.setattr(door, "DIALOG_SECONDS", 0.05)

    def slowly(heard: Incoming) -> Reply:
        time.sleep(0.3)
        return office.bot.handle(heard)

    tenant.turns.handler = slowly
    told = submit(tenant, form, name="Ada Example")
    assert told["task"] == {"type": "message", "value": dialog_words.GOES_ON}
    until = time.monotonic() + 5
    while not tenant.microsoft.posts(ROOM) and time.monotonic() < until:
        time.sleep(0.02)
    assert "Ada Example is invited" in tenant.microsoft.posts(ROOM)[-1]["text"]
