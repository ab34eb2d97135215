"""K4: what is exported carries the log's hash chain, and an altered log is handed to nobody."""

import json
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.core.errors import BrokenLog
from bot.core.team.hand_over import hand_over_data
from bot.dialogues.candidates.handing_over import HandingOver
from tests.recruiting.candidates import screened
from tests.recruiting.office import Office


@pytest.fixture
def handing_over(office: Office) -> HandingOver:
    return HandingOver(office.ports, office.store.screenings.chain)


def test_the_chain_can_be_checked_by_whoever_has_the_file(
    office: Office, handing_over: HandingOver
) -> None:
    identity = screened(office, "7F3", ("I rebuilt lämps.",))
    data = json.loads(json.dumps(hand_over_data(handing_over.by_id(identity))))
    previous = "0" * 64
    for event in data["log"]["events"]:
        link = [previous, data["screening"], event["number"], event["kind"], event["body"]]
        written = json.dumps(link, ensure_ascii=False).encode()
        assert event["previous"] == previous
        assert event["hash"] == sha256(written).hexdigest()
        previous = event["hash"]
    assert data["log"]["head"] == previous
    assert [one["kind"] for one in data["log"]["events"]] == [
        "invited",
        "consented",
        "answered",
        "finished",
    ]


def test_an_altered_log_is_not_handed_over(
    office: Office, handing_over: HandingOver, tmp_path: Path
) -> None:
    identity = screened(office, "7F3", ("I rebuilt lamps.",))
    with sqlite3.connect(tmp_path / "rolecall.db") as database:
        database.execute("UPDATE events SET body = replace(body, 'lamps', 'ships')")
    with pytest.raises(BrokenLog):
        handing_over.by_id(identity)


def test_audit_verify_names_the_log_that_was_altered(
    office: Office, url: str, tmp_path: Path
) -> None:
    identity = screened(office, "7F3", ("I rebuilt lamps.",))
    env = {"ROLECALL_HOME": str(tmp_path), "DATABASE_URL": url}
    assert CliRunner().invoke(app, ["audit", "verify"], env=env).exit_code == 0
    with sqlite3.connect(tmp_path / "rolecall.db") as database:
        database.execute("UPDATE events SET body = replace(body, 'lamps', 'ships')")
    told = CliRunner().invoke(app, ["audit", "verify"], env=env)
    assert told.exit_code == 1
    assert identity in told.stdout
