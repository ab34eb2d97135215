"""`rolecall compare` and `rolecall summary --picture`, on invented screenings."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.core.errors import NotWritten, UnknownScreening
from tests.recruiting.candidates import screened
from tests.recruiting.office import KEEPER, Office


@pytest.fixture
def env(office: Office, url: str, tmp_path: Path) -> dict[str, str]:
    """Where the commands find the office's store, with two who have finished."""
    screened(office, "7F3", ("I rebuilt lamps.",), after=20)
    screened(office, "2B1", ("I like lamps.",), after=10)
    (tmp_path / "seeds").mkdir()
    return {
        "ROLECALL_HOME": str(tmp_path),
        "ROLECALL_DATABASE_URL": url,
        "ROLECALL_SEEDS": str(tmp_path / "seeds"),
    }


def run(env: dict[str, str], *words: str) -> Result:
    return CliRunner().invoke(app, words, env=env)


def test_compare_prints_both_in_the_order_of_finishing(env: dict[str, str]) -> None:
    told = run(env, "compare", "7F3", "2B1", "--role", KEEPER, "--on", "lamps").output
    assert told.index("Candidate 2B1: described") < told.index("Candidate 7F3: described")
    assert "“I rebuilt lamps.” (Candidate 7F3)" in told


def test_compare_as_data(env: dict[str, str]) -> None:
    told = json.loads(run(env, "compare", "--role", KEEPER, "--json").output)
    assert told["candidates"] == ["Candidate 2B1", "Candidate 7F3"]
    assert told["criteria"][0]["levels"] == ["described", "described"]


def test_an_unknown_candidate_is_told(env: dict[str, str]) -> None:
    found = run(env, "compare", "7F3", "ZZ9", "--role", KEEPER)
    assert isinstance(found.exception, UnknownScreening)


def test_the_picture_is_written_as_svg_or_png(env: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "one.svg"
    assert run(env, "summary", "7F3", "--picture", str(file)).exit_code == 0
    assert file.read_text("utf-8").endswith("</svg>\n")
    drawn = tmp_path / "one.PNG"
    assert run(env, "summary", "7F3", "--picture", str(drawn)).exit_code == 0
    assert drawn.read_bytes().startswith(b"\x89PNG")
    for bad in (tmp_path / "one.gif", tmp_path / "nowhere" / "one.svg"):
        found = run(env, "summary", "7F3", "--picture", str(bad))
        assert isinstance(found.exception, NotWritten)
        assert not bad.exists()
