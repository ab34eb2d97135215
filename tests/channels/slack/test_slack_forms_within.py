"""Forms, channels and teams where several workspaces have the app: names say whose they are."""

from datetime import datetime

from bot.channels.slack.addresses import RolesIn
from bot.channels.slack.belonging import Belonging
from bot.channels.slack.config import SlackConfig
from bot.channels.slack.modals import drawn, submitted
from bot.core.forms import CHANNELS, Entry, Field, Form
from bot.core.messages import Incoming, Origin
from bot.core.roles import Audience
from bot.ports.installations import Installation
from tests.channels.slack.fake_api import FakeSlack
from tests.recruiting.conftest import office, url
from tests.recruiting.office import KEEPER, NOON, Office

__all__ = ["office", "url"]


def test_a_form_shows_its_workspaces_channels_and_keeps_the_others() -> None:
    where = Field("channels", "Where", Entry.CHANNELS, "T0/C0ONE,T9/C0ONE")
    view = drawn(Form(CHANNELS, "Channels", "Save", fields=(where,)), {"channel": "D0RIA"}, "T0")
    assert view["blocks"][0]["element"]["initial_conversations"] == ["C0ONE"]
    chosen = {"channels": {"entry": {"selected_conversations": ["C0TWO"]}}}
    given = submitted({"view": {**view, "id": "V1", "state": {"values": chosen}}}, "T0")
    assert given
    assert given.entered.values == {"channels": "T0/C0TWO,T9/C0ONE"}


def test_a_channel_is_about_a_role_in_its_own_workspace_alone() -> None:
    roles = {"T0/C0ONE": "ferry", "C0ONE": "lamp"}
    assert dict(RolesIn("T0", roles)) == {"C0ONE": "ferry"}
    assert dict(RolesIn("", roles)) == {"C0ONE": "lamp"}
    assert RolesIn("T9", roles).get("C0ONE", "") == ""


def test_here_names_the_workspace_too(office: Office) -> None:
    said = Incoming(
        "m",
        "slack:T0:C0HIRING:17.1",
        "slack:T0:U0RIA",
        Audience.TEAM,
        "post fit summaries of Lighthouse Keeper here",
        NOON,
        origin=Origin("slack", (("channel", "T0/C0HIRING"), ("thread_ts", "17.1"))),
    )
    office.bot.handle(said)
    assert office.ports.hiring_channels.of(KEEPER) == ("slack:T0/C0HIRING",)


class Nowhere:
    """No workspace has the app."""

    def find(self, app: str, workspace: str) -> Installation | None:
        return None

    def all(self, app: str) -> tuple[Installation, ...]:
        return ()

    def keep(self, installation: Installation) -> None:
        raise AssertionError("nothing is installed here")

    def remove(self, app: str, workspace: str, before: datetime) -> bool:
        return False


def test_a_name_of_one_workspace_is_nobodys_in_another(
    config: SlackConfig, slack: FakeSlack
) -> None:
    slack.groups = {"S0HR": ["U0GIA"]}
    belongs = Belonging(config, Nowhere())
    assert belongs("slack:T0:U0GIA", "S0HR")
    assert belongs("slack:T0:U0RIA", "U0RIA")
    assert not belongs("slack:T0:U0RIA", "S0HR")
    assert not belongs("slack:T0:U0GIA", "T9/S0HR")
    assert not belongs("slack:T9:U0GIA", "T9/U0GIA"), "the app is not there"
