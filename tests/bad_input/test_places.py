"""Ports that are taken, disks that are full, folders that cannot be written: said plainly."""

import resource
import socket
from pathlib import Path

import pytest

from bot.assembly.assemble import now
from tests.bad_input.office import BRIEF, ROLE, Office, app_in, browser, words
from tests.bad_input.programs import rolecall

pytestmark = pytest.mark.programs


def one_line(told: str) -> str:
    """What was told, where it is one line and no traceback."""
    assert told.count("\n") == 1, told
    assert "Traceback" not in told
    return told


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = rolecall(tmp_path, "run", "--port", str(port))
    assert (told.returncode, told.stdout) == (2, "")
    said = one_line(told.stderr)
    assert f"Nothing can listen on 127.0.0.1, port {port}: address already in use." in said
    assert "--port NUMBER" in said
    assert not (tmp_path / "rolecall.db").exists(), "nothing was started"


def test_an_address_of_another_machine(tmp_path: Path) -> None:
    told = rolecall(tmp_path, "run", "--host", "203.0.113.9", "--port", "0")
    assert told.returncode == 2
    assert "Nothing can listen on 203.0.113.9" in one_line(told.stderr)
    assert "--host" in told.stderr


@pytest.mark.parametrize("where", ["a file", "below a file", "where nobody may write"])
def test_a_home_that_cannot_be_written(tmp_path: Path, where: str) -> None:
    # Ways that stop an administrator too, who may write whatever its mode says.
    (tmp_path / "file").write_text("mine")
    homes = {"a file": tmp_path / "file", "below a file": tmp_path / "file" / "home"}
    home = homes.get(where, Path("/proc/rolecall"))
    for command in (("roles", "list"), ("run", "--port", "0")):
        told = rolecall(tmp_path, *command, settings={"ROLECALL_HOME": str(home)})
        assert (told.returncode, told.stdout) == (2, "")
        assert f"file {home / 'rolecall.db'} cannot be made" in one_line(told.stderr)
        assert f"Check that {home} is a folder" in told.stderr
    assert (tmp_path / "file").read_text() == "mine"


def small_files() -> None:
    """From here on, no file of this process grows over 16 KB: writing fails as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (16 * 1024, 16 * 1024))


def test_a_disk_that_takes_nothing_more_keeps_what_it_has(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    app.store.roles.put(ROLE, "lighthouse.md", BRIEF, now())
    app.close()
    (tmp_path / "new.md").write_text(BRIEF + "- Morse code\n" * 2000)
    told = rolecall(
        tmp_path, "roles", "add", str(tmp_path / "new.md"), "--id", ROLE, before=small_files
    )
    assert told.returncode == 2
    assert "The database" in one_line(told.stderr)
    assert "disk" in told.stderr
    app = app_in(tmp_path)
    assert app.store.roles.markdown(ROLE) == BRIEF
    app.close()


def test_words_that_find_no_room_on_the_disk_are_given_back(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    office = Office(app)
    with app.store.database.caring() as connection:
        pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    told = browser(app).post(f"/?role={ROLE}", data={"text": "what does it pay? " * 5000})
    assert told.status_code == 500
    assert "no space left on its disk. Free some space" in told.text
    assert "what does it pay? what does it pay?" in told.text
    assert "Traceback" not in told.text
    with app.store.database.caring() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1000}")
    assert "31,400 crowns" in words(office.say("what does it pay?"))
    app.close()


def test_a_journal_that_cannot_be_kept_is_told_before_anything_is_served(tmp_path: Path) -> None:
    (tmp_path / "rolecall.turns.db").mkdir()
    told = rolecall(tmp_path, "run", "--port", "0")
    assert (told.returncode, told.stdout) == (2, "")
    assert "Turns cannot be made durable" in one_line(told.stderr)
    assert "Check its folder, disk and rights." in told.stderr
