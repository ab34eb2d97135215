"""Opening a database: what is missing is made, what cannot be used is said in plain words."""

import ast
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.storage import schema
from bot.storage.errors import SchemaTooNew
from bot.storage.store import Store, open_store
from bot.storage.tables import metadata

from .conftest import Opener
from .examples import ROLE, card, parse, reply, said

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("kind", ["sqlite_url", "empty_database"])
def test_an_empty_database_gets_the_newest_schema(
    kind: str, request: pytest.FixtureRequest
) -> None:
    store = open_store(request.getfixturevalue(kind), parse)
    with store.database.reading() as connection:
        assert schema.revision(connection) == schema.KNOWN[-1]
        different = compare_metadata(MigrationContext.configure(connection), metadata)
    store.close()
    assert different == []


def test_every_migration_is_known_in_order() -> None:
    scripts = ScriptDirectory(str(Path(schema.__file__).parent / "migrations"))
    revisions = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(revisions)) == schema.KNOWN


def test_the_folder_and_a_private_file_are_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "rolecall.db"
    open_store(f"sqlite:///{path}", parse).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_store_in_memory_is_shared_by_its_threads() -> None:
    store = open_store("sqlite://", parse)
    store.inbox.commit(said("m1"), reply(), ())
    assert store.inbox.reply_to("m1") == reply()
    store.close()


def test_opening_an_existing_store_is_fast_and_needs_no_alembic(
    opener: Opener, url: str, store: Store
) -> None:
    code = (
        "import sys, time\n"
        "from bot.storage.store import open_store\n"
        "from tests.storage.examples import parse\n"
        "took = []\n"
        "for _ in range(4):\n"
        "    began = time.process_time()\n"
        "    store = open_store(sys.argv[1], parse)\n"
        "    took.append(time.process_time() - began)\n"
        "    store.close()\n"
        "print((min(took), 'alembic' in sys.modules))\n"
    )
    command = [sys.executable, "-c", code, url]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, loaded = ast.literal_eval(done.stdout)
    assert not loaded
    # After imports, of the program's own time: what others do on the machine does not count.
    assert seconds < 0.06


@pytest.mark.parametrize("found", ["9999", "ffff"])
def test_a_database_of_a_newer_version_is_not_touched(store: Store, url: str, found: str) -> None:
    store.inbox.commit(said("m1"), reply(), ())
    with store.database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": found})
    store.close()
    files = _files(url)
    with pytest.raises(SchemaTooNew, match=found) as refused:
        open_store(url, parse)
    assert "Update Rolecall" in refused.value.remedy
    assert _files(url) == files


def _files(url: str) -> dict[str, bytes]:
    """What the database's folder holds, for SQLite."""
    if not url.startswith("sqlite"):
        return {}
    folder = Path(url.removeprefix("sqlite:///")).parent
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        # The last table the migration makes is there already, so it fails at its very end.
        connection.execute("CREATE TABLE sessions (other TEXT)")
    connection.close()
    with pytest.raises(OperationalError, match="already exists"):
        open_store(sqlite_url, parse)
    with sqlite3.connect(path) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    connection.close()
    assert names == [("sessions",)]


@pytest.mark.programs
def test_alembic_works_by_hand(sqlite_url: str) -> None:
    open_store(sqlite_url, parse).close()
    ini = "bot/storage/migrations/alembic.ini"

    def alembic(*words: str, url: str = sqlite_url) -> str:
        command = [sys.executable, "-m", "alembic", "-c", ini, "-x", f"url={url}", *words]
        ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
        return ran.stdout

    assert f"{schema.KNOWN[-1]} (head)" in alembic("current")
    assert "CREATE TABLE screenings" in alembic("upgrade", "head", "--sql", url="postgresql://")
    alembic("downgrade", "base")
    assert schema.KNOWN[-1] not in alembic("current")
    alembic("upgrade", "head")
    store = open_store(sqlite_url, parse)
    assert store.roles.all() == ()
    store.close()


@pytest.mark.programs
def test_alembic_by_hand_asks_for_the_database() -> None:
    command = [sys.executable, "-m", "alembic", "-c", "bot/storage/migrations/alembic.ini"]
    ran = subprocess.run(
        [*command, "current"], check=False, capture_output=True, text=True, cwd=ROOT
    )
    assert ran.returncode
    assert "-x url=" in ran.stderr


def test_an_older_database_keeps_its_posts(opener: Opener, url: str, store: Store) -> None:
    store.inbox.commit(said("m1"), reply(posts=(card("p-1"),)), ())
    store.close()
    ini = "bot/storage/migrations/alembic.ini"
    address = url.replace("postgresql://", "postgresql+psycopg://")
    command = [sys.executable, "-m", "alembic", "-c", ini, "-x", f"url={address}"]
    subprocess.run([*command, "downgrade", "0001"], check=True, capture_output=True, cwd=ROOT)
    later = opener()
    assert later.outbox.undelivered() == (card("p-1"),)
    assert later.records.posts(ROLE) == (card("p-1"),)
