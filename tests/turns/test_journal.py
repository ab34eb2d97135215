"""What the journal keeps of people's words, and where it is kept."""

import logging
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from bot.turns import durable
from bot.turns.journal import Journal
from bot.turns.place import NoPlace, beside
from bot.turns.unfinished import unfinished
from tests.turns.world import ADDRESS, Begin, LogBook, Recorder, on_sqlite, said, soon

SECRET = "the zephyr-lamp of Farflung Rock"


def contents(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir() if ".turns." in file.name)


@on_sqlite
def test_a_turns_words_leave_the_file_when_it_is_done(
    begin: Begin, sender: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "_KEPT", timedelta(seconds=0.2))
    monkeypatch.setattr(durable, "_SCOUR_SECONDS", 0.3)
    turns = begin()
    assert (tmp_path / "rolecall.turns.db").stat().st_mode & 0o077 == 0
    for number in range(20):
        turns.submit("chat", said(f"m-{number}", f"{SECRET} {number}" * 30), ADDRESS)
    assert SECRET.encode() in contents(tmp_path)
    soon(lambda: len(sender.sent) == 20)
    soon(lambda: SECRET.encode() not in contents(tmp_path), 12)
    turns.submit("chat", said("m-last", SECRET), ADDRESS)
    soon(lambda: len(sender.sent) == 21)
    turns.stop()
    assert SECRET.encode() not in contents(tmp_path)


@on_sqlite
def test_what_is_not_finished_is_counted_without_opening_the_journal(
    begin: Begin, bot: LogBook, url: str, tmp_path: Path
) -> None:
    assert unfinished(url) == 0
    turns, going_on = begin(), Event()
    bot.before = lambda _: going_on.wait(10)  # type: ignore[assignment]
    for number in range(3):
        turns.submit("chat", said(f"m-{number}"), ADDRESS)
    assert unfinished(url) == 3
    going_on.set()
    soon(lambda: unfinished(url) == 0)
    (tmp_path / "other.turns.db").write_bytes(b"not a database" * 100)
    with pytest.raises(NoPlace, match="cannot be read"):
        unfinished(f"sqlite:///{tmp_path / 'other.db'}")


def test_a_journal_is_kept_beside_the_products_database() -> None:
    assert beside("sqlite:///var/rolecall.db") == "sqlite:///var/rolecall.turns.db"
    assert beside("sqlite:////var/rolecall") == "sqlite:////var/rolecall.turns"
    assert beside("postgresql://u@h/d") == "postgresql://u@h/d"
    for url in ("sqlite://", "sqlite:///:memory:"):
        with pytest.raises(NoPlace):
            beside(url)


@on_sqlite
def test_a_journal_that_cannot_be_written_says_what_to_do(begin: Begin, tmp_path: Path) -> None:
    (tmp_path / "rolecall.turns.db").write_bytes(b"not a database" * 100)
    with pytest.raises(NoPlace, match=r"rolecall\.turns\.db cannot be used"):
        begin()


def test_a_server_that_is_away_is_named_without_its_address() -> None:
    with pytest.raises(NoPlace) as raised:
        Journal("postgresql://keeper:password@127.0.0.1:1/rolecall", "one").open({})
    assert "password" not in str(raised.value)
    assert "Start its server" in str(raised.value)


@on_sqlite
def test_dbos_says_nothing(
    begin: Begin, sender: Recorder, capfd: pytest.CaptureFixture[str]
) -> None:
    begin().submit("chat", said("m-1"), ADDRESS)
    soon(lambda: bool(sender.sent))
    assert capfd.readouterr() == ("", "")
    assert all(
        isinstance(handler, logging.NullHandler) for handler in logging.getLogger("dbos").handlers
    )


def test_dbos_loads_on_first_use() -> None:
    code = "import sys, bot.turns.durable; assert not {'dbos', 'sqlalchemy'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
