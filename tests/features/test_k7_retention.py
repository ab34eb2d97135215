"""K7: `rolecall retention` and `rolecall doctor` on the command line."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.briefs.reading import read_brief
from bot.storage.store import open_store
from tests.ports import token_of_screening
from tests.recruiting.office import KEEPER, KEEPER_BRIEF, NOON, Office

ENV = {"ROLECALL_SEEDS": "no-seeds", "COLUMNS": "200", "ROLECALL_RETENTION_DAYS": "30"}


class Line:
    """Runs commands on an office in which one screening was finished long ago."""

    def __init__(self, home: Path) -> None:
        self._env = {**ENV, "ROLECALL_HOME": str(home)}
        store = open_store(f"sqlite:///{home / 'rolecall.db'}", read_brief, token_of_screening)
        office = Office(store)
        office.add(KEEPER, KEEPER_BRIEF)
        for text in (f"start {office.invited()}", "yes", "Relit the lamp in one night.", "send"):
            office.candidate(text)
        self.screening = store.screenings.entries()[0].id
        store.close()

    def run(self, *words: str, **env: str) -> Result:
        return CliRunner().invoke(app, ("retention", *words), env={**self._env, **env})


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Line:
    long_after = NOON + timedelta(days=31)
    monkeypatch.setattr("bot.assembly.assemble.now", lambda: long_after)
    return Line(tmp_path)


def test_a_dry_run_lists_what_would_go_and_erases_nothing(line: Line) -> None:
    for _ in range(2):
        told = line.run("--dry-run").output
        assert f"lighthouse-keeper, ended 2026-11-23 ({line.screening})" in told
        assert "1 would be erased; 0 held." in told
    [data] = json.loads(line.run("--dry-run", "--json").output)
    assert (data["screening"], data["role"]) == (line.screening, KEEPER)


def test_what_is_due_is_erased_and_then_nothing_is(line: Line) -> None:
    assert "1 erased; 0 held." in line.run().output
    assert line.run().output == "0 erased; 0 held.\n"


def test_a_role_that_keeps_its_data_erases_none(line: Line) -> None:
    own = {"ROLECALL_ROLE_POLICIES": f"{KEEPER}: retention_days=0"}
    assert "0 erased" in line.run(**own).output


def test_a_hold_keeps_a_screening_with_reason_and_who(line: Line) -> None:
    reason = ("--reason", "claim 12/2027", "--by", "Ada Example")
    assert line.run("hold", line.screening, *reason).exit_code == 0
    assert line.run("hold", line.screening, *reason).exit_code == 2
    assert line.run("hold", "nobody", *reason).exit_code == 2
    assert f"{line.screening}: claim 12/2027 (Ada Example, 2026-12-24)" in line.run("holds").output
    assert "0 erased; 1 held." in line.run().output
    assert line.run("release", line.screening, "--by", "Ada Example").exit_code == 0
    assert line.run("release", line.screening, "--by", "Ada Example").exit_code == 2
    assert "Nothing is held." in line.run("holds").output
    assert "1 erased" in line.run().output


def test_a_hold_needs_a_reason(line: Line) -> None:
    assert line.run("hold", line.screening, "--by", "Ada Example").exit_code == 2
    blank = line.run("hold", line.screening, "--by", "Ada Example", "--reason", "  ")
    assert (blank.exit_code, "write a few words" in blank.output) == (2, True)
    assert json.loads(line.run("holds", "--json").output) == []


def test_the_doctor_prints_the_policy(tmp_path: Path) -> None:
    env = {**ENV, "ROLECALL_HOME": str(tmp_path), "ROLECALL_TIME_ZONE": "Europe/Oslo"}
    told = CliRunner().invoke(app, ("doctor",), env=env).output
    week = "on Mon, Tue, Wed, Thu, Fri"
    assert f"by the clock: Europe/Oslo, quiet 20:00 to 08:00, {week}, digest at 09:00, 2" in told
    assert "kept 30 days after the end" in told
