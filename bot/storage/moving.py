"""Copies all that is kept from one database into another, in one transaction, and checks it."""

from collections.abc import Mapping
from hashlib import sha256
from itertools import islice

from sqlalchemy import Connection, Table, func, insert, inspect, select, text

from bot.core.errors import RolecallError
from bot.storage import chain, schema
from bot.storage.codec import clean
from bot.storage.database import Database
from bot.storage.engine import found_database, open_database
from bot.storage.logs import read_log
from bot.storage.tables import metadata, screenings

ROWS = 500
"""How many rows are read and written at once."""


class NotMoved(RolecallError):
    """Nothing was moved: both databases are as they were, but for empty tables in the new one."""

    def __init__(self, said: str, remedy: str) -> None:
        super().__init__(f"{said} Nothing was moved.")
        self.remedy = remedy


def move(source: str, target: str) -> Mapping[str, int]:
    """Copy every table of the SQLite file at one URL into the empty PostgreSQL database at another.

    How many rows each table has. The file is only read, at one moment. Raises NotMoved where the
    target is not empty, where a log does not hold together, where what is read back differs, or
    where somebody wrote in the meantime; StorageUnavailable, SchemaTooNew.
    """
    here = found_database(source)
    try:
        _check_schema(here)
        _check_strange(target)
        there = open_database(target)
        try:
            return _moved(here, there)
        finally:
            there.close()
    finally:
        here.close()


def _check_schema(here: Database) -> None:
    with here.reading() as connection:
        found = schema.revision(connection)
    if found != schema.KNOWN[-1]:
        raise NotMoved(
            "The SQLite file is of an earlier version of Rolecall.",
            "Run `rolecall doctor` once with it: that brings it up to date.",
        )


def _check_strange(target: str) -> None:
    """Raises NotMoved for a database with tables that are not ours, before any are made in it."""
    there = found_database(target)
    try:
        with there.reading() as connection:
            strange = set(inspect(connection).get_table_names()) - {*metadata.tables, _VERSION}
            schema.revision(connection)
    finally:
        there.close()
    if strange:
        raise NotMoved(
            f"The new database has tables of something else ({sorted(strange)[0]}).", _EMPTY
        )


_VERSION = "alembic_version"
_EMPTY = "Make an empty one for Rolecall alone (`createdb`)."


def _moved(here: Database, there: Database) -> Mapping[str, int]:
    with here.reading() as old, there.writing() as new:
        before = _version(old)
        _keep_others_out(new)
        counts = {table.name: _copied(table, old, new) for table in metadata.sorted_tables}
        for table in metadata.sorted_tables:
            _compare(table, old, new)
            _count_on(table, new)
        _check_logs(new)
        old.rollback()
        if _version(old) != before:
            raise NotMoved(
                "Something wrote to the SQLite file in the meantime.",
                "Stop whatever uses it, then move again.",
            )
    return counts


def _version(old: Connection) -> int:
    """A number that is another one after another connection wrote to the SQLite file."""
    return int(old.exec_driver_sql("PRAGMA data_version").scalar_one())


def _keep_others_out(new: Connection) -> None:
    """Let nobody else write until the end; raises NotMoved where somebody did before."""
    names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
    new.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))
    for table in metadata.sorted_tables:
        if new.execute(select(table).limit(1)).first() is not None:
            raise NotMoved(f"The new database is not empty: it has {table.name}.", _EMPTY)


def _copied(table: Table, old: Connection, new: Connection) -> int:
    copied = 0
    rows = old.execute(select(table)).mappings()
    while some := [dict(row) for row in islice(rows, ROWS)]:
        new.execute(insert(table), some)
        copied += len(some)
    return copied


def _compare(table: Table, old: Connection, new: Connection) -> None:
    """Raises NotMoved unless both have the same rows, whatever their order."""
    if _digest(table, old) != _digest(table, new):
        raise NotMoved(
            f"What was written to {table.name} is not what was read back.",
            "Check that the new database's encoding is UTF-8.",
        )


def _digest(table: Table, connection: Connection) -> tuple[int, int]:
    """How many rows a table has, and a sum of their hashes: the same in any order."""
    count = total = 0
    for row in connection.execute(select(table)):
        count += 1
        total += int.from_bytes(sha256(repr(tuple(row)).encode()).digest())
    return count, total


def _count_on(table: Table, new: Connection) -> None:
    """Let the server number new rows behind those that were copied."""
    numbered = table.autoincrement_column
    if numbered is None:
        return
    last = new.scalar(select(func.max(numbered)))
    if last is not None:
        sequence = func.pg_get_serial_sequence(table.name, numbered.name)
        new.execute(select(func.setval(sequence, last)))


def _check_logs(new: Connection) -> None:
    """Raises NotMoved where a log does not hold together: it did not in the file either."""
    for identity in new.execute(select(screenings.c.id)).scalars().all():
        log = read_log(new, identity)
        assert log is not None
        try:
            chain.check(clean(identity), log.links, log.length, log.head)
        except RolecallError as error:
            raise NotMoved(
                str(error), "Restore the file from a backup from before it was altered."
            ) from None
