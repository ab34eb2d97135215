"""What a personal chat shows around the answers: “typing” at once, and what to say first."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from bot.channels.teams.access import Access
from bot.channels.teams.app import teams_routes
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.connector import Connector
from bot.channels.teams.sender import TeamsSender
from bot.channels.teams.working import Working
from bot.core.errors import RolecallError
from bot.core.messages import Block, Choice, Choices, Incoming, Reply, Text
from bot.core.roles import Audience
from bot.dialogues.recruiting.overview import Overview
from tests.channels.teams.microsoft import FakeMicrosoft
from tests.channels.teams.tenant import ADA, BOT, HIRING, RIA, Tenant, mention, personal
from tests.channels.teams.test_teams_dialogs import office
from tests.channels.turns_now import TurnsNow
from tests.faults.scene import settled
from tests.recruiting.office import Office

__all__ = ["office"]


@pytest.fixture
def tenant(microsoft: FakeMicrosoft, config: TeamsConfig, office: Office) -> Iterator[Tenant]:
    sender = TeamsSender(config, desk=Overview(office.ports))
    turns = TurnsNow("teams", sender, {"conversation": HIRING}, office.bot.handle)
    with TestClient(Starlette(routes=list(teams_routes(config, turns)))) as client:
        yield Tenant(microsoft, turns, client)


def suggested(tenant: Tenant, **activity: Any) -> list[str]:
    """What is suggested below the reply to this."""
    number = f"n{len(tenant.turns.heard)}"
    person = activity.pop("person", RIA)
    tenant.send(personal(activity.pop("text", None), person, id=number, **activity))
    last = tenant.microsoft.posts(f"a:{person}")[-1]
    shown = last.get("suggestedActions", {"actions": []})
    assert all(one["type"] == "imBack" for one in shown["actions"])
    assert not (shown["actions"] and last.get("attachments")), "Teams would show none"
    return [one["value"] for one in shown["actions"]]


def test_whoever_comes_first_or_asks_for_help_is_told_what_to_say(tenant: Tenant) -> None:
    added = {"type": "conversationUpdate", "membersAdded": [{"id": BOT}]}
    for told in (added, {"text": "help"}, {"text": "Hi!"}):
        said = suggested(tenant, **told)
        assert "show the kit" in said
        assert "help" in said
        assert len(said) == 4
    candidates = suggested(tenant, text="hello", person=ADA)
    assert candidates
    assert "show the kit" not in candidates
    assert suggested(tenant, text="What does it pay?") == []
    assert "suggestedActions" not in str(tenant.send(mention("help", HIRING, RIA)))
    assert "suggestedActions" not in str(
        tenant.microsoft.posts(f"{HIRING};messageid=1700000000000")
    )


def test_suggestions_never_hold_up_a_reply(tenant: Tenant, config: TeamsConfig) -> None:
    class Broken:
        def steps(self, audience: Audience, conversation: str) -> tuple[Choice, ...]:
            raise RolecallError("the database is busy")

    tenant.turns.sender = TeamsSender(config, desk=Broken())
    assert suggested(tenant, text="help") == []

    def with_buttons(heard: Incoming) -> Reply:
        blocks: tuple[Block, ...] = (Text("Hello."), Choices((Choice("Yes", "yes"),)))
        return Reply(blocks)

    tenant.turns.handler = with_buttons
    assert suggested(tenant, text="help") == []


def test_typing_is_shown_before_the_message_is_taken_and_never_waited_for(tenant: Tenant) -> None:
    seen = threading.Event()

    def once_it_is_shown(heard: Incoming) -> Reply:
        settled(lambda: not tenant.microsoft.typing, 5)
        seen.set()
        return Reply((Text("Here."),))

    tenant.turns.handler = once_it_is_shown
    assert tenant.send(personal("What does it pay?")).status_code == 202
    assert seen.is_set()
    assert tenant.microsoft.typing == [f"a:{ADA}"]
    tenant.send(mention("What does it pay?", id="2"))
    tenant.send(personal("hello", id="3", deliveryMode="expectReplies"))
    assert tenant.microsoft.typing == [f"a:{ADA}"]


def test_a_sign_that_does_not_get_through_is_given_up(config: TeamsConfig) -> None:
    sign = Working(Connector(config, Access(replace(config, login_url="http://127.0.0.1:9"))))
    with capture_logs() as logged:
        for _ in range(50):
            sign.show({"conversation": "a:1", "reply_to": "1"})
        settled(lambda: not logged, 5)
    assert {entry["event"] for entry in logged} == {"teams_typing_not_shown"}
