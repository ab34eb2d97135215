"""One app in several workspaces: each has its own token, names and rules, and can leave."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.applications import Starlette

from bot.briefs.reading import read_brief
from bot.channels.slack.addresses import apart, within
from bot.channels.slack.config import OAuth, SlackConfig
from bot.channels.slack.installed_sender import InstalledSender, NotInstalled
from bot.channels.slack.parts import Parts
from bot.channels.slack.routes import slack_routes
from bot.core.messages import Incoming, Post, Reply, Text
from bot.core.roles import Audience
from bot.core.wording.people import naming
from bot.ports.installations import Installation
from bot.storage.store import Store, open_store
from tests.channels.slack.fake_api import BOT, CLIENT, CLIENT_SECRET, TOKEN, FakeSlack, error
from tests.channels.slack.workspace import Json, Workspace
from tests.channels.turns_now import TurnsNow, echo
from tests.loopback import running

NOW = datetime.now(UTC) - timedelta(hours=1)
EVERYWHERE = {"channel": "T1/C0HIRING"}


@dataclass
class Several:
    """Slack with workspaces T1 and T2, the organization E1, and T9, which has no app."""

    speaking: Workspace
    slack: FakeSlack
    store: Store
    sender: InstalledSender

    def direct(self, team: str | None, text: str = "hello", **more: object) -> Incoming | None:
        """A direct message in a workspace; what is heard of it."""
        before = len(self.speaking.turns.heard)
        around = {"team_id": team, "authorizations": [{"team_id": team, "user_id": BOT}], **more}
        assert self.speaking.direct(text, body=around).status_code == 200
        heard = self.speaking.turns.heard[before:]
        return heard[0] if heard else None

    def leave(self, kind: str, at: datetime | None = None, **around: object) -> None:
        """An app is uninstalled, or its token revoked."""
        body = {
            "type": "event_callback",
            "team_id": "T1",
            "event_id": f"EvLeave{time.monotonic()}",
            "event_time": int((at or datetime.now(UTC)).timestamp()),
            "event": {"type": kind, "tokens": {"bot": [BOT]}},
            **around,
        }
        assert self.speaking.send(json.dumps(body).encode()).status_code == 200

    def said_with(self, method: str = "chat.postMessage") -> list[str]:
        """The tokens that were used for it."""
        return [token for name, token in self.slack.used if name == method]

    def has(self, workspace: str) -> bool:
        return self.store.installations.find("slack", workspace) is not None


def installation(workspace: str, at: datetime = NOW) -> Installation:
    token = f"xoxb-of-{workspace}"
    return Installation("slack", workspace, f"Example {workspace}", token, (), BOT, "U1", at)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'r.db'}", read_brief, key_of=lambda _: b"k" * 32)
    yield opened
    opened.close()


@pytest.fixture
def wide(config: SlackConfig) -> SlackConfig:
    return replace(
        config,
        bot_token="",
        oauth=OAuth(CLIENT, CLIENT_SECRET, frozenset("*"), "https://rolecall.example"),
        recruiters=frozenset({"T1/U0RIA", "E1/U0EVE", "U0RIA"}),
        team_channels=frozenset({"T1/C0HIRING"}),
        roles={"T1/C0PUBLIC": "ferry"},
    )


@pytest.fixture
def several(slack: FakeSlack, wide: SlackConfig, store: Store) -> Iterator[Several]:
    yield from serve(slack, wide, store)


def serve(slack: FakeSlack, config: SlackConfig, store: Store) -> Iterator[Several]:
    for workspace in ("T1", "T2", "E1"):
        store.installations.keep(installation(workspace))
        slack.tokens[f"xoxb-of-{workspace}"] = workspace
    sender = InstalledSender(config, store.installations)
    turns = TurnsNow("slack", sender, EVERYWHERE, echo)
    routes = slack_routes(config, turns, Parts(installations=store.installations))
    with running(Starlette(routes=list(routes))) as url:
        yield Several(Workspace(url, slack, turns), slack, store, sender)


def test_each_workspace_is_answered_with_its_own_token(several: Several) -> None:
    one, two = several.direct("T1"), several.direct("T2")
    assert one
    assert two
    assert several.said_with() == ["xoxb-of-T1", "xoxb-of-T2"]
    assert [sent["channel"] for sent in several.slack.messages] == ["D0ADA", "D0ADA"]
    assert one.conversation != two.conversation
    assert one.person != two.person
    assert several.speaking.turns.addresses == [{"channel": "T1/D0ADA"}, {"channel": "T2/D0ADA"}]


def test_the_same_press_in_two_workspaces_is_two_messages(several: Several) -> None:
    button = {"type": "button", "action_id": "say:0", "value": "skip"}
    for team in ("T1", "T2"):
        person = {"id": "U0ADA", "team_id": team}
        several.speaking.press(button, team={"id": team}, user=person)
    assert len({heard.id for heard in several.speaking.turns.heard}) == 2
    assert several.said_with() == ["xoxb-of-T1", "xoxb-of-T2"]


def test_recruiters_channels_and_roles_are_of_one_workspace(several: Several) -> None:
    audiences = {}
    for team in ("T1", "T2"):
        around = {"team_id": team, "authorizations": [{"team_id": team, "user_id": BOT}]}
        several.speaking.direct("kit", user="U0RIA", body=around)
        audiences[team] = several.speaking.turns.heard[-1].audience
    assert audiences == {"T1": Audience.TEAM, "T2": Audience.CANDIDATE}
    roles = []
    for team in ("T1", "T2"):
        around = {"team_id": team, "authorizations": [{"team_id": team, "user_id": BOT}]}
        several.speaking.mention("pay?", body=around)
        roles.append(several.speaking.turns.heard[-1].role)
    assert roles == ["ferry", ""]


def test_an_organizations_people_have_one_chat_wherever_slack_tells_of_it(
    several: Several,
) -> None:
    whole: Json = {
        "enterprise_id": "E1",
        "authorizations": [
            {"enterprise_id": "E1", "team_id": None, "is_enterprise_install": True, "user_id": BOT}
        ],
    }
    written = several.direct("T5", user="U0EVE", **whole)
    again = several.direct("T6", **whole)
    several.speaking.press(
        {"type": "button", "action_id": "say:0", "value": "skip"},
        team=None,
        enterprise={"id": "E1", "name": "Harbour Group"},
        is_enterprise_install=True,
        user={"id": "U0ADA", "team_id": "T6"},
    )
    pressed = several.speaking.turns.heard[-1]
    assert written
    assert again
    assert written.conversation == again.conversation == pressed.conversation == "slack:E1:D0ADA"
    assert again.person == pressed.person == "slack:E1:U0ADA"
    assert several.said_with() == ["xoxb-of-E1"] * 3


def test_somebody_whom_slack_tells_of_from_elsewhere_is_no_recruiter(several: Several) -> None:
    through = [{"team_id": "T1", "user_id": BOT}]
    heard = several.direct("T7", "kit", authorizations=through)
    ours = several.direct("T1", "kit", authorizations=through)
    assert heard
    assert ours
    assert heard.conversation == ours.conversation == "slack:T1:D0ADA"
    around = {"team_id": "T7", "authorizations": through}
    several.speaking.direct("kit", user="U0RIA", body=around)
    assert several.speaking.turns.heard[-1].audience is Audience.CANDIDATE


def test_a_workspace_without_the_app_is_left_quietly(
    several: Several, caplog: pytest.LogCaptureFixture
) -> None:
    assert several.direct("T9") is None
    assert several.speaking.command("roles", team_id="T9").status_code == 200
    assert several.slack.calls == []
    assert "T9" in caplog.text


def test_a_post_goes_to_the_workspace_of_its_channel_and_can_be_replaced(several: Several) -> None:
    several.slack.tokens = {"xoxb-of-T2": "T2"}
    [standing] = several.sender.send({"channel": "T2/C0HIRING"}, "p1", (Text("A card."),))
    assert standing["channel"] == "T2/C0HIRING"
    several.sender.replace(standing, "p1", (Text("A notice."),))
    assert [message["text"] for message in several.slack.messages] == ["A notice."]
    assert several.said_with() + several.said_with("chat.update") == ["xoxb-of-T2"] * 2


def test_a_member_is_mentioned_in_their_own_workspace_alone(
    slack: FakeSlack, wide: SlackConfig, store: Store
) -> None:
    for both in serve(slack, replace(wide, bot_token=TOKEN), store):
        for team in ("T0", "T1"):
            signed = naming("Signed by Ria.", f"slack:{team}:U0RIA", "Ria")
            for place in ("C0HIRING", "T1/C0HIRING"):
                both.sender.send({"channel": place}, f"{team} {place}", (signed,))
        mentioned = ["U0RIA" in str(each["blocks"]) for each in slack.messages]
        assert mentioned == [True, False, False, True]


def test_a_reply_and_its_post_reach_their_places(several: Several) -> None:
    several.speaking.turns.handler = lambda incoming: Reply(
        (Text("Thank you."),),
        posts=(Post("p1", "ferry", "s1", NOW, (Text("For the team."),)),),
    )
    several.direct("T2")
    sent = [(each["channel"], each["text"]) for each in several.slack.messages]
    assert sent == [("D0ADA", "Thank you."), ("C0HIRING", "For the team.")]
    assert several.said_with() == ["xoxb-of-T2", "xoxb-of-T1"]


@pytest.mark.parametrize("kind", ["app_uninstalled", "tokens_revoked"])
def test_a_workspace_that_leaves_is_forgotten_and_what_waits_is_given_up(
    several: Several, kind: str
) -> None:
    several.direct("T1")
    several.leave(kind)
    several.leave(kind)
    assert (several.has("T1"), several.has("T2"), several.has("E1")) == (False, True, True)
    assert several.direct("T1") is None
    with pytest.raises(NotInstalled, match=r"workspace T1.*Install it there again"):
        several.sender.send({"channel": "T1/C0HIRING"}, "p9", (Text("A card."),))
    assert several.direct("T2")


def test_a_persons_revoked_token_leaves_the_app_where_it_is(several: Several) -> None:
    several.leave("tokens_revoked", event={"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}})
    assert several.has("T1")


def test_word_of_an_earlier_end_that_comes_late_ends_no_new_installation(
    several: Several,
) -> None:
    several.store.installations.keep(installation("T1", NOW))
    several.leave("app_uninstalled", at=NOW - timedelta(minutes=5))
    assert several.has("T1")


def test_an_organization_leaves_as_one(several: Several) -> None:
    several.leave("app_uninstalled", enterprise_id="E1", team_id="T1")
    assert (several.has("T1"), several.has("E1")) == (False, True)
    several.leave("app_uninstalled", enterprise_id="E1", team_id="T5", is_enterprise_install=True)
    assert (several.has("T2"), several.has("E1")) == (True, False)


def test_the_workspace_with_its_token_in_the_settings_stays_as_it_was(
    slack: FakeSlack, wide: SlackConfig, store: Store
) -> None:
    for both in serve(slack, replace(wide, bot_token=TOKEN), store):
        own = both.direct("T0", user="U0RIA")
        assert own
        assert (own.id, own.conversation) == ("slack:Ev1", "slack:T0:D0ADA")
        assert both.speaking.turns.addresses == [{"channel": "D0ADA"}]
        assert both.said_with() == [TOKEN]
        assert both.direct("T9") is None
        assert both.said_with("auth.test") == [TOKEN]


def test_while_slack_does_not_say_whose_token_it_is_nothing_is_lost(
    slack: FakeSlack, wide: SlackConfig, store: Store
) -> None:
    for both in serve(slack, replace(wide, bot_token=TOKEN), store):
        slack.failing = [error("internal_error")]
        assert both.speaking.direct("hello").status_code == 503
        assert both.direct("T0")


def test_a_token_sealed_with_another_secret_is_told(
    several: Several, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    other = open_store(f"sqlite:///{tmp_path / 'r.db'}", read_brief, key_of=lambda _: b"o" * 32)
    assert other.installations.find("slack", "T1") is None
    assert other.installations.all("slack") == ()
    other.close()
    assert "ROLECALL_SECRET" in caplog.text
    assert "xoxb" not in (tmp_path / "r.db").read_bytes().decode("latin-1")


def test_an_address_names_its_workspace_only_where_there_are_several() -> None:
    thread = {"channel": "C1", "thread_ts": "1.2"}
    assert within("", thread) == thread
    assert apart(within("T1", thread)) == ("T1", thread)
    assert apart(thread) == ("", thread)
