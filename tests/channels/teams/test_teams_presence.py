"""Where the bot is installed: what is told when it is added or removed, and asked by a check."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.presence import NotAsked, NotInstalled, check, unlisted
from bot.core.messages import Text
from tests.bad_input.programs import command
from tests.channels.teams.microsoft import FakeMicrosoft, error, page
from tests.channels.teams.tenant import ADA, BOT, HIRING, PUBLIC, Tenant, personal

ROOM = f"a:{ADA}"


def told(tenant: Tenant, **activity: Any) -> list[tuple[str, str]]:
    with capture_logs() as logged:
        assert tenant.send(personal(None, **activity)).status_code == 202
    names = ("teams_added", "teams_removed")
    return [(entry["event"], entry["conversation"]) for entry in logged if entry["event"] in names]


def test_coming_and_going_is_noted(tenant: Tenant) -> None:
    update, bot = "conversationUpdate", [{"id": BOT}]
    for number, action in enumerate(("add", "add-upgrade")):
        found = told(tenant, type="installationUpdate", action=action, id=f"i{number}")
        assert found == [("teams_added", ROOM)]
    assert told(tenant, type="installationUpdate", action="remove") == [("teams_removed", ROOM)]
    assert told(tenant, type=update, membersAdded=bot, id="2") == [("teams_added", ROOM)]
    assert told(tenant, type=update, membersRemoved=bot) == [("teams_removed", ROOM)]
    for gone in ("teamDeleted", "channelDeleted"):
        deleted = told(tenant, type=update, channelData={"eventType": gone})
        assert deleted == [("teams_removed", ROOM)]
    # Greeted once, where it was added to the chat; an installation alone says nothing.
    assert [heard.text for heard in tenant.turns.heard] == ["hello"]


@pytest.mark.parametrize(
    "activity",
    [
        {"type": "conversationUpdate", "membersRemoved": [{"id": "29:somebody"}]},
        {"type": "conversationUpdate", "channelData": {"eventType": "channelRenamed"}},
        {"type": "installationUpdate", "action": "fold"},
        {"type": "installationUpdate", "action": None},
        {"type": "installationUpdate"},
        {"type": "message", "membersRemoved": [{"id": BOT}]},
    ],
)
def test_anything_else_is_no_coming_or_going(tenant: Tenant, activity: dict[str, Any]) -> None:
    assert told(tenant, **activity) == []


def test_a_bot_that_comes_back_can_write_again(tenant: Tenant, config: TeamsConfig) -> None:
    tenant.microsoft.removed = {HIRING}
    with pytest.raises(NotInstalled):
        check(config, (HIRING,))
    tenant.microsoft.removed = set()
    check(config, (HIRING,))
    tenant.turns.sender.send({"conversation": HIRING}, "k", (Text("Hello again."),))
    assert len(tenant.microsoft.posts(HIRING)) == 1


def test_the_channels_without_the_bot_are_named(
    config: TeamsConfig, microsoft: FakeMicrosoft
) -> None:
    check(config, (HIRING, PUBLIC))
    microsoft.removed = {PUBLIC}
    with pytest.raises(NotInstalled, match="Add the app to the team") as away:
        check(config, (HIRING, PUBLIC))
    assert away.value.channels == (PUBLIC,)
    assert unlisted(config, (HIRING, PUBLIC)) == (PUBLIC,), "where nobody could decide"


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    told = command(tmp_path, "teams", "check")
    assert (told.returncode, told.stdout) == (2, "")
    assert "the app id, the app password, the tenant id are missing" in told.stderr


def test_an_outage_is_not_taken_for_an_absence(
    config: TeamsConfig, microsoft: FakeMicrosoft
) -> None:
    for failure in (error(429, "TooManyRequests"), page(502)):
        microsoft.next = [failure]
        with pytest.raises(NotAsked):
            check(config, (HIRING,))
    microsoft.sign_in_refused = True
    with pytest.raises(NotAsked, match="invalid_client"):
        check(config, ())
    with pytest.raises(NotAsked):
        check(replace(config, service_url="http://127.0.0.1:9"), (HIRING,))
