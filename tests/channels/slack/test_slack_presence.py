"""A hiring channel that is archived or that the bot was taken out of is told; nothing is lost."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.applications import Starlette

from bot.assembly.assemble import App, assemble
from bot.assembly.doors import doors
from bot.channels.slack.config import SlackConfig
from bot.channels.slack.sender import SlackSender
from bot.core.messages import Incoming
from bot.core.plain import plain
from bot.core.roles import Audience
from bot.serving import turns_of
from bot.settings import read_settings
from bot.turns.durable import DurableTurns
from tests.channels.slack.fake_api import BOT, TOKEN, FakeSlack
from tests.channels.slack.workspace import SECRET, Workspace
from tests.channels.turns_now import TurnsNow, echo
from tests.loopback import running
from tests.recruiting.office import KEEPER, KEEPER_BRIEF, NOON
from tests.turns.world import soon

pytestmark = pytest.mark.programs

ASKED = "Is there a library at the light?"
CANNOT = "I cannot write in the hiring channel"


@dataclass
class House:
    """The product as it runs, with one hiring channel in Slack and one recruiter."""

    app: App
    turns: DurableTurns
    slack: FakeSlack
    workspace: Workspace

    def ask(self) -> None:
        """A candidate asks what the brief does not say, and has it passed on."""
        for text in (ASKED, "yes"):
            said = Incoming(f"m {text}", "c", "p", Audience.CANDIDATE, text, NOON, role=KEEPER)
            self.turns.take(said)

    def posted(self, channel: str) -> str:
        return json.dumps([one for one in self.slack.messages if one["channel"] == channel])

    def refused(self) -> bool:
        """Whether something was sent to the hiring channel; a test says when it is taken."""
        calls = [sent for method, sent in self.slack.calls if method == "chat.postMessage"]
        return "C0HIRING" in {sent["channel"] for sent in calls}

    def happens(self, kind: str, **more: str) -> None:
        told = self.workspace.event({"type": kind, "channel": "C0HIRING", **more})
        assert told.status_code == 200


@pytest.fixture
def house(tmp_path: Path, slack: FakeSlack, config: SlackConfig) -> Iterator[House]:
    settings = read_settings(
        home=tmp_path,
        seeds=tmp_path,
        model="",
        database_url="",
        hiring_channels=f"{KEEPER}=slack:C0HIRING",
        slack_bot_token=TOKEN,
        slack_signing_secret=SECRET,
        slack_recruiters="U0RIA,S0HR,admins",
        slack_team_channels="C0HIRING",
        slack_api_url=config.api_url,
    )
    app = assemble(settings)
    app.store.roles.put(KEEPER, "keeper.md", KEEPER_BRIEF, NOON)
    turns = turns_of(app)
    turns.start()
    with running(Starlette(routes=doors(app, turns))) as url:
        yield House(
            app,
            turns,
            slack,
            Workspace(url, slack, TurnsNow("slack", SlackSender(config), {}, echo)),
        )
    turns.stop()
    app.close()


def test_an_archived_channel_is_told_and_gets_what_waited_when_it_is_back(house: House) -> None:
    house.slack.archived = {"C0HIRING"}
    house.ask()
    soon(lambda: CANNOT in house.posted("U0RIA"))
    assert "(Slack, C0HIRING)" in house.posted("U0RIA")
    assert len(json.loads(house.posted("U0RIA"))) == 1
    assert ASKED not in house.posted("C0HIRING")
    house.slack.archived = set()
    house.happens("channel_unarchive", user="U0RIA")
    soon(lambda: ASKED in house.posted("C0HIRING"))
    soon(lambda: not house.app.store.outbox.undelivered())


def test_a_bot_that_was_taken_out_says_so_at_once_and_comes_back(house: House) -> None:
    house.slack.members.discard("C0HIRING")
    house.happens("channel_left", actor_id="U0RIA")
    soon(lambda: CANNOT in house.posted("U0RIA"))
    house.ask()
    soon(house.refused)
    house.slack.members.add("C0HIRING")
    house.happens("member_joined_channel", user="U0SOMEBODY")
    assert house.app.whereabouts.absent(KEEPER), "somebody else came"
    house.happens("member_joined_channel", user=BOT)
    soon(lambda: ASKED in house.posted("C0HIRING"))
    assert not house.app.whereabouts.absent(KEEPER)


def test_another_channel_that_is_chosen_gets_what_waited(house: House) -> None:
    house.slack.archived = {"C0HIRING"}
    house.ask()
    soon(lambda: CANNOT in house.posted("U0RIA"))
    text = f"post fit summaries of {KEEPER} to slack:C0PUBLIC"
    said = Incoming("m choose", "t", "U0RIA", Audience.TEAM, text, NOON, role=KEEPER)
    assert "C0PUBLIC" in plain(house.turns.take(said).blocks)
    soon(lambda: ASKED in house.posted("C0PUBLIC"))


@pytest.mark.parametrize("event", [{}, {"channel": "D0ADA"}, {"channel": None}])
def test_an_event_that_tells_of_no_channel_changes_nothing(
    house: House, event: dict[str, object]
) -> None:
    for kind in ("channel_left", "group_archive", "member_joined_channel"):
        assert house.workspace.event({"type": kind, **event}).status_code == 200
    assert not house.app.store.outbox.undelivered()
    assert not house.app.store.references.absent()
