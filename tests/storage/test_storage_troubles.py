"""What goes wrong with a database, in plain words and without its password."""

import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError

from bot.core.errors import LostRace, RolecallError
from bot.storage import engine
from bot.storage.database import translated
from bot.storage.errors import StorageBusy, StorageUnavailable
from bot.storage.store import Store, open_store

from .conftest import Opener
from .examples import parse, reply, said


@pytest.mark.parametrize("url", ["", "not a url", "mysql://u:secret@h/d", "postgresql+x://u@h/d"])
def test_an_address_of_another_kind(url: str) -> None:
    with pytest.raises(StorageUnavailable, match="sqlite:///FILE or postgresql") as refused:
        open_store(url, parse)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("spelling", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_usual_spelling_of_postgresql_is_understood(
    empty_database: str, spelling: str
) -> None:
    open_store(empty_database.replace("postgresql", spelling), parse).close()


def test_a_server_that_is_away_and_its_password_is_not_told() -> None:
    with pytest.raises(StorageUnavailable, match="server cannot be reached") as refused:
        open_store("postgresql://ada:secret@127.0.0.1:1/rolecall", parse)
    assert "secret" not in str(refused.value)


def test_a_database_that_does_not_exist(server: str) -> None:
    with pytest.raises(StorageUnavailable, match="does not let us in"):
        open_store(f"{server}/nowhere", parse)


def test_a_user_the_server_does_not_know(server: str) -> None:
    with pytest.raises(StorageUnavailable, match="does not let us in"):
        open_store(server.replace("rolecall@", "nobody@") + "/prepared", parse)


def test_a_file_that_is_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear Ottoline, " * 500)
    with pytest.raises(StorageUnavailable, match="not a database"):
        open_store(f"sqlite:///{path}", parse)
    assert path.read_text().startswith("Dear")


def test_a_folder_where_a_file_stands(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageUnavailable, match="cannot be made"):
        open_store(f"sqlite:///{tmp_path / 'file' / 'rolecall.db'}", parse)


def test_a_path_that_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailable, match="cannot be opened"):
        open_store(f"sqlite:///{tmp_path}", parse)


def test_a_folder_where_nobody_may_write() -> None:
    with pytest.raises(StorageUnavailable, match="cannot be made"):
        open_store("sqlite:////proc/rolecall/rolecall.db", parse)


def test_a_database_that_may_not_be_written(sqlite_store: Store) -> None:
    with sqlite_store.database.caring() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(StorageUnavailable, match="cannot be written"):
        sqlite_store.inbox.commit(said("m1"), reply(), ())


def test_a_full_disk(sqlite_store: Store) -> None:
    with sqlite_store.database.caring() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageUnavailable, match="no space left"):
        sqlite_store.inbox.commit(said("m1", "long " * 10_000), reply(), ())
    assert sqlite_store.inbox.reply_to("m1") is None


def test_a_database_that_somebody_else_holds(
    sqlite_url: str, sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    impatient = open_store(sqlite_url, parse)
    with (
        sqlite_store.database.writing(),
        pytest.raises(StorageBusy, match="busy with another program"),
    ):
        impatient.inbox.commit(said("m1"), reply(), ())
    impatient.inbox.commit(said("m1"), reply(), ())
    assert sqlite_store.inbox.reply_to("m1") == reply()
    impatient.close()


def test_readers_do_not_wait_for_a_writer(store: Store, opener: Opener) -> None:
    other = opener()
    store.inbox.commit(said("m1"), reply(), ())
    with store.database.writing() as connection:
        connection.execute(text("UPDATE messages SET text = 'changed'"))
        began = time.monotonic()
        assert [one.text for one in other.records.transcript("c-1")] == ["hello"]
        assert time.monotonic() - began < 1


def test_a_store_survives_a_connection_that_the_server_ends(server: str, prepared: str) -> None:
    store = open_store(prepared, parse)
    assert store.roles.all() == ()
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'prepared'"
    other = open_store(f"{server}/postgres", parse)
    with other.database.reading() as connection:
        connection.execute(text(end))
    other.close()
    assert store.roles.all() == ()
    store.close()


@pytest.mark.parametrize(
    ("state", "raised", "said"),
    [
        ("53100", StorageUnavailable, "no space left"),
        ("25006", StorageUnavailable, "read-only"),
        ("42501", StorageUnavailable, "refuses this user"),
        ("57P03", StorageUnavailable, "cannot be reached"),
        ("55P03", StorageBusy, "busy"),
        ("40P01", LostRace, "wrote first"),
        ("40001", LostRace, "wrote first"),
        ("23505", LostRace, "wrote first"),
    ],
)
def test_what_a_postgresql_server_says(state: str, raised: type[RolecallError], said: str) -> None:
    origin = SimpleNamespace(sqlstate=state)
    with pytest.raises(raised, match=said), translated():
        raise OperationalError("SELECT", None, origin)  # type: ignore[arg-type]


def test_a_mistake_in_a_statement_is_not_dressed_up(store: Store) -> None:
    with pytest.raises(DBAPIError) as raised, store.database.reading() as connection:
        connection.execute(text("SELECT nothing FROM nowhere"))
    assert isinstance(raised.value, ProgrammingError | OperationalError)
