"""The bot's own token: by its secret or by the machine's identity, asked once an hour."""

from dataclasses import replace

import pytest

from bot.channels.teams.access import Access
from bot.channels.teams.config import AppType, TeamsConfig, TeamsNotConfigured
from bot.channels.teams.sender import TeamsSender
from bot.core.messages import Text
from bot.ports.delivery import TryAgain
from bot.settings import SettingsWrong, read_settings
from tests.channels.teams.microsoft import APP, IDENTITY_HEADER, TENANT, FakeMicrosoft
from tests.channels.teams.tenant import HIRING

SAID = (Text("Hello."),)


def by_machine(config: TeamsConfig, microsoft: FakeMicrosoft, header: str) -> TeamsConfig:
    return replace(
        config,
        app_type=AppType.IDENTITY,
        app_password="",
        identity_url=f"{microsoft.url}/identity",
        identity_header=header,
    )


@pytest.mark.parametrize("header", ["", IDENTITY_HEADER])
def test_a_managed_identity_signs_in_without_a_password(
    config: TeamsConfig, microsoft: FakeMicrosoft, header: str
) -> None:
    sender = TeamsSender(by_machine(config, microsoft, header))
    sender.send({"conversation": HIRING}, "k1", SAID)
    sender.send({"conversation": HIRING}, "k2", SAID)
    assert (microsoft.signed_in, len(microsoft.posts(HIRING))) == (1, 2)


def test_the_machine_is_asked_past_any_proxy(
    config: TeamsConfig, microsoft: FakeMicrosoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "")
    Access(by_machine(config, microsoft, "")).signed_session()
    assert microsoft.signed_in == 1


def test_an_identity_that_is_not_assigned_says_what_to_check(
    config: TeamsConfig, microsoft: FakeMicrosoft
) -> None:
    sender = TeamsSender(by_machine(config, microsoft, "another header"))
    with pytest.raises(TryAgain, match=r"400 invalid_request.*identity assigned"):
        sender.send({"conversation": HIRING}, "k", SAID)


@pytest.mark.parametrize("header", [None, "", IDENTITY_HEADER])
def test_a_token_is_asked_for_again_shortly_before_its_end(
    config: TeamsConfig, microsoft: FakeMicrosoft, header: str | None
) -> None:
    times = iter([0.0, 0.0, 3400.0, 3500.0, 3500.0])
    asked = config if header is None else by_machine(config, microsoft, header)
    access = Access(asked, clock=lambda: next(times))
    for expected in (1, 1, 2):
        access.signed_session()
        assert microsoft.signed_in == expected


def test_only_a_managed_identity_needs_no_password(config: TeamsConfig) -> None:
    assert replace(config, app_type=AppType.IDENTITY, app_password="").managed_identity
    with pytest.raises(TeamsNotConfigured):
        replace(config, app_password="")
    with pytest.raises(TeamsNotConfigured):
        replace(config, app_type=AppType.IDENTITY, tenant_id="", app_password="")


def test_the_settings_of_a_managed_identity(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("TYPE", "UserAssignedMSI"), ("ID", APP)):
        monkeypatch.setenv(f"ROLECALL_TEAMS_APP_{name}", value)
    with pytest.raises(SettingsWrong, match="Teams also needs ROLECALL_TEAMS_TENANT_ID:"):
        read_settings()
    monkeypatch.setenv("ROLECALL_TEAMS_TENANT_ID", TENANT)
    monkeypatch.setenv("IDENTITY_ENDPOINT", "http://127.0.0.1:41000/msi/token")
    assert read_settings().identity_endpoint.endswith("/msi/token")
    monkeypatch.setenv("ROLECALL_TEAMS_APP_TYPE", "MultiTenant")
    with pytest.raises(SettingsWrong, match="write SingleTenant or UserAssignedMSI"):
        read_settings()
