"""The index of vectors is derived: whatever becomes of it, it is made again from the database."""

import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.assembly.assemble import App
from bot.passages import SearchUnavailable
from tests.bad_input.office import BRIEF, ROLE, Office, app_in, words
from tests.bad_input.programs import rolecall

pytestmark = pytest.mark.programs

ASKED = "How much would I earn?"


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose one brief another process has indexed."""
    home = tmp_path_factory.mktemp("indexed")
    made = rolecall(home, "roles", "add", str(_brief(home)), "--id", ROLE)
    assert (made.returncode, made.stderr) == (0, "")
    assert (home / "chroma" / "chroma.sqlite3").exists()
    return home


def _brief(folder: Path) -> Path:
    (folder / "lighthouse.md").write_text(BRIEF)
    return folder / "lighthouse.md"


@pytest.fixture
def app(indexed: Path, tmp_path: Path) -> Iterator[App]:
    """The product on a copy of it."""
    shutil.copytree(indexed, tmp_path / "home")
    app = app_in(tmp_path / "home")
    yield app
    app.close()


def answer(app: App) -> str:
    return words(Office(app).say(ASKED))


def garbage(folder: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"no database " * 4000)


def half(folder: Path) -> None:
    whole = (folder / "chroma.sqlite3").read_bytes()
    (folder / "chroma.sqlite3").write_bytes(whole[: len(whole) // 2])


def emptied(folder: Path) -> None:
    for part in folder.iterdir():
        part.unlink() if part.is_file() else shutil.rmtree(part)


DAMAGE = {"deleted": shutil.rmtree, "emptied": emptied, "garbage": garbage, "cut off": half}


def test_what_another_process_indexed_is_used(app: App) -> None:
    assert (app.index().indexed, app.index().unchanged) == (0, 1)
    assert "31,400 crowns" in answer(app)


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_an_index_that_is_gone_or_damaged_is_made_again(
    app: App, damage: Callable[[Path], None]
) -> None:
    damage(app.settings.chroma_folder)
    report = app.index()
    assert (report.indexed, report.unchanged) == (1, 0)
    assert "31,400 crowns" in answer(app)
    assert (app.index().indexed, app.index().unchanged) == (0, 1)


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_questions_are_answered_before_it_is_made_again(
    app: App, damage: Callable[[Path], None]
) -> None:
    damage(app.settings.chroma_folder)
    assert "31,400 crowns" in answer(app)


def test_a_folder_deleted_while_running_is_made_again(app: App) -> None:
    before = answer(app)
    shutil.rmtree(app.settings.chroma_folder)
    assert answer(app) == before
    assert app.index().indexed == 1
    assert app.index().unchanged == 1
    assert answer(app) == before


@pytest.fixture
def blocked(tmp_path: Path) -> Iterator[App]:
    """The product in a home where the index's folder cannot be made."""
    (tmp_path / "chroma").write_text("in the way")
    app = app_in(tmp_path)
    yield app
    app.close()


def test_without_a_place_for_it_questions_are_answered_all_the_same(
    blocked: App, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "retrieval"):
        assert "31,400 crowns" in answer(blocked)
    assert "can be written to" in caplog.text


def test_without_a_place_for_it_indexing_says_what_to_do(blocked: App) -> None:
    Office(blocked)
    with pytest.raises(SearchUnavailable, match="can be written to"):
        blocked.index()


def test_a_brief_is_taken_in_where_the_index_cannot_be_kept(tmp_path: Path) -> None:
    (tmp_path / "chroma").write_text("in the way")
    told = rolecall(tmp_path, "roles", "add", str(_brief(tmp_path)), "--id", ROLE)
    assert told.returncode == 0
    assert told.stderr.startswith("The index is not up to date.")
    assert told.stderr.count("\n") == 1
    assert "Lighthouse Keeper is in" in told.stdout
    asked = rolecall(tmp_path, "ask", ASKED, "--role", ROLE)
    assert "31,400 crowns" in asked.stdout
    checked = rolecall(tmp_path, "doctor")
    assert checked.returncode == 1
    assert "FAIL  index" in checked.stdout
    assert "Traceback" not in checked.stderr
