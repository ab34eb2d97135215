"""From SQLite to PostgreSQL: all arrives and is read the same, or nothing was done."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Connection, Table, insert, select, text

from bot.core.answering.question_changes import AskTeam, Publish
from bot.core.answering.questions import Ask, TeamAnswer
from bot.core.kits.changes import reworded
from bot.core.kits.edits import edits_for
from bot.core.roles import Audience
from bot.core.screening.events import Paused
from bot.operating import moving as operating
from bot.operating.backup import DATABASE, checked
from bot.operating.moving import move
from bot.ports import Append, Approve, EditKit, Erase, Hold
from bot.ports.delivery import Standing
from bot.storage import moving
from bot.storage.moving import NotMoved
from bot.storage.store import Store, open_store
from bot.storage.tables import Moment, metadata
from tests.bad_input.programs import rolecall
from tests.postgresql import database, server
from tests.storage.examples import (
    BRIEF,
    ROLE,
    TOKEN,
    at,
    card,
    keep,
    kit,
    parse,
    reply,
    role,
    said,
    screened,
)

pytestmark = pytest.mark.programs

__all__ = ["server"]

_databases = count(1)


@pytest.fixture
def source(tmp_path: Path) -> str:
    """The URL of a SQLite file with something in every table, which no program uses."""
    url = f"sqlite:///{tmp_path / 'home' / DATABASE}"
    store = open_store(url, parse)
    _fill(store)
    with store.database.writing() as connection:
        for table in metadata.sorted_tables:
            if connection.execute(select(table)).first() is None:
                connection.execute(insert(table).values(_row(table, connection)))
    store.close()
    return url


def _row(table: Table, connection: Connection) -> dict[str, object]:
    """Some row for a table that nothing in `_fill` writes to."""
    return {column.name: _value(column, connection) for column in table.columns}


def _value(column: Column[Any], connection: Connection) -> object:
    for key in column.foreign_keys:
        return connection.scalar(select(key.column))
    if isinstance(column.type, Moment):
        return at()
    return {bool: True, int: 7, bytes: b"x"}.get(column.type.python_type, "x")


@pytest.fixture
def target(server: str) -> str:
    """The URL of an empty PostgreSQL database."""
    return database(server, f"moved_{next(_databases)}")


def _fill(store: Store) -> None:
    store.roles.put(ROLE, "lighthouse.md", BRIEF, at())
    for number in range(1, 4):
        screened(store, f"s-{number}", f"{TOKEN}-{number}")
    edited = reworded(kit(), 1, "Which winter was the hardest? ☃")
    keep(store, "signing", Approve(kit(), "U-ada", at(1), "Ada"))
    keep(
        store,
        "editing",
        EditKit(edited, edits_for(role(), edited), 0, "a question", "U-ada", at(2)),
    )
    keep(store, "asking", AskTeam(1, ROLE, Ask("c-1", Audience.CANDIDATE, "Is it windy?", at(3))))
    told = TeamAnswer("The rock is windy.", Audience.CANDIDATE, "Bea", "U-bea", at(5))
    keep(store, "answering", Publish(1, 0, 1, told))
    keep(store, "erasing", Erase("s-3", at(6)))
    store.standings.note((Standing("s-1-p", "slack", {"channel": "C0", "ts": "1.5"}),))
    store.holds.put(Hold("s-2", "a claim", "Ada", at(7)))
    session = store.sign_ins.redeem(store.sign_ins.issue(at(8)), at(9), "Ada")
    assert session is not None
    store.sign_ins.issue(at(9))


@pytest.fixture
def moved(source: str, target: str) -> Iterator[tuple[Store, Store]]:
    """The store that was moved from, and the one on the server."""
    move(source, target)
    both = open_store(source, parse), open_store(target, parse)
    yield both
    for store in both:
        store.close()


def test_everything_arrives_and_is_read_the_same(moved: tuple[Store, Store]) -> None:
    old, new = moved
    with old.database.reading() as here, new.database.reading() as there:
        for table in metadata.sorted_tables:
            was, now = (set(map(tuple, one.execute(select(table)))) for one in (here, there))
            assert was == now, table.name
    assert old.roles.all() == new.roles.all() != ()
    assert old.screenings.entries() == new.screenings.entries() != ()
    assert old.screenings.events("s-1") == new.screenings.events("s-1") != ()
    assert old.screenings.by_token(f"{TOKEN}-1", at()) == new.screenings.by_token(
        f"{TOKEN}-1", at()
    )
    assert new.screenings.events("s-3") == ()
    assert checked(new).broken == ()


def test_it_goes_on_where_the_file_stopped(moved: tuple[Store, Store]) -> None:
    _, new = moved
    keep(new, "going on", Append("s-1", 3, (Paused(at(20)),)), Approve(kit(), "U-ada", at(21)))
    assert new.screenings.state("s-1").paused
    new.inbox.commit(said("posting"), reply(posts=(card("p-9", "s-1"),)), ())
    assert new.outbox.post("p-9") is not None
    assert new.holds.put(Hold("s-1", "another", "Ada", at(22)))


def test_the_file_stays_as_it_was(source: str, target: str, tmp_path: Path) -> None:
    file = tmp_path / "home" / DATABASE
    before = sha256(file.read_bytes()).digest()
    counts = move(source, target)
    assert sha256(file.read_bytes()).digest() == before
    assert (counts["screenings"], counts["events"], counts["erasures"]) == (2, 6, 1)


def test_what_is_there_already_is_refused(source: str, target: str, server: str) -> None:
    move(source, target)
    with pytest.raises(NotMoved, match="not empty"):
        move(source, target)
    strange = database(server, f"strange_{next(_databases)}")
    store = open_store(strange, parse)
    with store.database.writing() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
        connection.execute(text("CREATE TABLE wages (amount integer)"))
    store.close()
    with pytest.raises(NotMoved, match="wages"):
        move(source, strange)


def test_a_program_or_work_that_waits_is_told(
    source: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(source, parse)
    seat = store.seat("by-the-sea")
    with pytest.raises(NotMoved, match="“by-the-sea” runs"):
        move(source, target)
    seat.close()
    store.close()
    monkeypatch.setattr(operating, "unfinished", lambda url: 2)
    with pytest.raises(NotMoved, match="2 messages or replies wait"):
        move(source, target)
    monkeypatch.undo()
    move(source, target)


def _spoiling(
    copied: Callable[[Table, Connection, Connection], int],
) -> Callable[[Table, Connection, Connection], int]:
    """Copies, and changes a title on the way."""

    def spoiled(table: Table, old: Connection, new: Connection) -> int:
        count_of = copied(table, old, new)
        if table.name == "roles":
            new.execute(text("UPDATE roles SET title = 'Other'"))
        return count_of

    return spoiled


@pytest.mark.parametrize("trouble", ["altered", "written to", "read back otherwise"])
def test_in_trouble_nothing_is_moved(
    trouble: str, source: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(source, parse)
    if trouble == "altered":
        with store.database.writing() as connection:
            connection.execute(text("UPDATE events SET body = replace(body, '2019', '2009')"))
    if trouble == "written to":
        monkeypatch.setattr(moving, "_check_logs", lambda _: keep(store, "meanwhile"))
    if trouble == "read back otherwise":
        monkeypatch.setattr(moving, "_copied", _spoiling(moving._copied))
    said_ = {"altered": "altered", "written to": "meantime", "read back otherwise": "roles"}
    with pytest.raises(NotMoved, match=said_[trouble]):
        move(source, target)
    store.close()
    there = open_store(target, parse)
    with there.database.reading() as connection:
        for table in metadata.sorted_tables:
            assert connection.execute(select(table)).first() is None
    there.close()


def test_the_commands_as_a_person_runs_them(source: str, target: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    told = rolecall(home, "move", "--to", target)
    assert told.returncode == 0, told.stderr
    assert "1 roles, 2 screenings" in told.stdout
    assert f"{home}/rolecall.db" in told.stdout
    there = {"DATABASE_URL": target}
    told = rolecall(home, "screening", "verify", settings=there)
    assert (told.returncode, "2 logs read." in told.stdout) == (0, True), told.stderr
    for words, said_ in (
        (("--to", target), "not empty"),
        (("--to", "sqlite:///other.db"), "no address of a PostgreSQL"),
        (("--to", "postgresql://nobody@127.0.0.1:1/none"), "cannot be reached"),
    ):
        told = rolecall(home, "move", *words)
        assert (told.returncode, said_ in told.stderr) == (2, True), told.stderr
    told = rolecall(home, "move", "--to", target, settings=there)
    assert (told.returncode, "names a server" in told.stderr) == (2, True)
    told = rolecall(tmp_path / "nowhere", "move", "--to", target)
    assert (told.returncode, "is not there" in told.stderr) == (2, True)
    assert not (tmp_path / "nowhere" / DATABASE).exists()
