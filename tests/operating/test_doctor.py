"""`rolecall doctor`: what is wrong in a deployment, with what to do, and no secret in it."""

import json
import shutil
from pathlib import Path

import pytest

from bot.operating import diagnosis
from bot.operating.diagnosis import Wrong
from bot.settings import Settings, read_settings
from tests.bad_input.programs import command

HUSH = "hush-hush"
WELL = {
    "ROLECALL_SECRET": "k3v9Qw_7Lm2xTz8RbY4nHc6JpD1sFg5A",
    "ROLECALL_SLACK_BOT_TOKEN": "xoxb-0000000000-invented",
    "ROLECALL_SLACK_SIGNING_SECRET": "0123456789abcdef" * 2,
    "ROLECALL_TEAMS_APP_ID": "00000000-0000-4000-8000-00000000000a",
    "ROLECALL_TEAMS_APP_PASSWORD": "invented-password",
    "ROLECALL_TEAMS_TENANT_ID": "00000000-0000-4000-8000-00000000000b",
    "ROLECALL_METRICS_TOKEN": "an-invented-metrics-token",
    "TZ": "Europe/Berlin",
}
WRONG = {
    "ROLECALL_SECRET": f"{HUSH}-{'aaaa' * 8}",
    "ROLECALL_SLACK_BOT_TOKEN": f"xoxp-{HUSH}",
    "ROLECALL_SLACK_SIGNING_SECRET": HUSH,
    "ROLECALL_TEAMS_APP_ID": HUSH,
    "ROLECALL_TEAMS_APP_PASSWORD": HUSH,
    "ROLECALL_TEAMS_TENANT_ID": HUSH,
    "ROLECALL_METRICS_TOKEN": HUSH,
    "DATABASE_URL": f"postgresql://ada:{HUSH}@127.0.0.1:1/rolecall",
    "TZ": "Nowhere/Invented",
}


def test_a_deployment_that_is_well(tmp_path: Path) -> None:
    told = command(tmp_path, "doctor", "--json", settings=WELL)
    assert told.returncode == 0, told.stdout
    found = {one["check"]: one for one in json.loads(told.stdout)}
    assert all(one["ok"] for one in found.values())
    assert {"settings", "disk", "time", "secret", "Slack", "Teams", "figures"} <= set(found)
    assert {"database", "clock", "encoder", "index", "language model"} <= set(found)
    assert "at the newest schema" in found["database"]["said"]
    assert not [value for value in WELL.values() if value in told.stdout and "/" not in value]


def test_everything_that_is_wrong_is_told_at_once_with_what_to_do(tmp_path: Path) -> None:
    told = command(tmp_path, "doctor", settings=WRONG)
    assert told.returncode == 1
    failed = [line for line in told.stdout.splitlines() if line.startswith("FAIL")]
    said = dict(line.removeprefix("FAIL  ").split(": ", 1) for line in failed)
    assert set(said) == {"time", "secret", "Slack", "Teams", "figures", "database"}
    assert "token_urlsafe(32)" in said["secret"]
    assert "begins with xoxb-" in said["Slack"]
    assert "Azure portal" in said["Teams"]
    assert "at least 16" in said["figures"]
    assert "Europe/Berlin" in said["time"]
    assert "Check that it runs" in said["database"]
    assert HUSH not in told.stdout + told.stderr


def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, **given: str) -> Settings:
    monkeypatch.chdir(tmp_path)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    return read_settings(home=tmp_path)


def test_a_secret_that_others_may_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = chosen(monkeypatch, tmp_path)
    file = tmp_path / "secret"
    file.write_text("invented")
    file.chmod(0o644)
    with pytest.raises(Wrong, match="chmod 600"):
        diagnosis.secret(settings)
    file.chmod(0o600)
    assert str(file) in diagnosis.secret(settings)


def test_a_disk_that_is_nearly_full(tmp_path: Path) -> None:
    free = shutil.disk_usage(tmp_path).free
    with pytest.raises(Wrong, match="Free some space"):
        diagnosis.disk(tmp_path / "not" / "there", free * 2)
    assert "GB free" in diagnosis.disk(tmp_path, 0)


def test_clocks_that_are_apart() -> None:
    assert diagnosis.apart(0.4) == "as on the database server"
    with pytest.raises(Wrong, match=r"90 s apart.*NTP"):
        diagnosis.apart(-90)


def test_settings_that_are_printed_show_no_secret(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    addresses = {
        "ROLECALL_CHROMA_URL": f"http://ada:{HUSH}@chroma:8000",
        "ROLECALL_MODEL_URL": f"http://ada:{HUSH}@model:8000",
        "ROLECALL_MODEL_KEY": HUSH,
    }
    given = {name: value for name, value in WRONG.items() if name != "TZ"}
    settings = chosen(monkeypatch, tmp_path, **given, **addresses)
    assert settings.database_url == WRONG["DATABASE_URL"]
    shown = f"{settings!r} {settings} {settings.model_dump_json(include={'secret', 'model_key'})}"
    assert HUSH not in shown.replace("teams_app_id='hush-hush'", "").replace(
        "teams_tenant_id='hush-hush'", ""
    ), "only the ids, which are no secrets, are shown"


def test_a_setting_whose_name_is_typed_wrongly_is_told(tmp_path: Path) -> None:
    given = {
        "ROLECALL_RETENTION": "30",
        "ROLECALL_SLACK_RECRUITER": HUSH,
        "ROLECALL_TEA": "1",
        "ROLECALL_PORTS": "8000",
    }
    said = command(tmp_path, "doctor", settings={**WELL, **given}).stdout.splitlines()[0]
    assert said == (
        "FAIL  settings: No such setting, so it does nothing: ROLECALL_RETENTION "
        "(ROLECALL_RETENTION_DAYS?), ROLECALL_SLACK_RECRUITER (ROLECALL_SLACK_RECRUITERS?), "
        "ROLECALL_TEA. Write it as docs/settings.md does, or take it out."
    )
