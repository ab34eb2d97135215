"""Backup and restore: consistent while programs write, refused over what is there, verified."""

import json
import sqlite3
import stat
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from bot.core.errors import BrokenLog
from bot.operating.backup import DATABASE, JOURNAL, NotBackedUp, back_up, checked, restore
from bot.storage.errors import StorageUnavailable
from bot.storage.store import Store, open_store
from tests.bad_input.programs import rolecall
from tests.postgresql import database, programs, server
from tests.storage.examples import BRIEF, ROLE, at, parse, screened

pytestmark = pytest.mark.programs

__all__ = ["server"]


def url(home: Path) -> str:
    return f"sqlite:///{home / DATABASE}"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with a role and a screening, as a deployment in `home` keeps it."""
    opened = open_store(url(tmp_path / "home"), parse)
    opened.roles.put(ROLE, "lighthouse.md", BRIEF, at())
    screened(opened)
    yield opened
    opened.close()


def test_what_was_kept_is_there_again(store: Store, tmp_path: Path) -> None:
    (tmp_path / "home" / "secret").write_text("invented-secret")
    (tmp_path / "home" / "chroma").mkdir()
    back_up(url(tmp_path / "home"), tmp_path / "kept.zip")
    assert stat.S_IMODE((tmp_path / "kept.zip").stat().st_mode) == 0o600
    with zipfile.ZipFile(tmp_path / "kept.zip") as archive:
        assert set(archive.namelist()) == {"backup.json", DATABASE}
    restore(tmp_path / "kept.zip", url(tmp_path / "new"))
    again = open_store(url(tmp_path / "new"), parse)
    assert again.screenings.events("s-1") == store.screenings.events("s-1")
    assert again.people.name("s-1") == store.people.name("s-1")
    assert checked(again).screenings == 1
    assert checked(again).broken == ()
    again.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["home", "kept.zip", "new"]


def test_a_backup_while_others_write_is_of_one_moment(store: Store, tmp_path: Path) -> None:
    stopping, numbers = threading.Event(), count(2)

    def write() -> None:
        while not stopping.is_set():
            number = next(numbers)
            screened(store, f"s-{number}", f"invented-token-{number}-{'x' * 30}")

    writer = threading.Thread(target=write)
    writer.start()
    sizes = []
    try:
        for number in range(5):
            back_up(url(tmp_path / "home"), tmp_path / f"{number}.zip")
            restore(tmp_path / f"{number}.zip", url(tmp_path / str(number)))
            again = open_store(url(tmp_path / str(number)), parse)
            found = checked(again)
            assert found.broken == ()
            sizes.append(found.screenings)
            again.close()
    finally:
        stopping.set()
        writer.join()
    assert sizes == sorted(sizes)
    assert sizes[-1] > sizes[0], "others wrote meanwhile"


def test_the_journal_comes_along(store: Store, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "home" / JOURNAL)) as journal:
        journal.execute("CREATE TABLE kept (word TEXT)")
        journal.execute("INSERT INTO kept VALUES ('unfinished')")
        journal.commit()
    back_up(url(tmp_path / "home"), tmp_path / "kept.zip")
    restore(tmp_path / "kept.zip", url(tmp_path / "new"))
    with closing(sqlite3.connect(tmp_path / "new" / JOURNAL)) as journal:
        assert journal.execute("SELECT word FROM kept").fetchall() == [("unfinished",)]


def test_nothing_that_is_there_is_overwritten(store: Store, tmp_path: Path) -> None:
    kept = tmp_path / "kept.zip"
    back_up(url(tmp_path / "home"), kept)
    before = kept.read_bytes()
    with pytest.raises(NotBackedUp, match="is there already"):
        back_up(url(tmp_path / "home"), kept)
    with pytest.raises(NotBackedUp, match="nothing was changed"):
        restore(kept, url(tmp_path / "home"))
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / JOURNAL).write_text("mine")
    with pytest.raises(NotBackedUp, match="empty ROLECALL_HOME"):
        restore(kept, url(tmp_path / "half"))
    assert kept.read_bytes() == before
    assert (tmp_path / "half" / JOURNAL).read_text() == "mine"
    assert checked(store).screenings == 1


def repacked(kept: Path, change: str) -> None:
    with zipfile.ZipFile(kept) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    told = json.loads(parts["backup.json"])
    match change:
        case "altered":
            parts[DATABASE] = parts[DATABASE][:-1] + b"?"
        case "newer":
            told["form"] = 99
        case "a stranger's path":
            told["sha256"] = {"../stray": "00", DATABASE: "00"}
    parts["backup.json"] = json.dumps(told).encode()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("altered", "was altered"),
        ("newer", "newer form"),
        ("a stranger's path", "cannot be read as a backup"),
    ],
)
def test_what_is_no_backup_of_ours_is_refused(
    store: Store, tmp_path: Path, change: str, said: str
) -> None:
    kept = tmp_path / "kept.zip"
    back_up(url(tmp_path / "home"), kept)
    repacked(kept, change)
    with pytest.raises(NotBackedUp, match=said):
        restore(kept, url(tmp_path / "new"))
    assert list((tmp_path / "new").iterdir()) == []


def test_files_that_are_no_archive_or_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "words").write_text("no archive")
    for file in (tmp_path / "words", tmp_path / "missing"):
        with pytest.raises(NotBackedUp, match="cannot be read as a backup"):
            restore(file, url(tmp_path / "new"))
    with pytest.raises(NotBackedUp, match="no database"):
        back_up(url(tmp_path / "empty"), tmp_path / "kept.zip")
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / DATABASE).write_bytes(b"no database" * 1000)
    with pytest.raises(StorageUnavailable, match="could not be copied"):
        back_up(url(tmp_path / "damaged"), tmp_path / "kept.zip")
    assert not (tmp_path / "kept.zip").exists()


def test_a_log_that_was_altered_is_named(store: Store, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "home" / DATABASE)) as connection:
        connection.execute("UPDATE events SET body = replace(body, '2019', '2009')")
        connection.commit()
    assert checked(store).broken == ("s-1",)
    with pytest.raises(BrokenLog):
        store.screenings.events("s-1")


def test_the_commands_as_a_person_runs_them(store: Store, tmp_path: Path) -> None:
    home, new = tmp_path / "home", tmp_path / "new"
    new.mkdir()
    told = rolecall(home, "backup", str(tmp_path / "kept.zip"))
    assert (told.returncode, "The secret is not in it" in told.stdout) == (0, True), told.stderr
    told = rolecall(new, "restore", str(tmp_path / "kept.zip"))
    assert told.returncode == 0, told.stderr
    assert "Restored: 1 roles, 1 screenings." in told.stdout
    assert "Index made again: 1 briefs." in told.stdout
    assert "Every log holds together." in told.stdout
    told = rolecall(new, "restore", str(tmp_path / "kept.zip"))
    assert told.returncode == 2
    assert "is there already" in told.stderr
    told = rolecall(new, "screening", "verify")
    assert (told.returncode, "1 logs read." in told.stdout) == (0, True)
    told = rolecall(home, "backup", "x.zip", settings={"DATABASE_URL": "postgresql://h/d"})
    assert (told.returncode, "pg_dump" in told.stderr) == (2, True)


def test_postgresql_with_its_own_programs_as_documented(server: str, tmp_path: Path) -> None:
    folder, kept = programs(), tmp_path / "rolecall.dump"
    assert folder is not None
    for name in ("rolecall", "restored"):
        database(server, name)
    first = open_store(f"{server}/rolecall", parse)
    first.roles.put(ROLE, "lighthouse.md", BRIEF, at())
    screened(first)
    for words in (
        ["pg_dump", "--format=custom", f"--file={kept}", f"{server}/rolecall"],
        [
            "pg_restore",
            "--no-owner",
            "--exit-on-error",
            f"--dbname={server}/restored",
            str(kept),
        ],
    ):
        done = subprocess.run([folder / words[0], *words[1:]], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
    again = open_store(f"{server}/restored", parse)
    assert again.screenings.events("s-1") == first.screenings.events("s-1")
    assert checked(again).broken == ()
    told = rolecall(
        tmp_path, "screening", "verify", settings={"DATABASE_URL": f"{server}/restored"}
    )
    assert (told.returncode, "Every log holds together." in told.stdout) == (0, True)
    first.close()
    again.close()
