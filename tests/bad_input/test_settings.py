"""Settings that are wrong or missing: all told at once, each with what to write, before a start."""

from pathlib import Path

import pytest

from bot.settings import SettingsWrong, read_settings
from tests.bad_input.programs import command

WRONG = {
    "DATABASE_URL": ("mysql://ada:hush@h/d", "use sqlite:///FILE or postgresql://"),
    "ROLECALL_PORT": ("eighty", "write a whole number from 0 to 65535"),
    "ROLECALL_CHROMA_URL": ("chroma:8000", "begins with http:// or https://"),
    "ROLECALL_PUBLIC_URL": ("https://", "begins with http:// or https://"),
    "ROLECALL_MODEL": ("hush-4", "name the provider too, for example openai:"),
    "ROLECALL_MODEL_SECONDS": ("0", "more than 0 and at most 120"),
    "ROLECALL_HIRING_CHANNELS": ("keeper", "Write ROLE=CHANNEL:PLACE"),
    "ROLECALL_TIME_ZONE": ("Europe/Atlantis", "name a time zone such as Europe/Berlin"),
    "ROLECALL_QUIET_HOURS": ("at night", "write two times such as 20:00-08:00, or off"),
    "ROLECALL_DIGEST_AT": ("nine", "write a time such as 09:00, or off"),
    "ROLECALL_REMIND_AFTER_DAYS": ("0", "write a whole number from 1 to 60"),
    "ROLECALL_REMINDERS": ("many", "write a whole number from 0 to 5"),
    "ROLECALL_ANSWER_WITHIN_DAYS": ("61", "write a whole number from 1 to 60"),
    "ROLECALL_DECIDE_WITHIN_DAYS": ("-1", "write a whole number from 1 to 60"),
    "ROLECALL_INVITATION_DAYS": ("0", "write a whole number from 1 to 365"),
    "ROLECALL_FINISH_DAYS": ("1.5", "write a whole number from 0 to 365"),
    "ROLECALL_RETENTION_DAYS": ("for ever", "write a whole number from 0 to 3,650"),
    "ROLECALL_ROLE_POLICIES": ("keeper: nagging=9", "there is no “nagging”"),
    "ROLECALL_TEAMS_UNAUTHENTICATED": ("maybe", "write 1 or 0"),
}
HALF = {
    "ROLECALL_SLACK_BOT_TOKEN": "xoxb-hush",
    "ROLECALL_TEAMS_APP_PASSWORD": "hush",
}


def test_every_mistake_is_told_at_once_and_nothing_is_started(tmp_path: Path) -> None:
    given = {name: value for name, (value, _) in WRONG.items()}
    told = command(tmp_path, "run", settings={**given, **HALF})
    assert (told.returncode, told.stdout) == (2, "")
    lines = told.stderr.splitlines()
    assert len(lines) == len(WRONG) + 2
    for name, (_, remedy) in WRONG.items():
        [line] = [line for line in lines if line.startswith(f"{name} is wrong: ")]
        assert remedy in line
    assert "Slack also needs ROLECALL_SLACK_SIGNING_SECRET" in told.stderr
    assert "Teams also needs ROLECALL_TEAMS_APP_ID and ROLECALL_TEAMS_TENANT_ID" in told.stderr
    assert "hush" not in told.stderr, "a wrong value is often a secret"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["ROLECALL_SLACK_SIGNING_SECRET", "ROLECALL_TEAMS_APP_ID"])
def test_half_a_channel_is_a_mistake_of_its_own(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(name, "given")
    with pytest.raises(SettingsWrong, match=r"also needs .* or leave \w+ off\.") as refused:
        read_settings()
    assert len(refused.value.mistakes) == 1


def test_what_is_set_to_nothing_is_not_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (*WRONG, *HALF):
        monkeypatch.setenv(name, "")
    assert read_settings() == read_settings(port=8000)


def test_a_tenant_alone_is_no_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ROLECALL_TEAMS_UNAUTHENTICATED", "1")
    monkeypatch.setenv("ROLECALL_TEAMS_TENANT_ID", "invented-tenant")
    assert read_settings().teams_unauthenticated


def test_a_file_of_settings_that_is_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes(b"ROLECALL_MODEL_KEY=caf\xe9\n")
    with pytest.raises(SettingsWrong, match=r"\.env cannot be read: save it as .* UTF-8"):
        read_settings()


def test_mistakes_in_the_file_of_settings_are_told_by_the_same_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("ROLECALL_PORT=99999\nROLECALL_MODEL=gpt\n")
    with pytest.raises(SettingsWrong) as refused:
        read_settings()
    assert [one.split()[0] for one in refused.value.mistakes] == ["ROLECALL_PORT", "ROLECALL_MODEL"]


def test_a_digest_in_the_quiet_hours_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsWrong) as refused:
        read_settings(quiet_hours="08:00-10:00", digest_at="09:00")
    assert refused.value.mistakes == (
        "ROLECALL_DIGEST_AT is wrong: choose a time for the digest that is not in the quiet hours.",
    )
    assert (
        read_settings(quiet_hours="08:00-10:00", digest_at="off").policies.general.digest_at is None
    )


def test_a_role_has_a_policy_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ROLECALL_TIME_ZONE", "Europe/Oslo")
    monkeypatch.setenv("ROLECALL_ROLE_POLICIES", "keeper: retention_days=90")
    of = read_settings().policies.of
    assert (of("keeper").retention_days, of("another").retention_days) == (90, 190)
    assert {of("keeper").time_zone.key, of("another").time_zone.key} == {"Europe/Oslo"}
