"""What a newer version makes of what an older one kept."""

from datetime import timedelta

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from bot.core.messages import Origin
from bot.ports import Reach
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.engine import open_database
from bot.storage.screenings import hashed
from bot.storage.store import open_store

from .examples import BRIEF, NOON, TOKEN, at, kit, parse, role


@pytest.fixture(params=["sqlite_url", "empty_database"])
def old(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database as the first version left it: an invitation, and what was said with its code."""
    url: str = request.getfixturevalue(request.param)
    monkeypatch.setattr(schema, "_upgrade", lambda connection: _to(connection, "0001"))
    database = open_database(url)
    monkeypatch.undo()
    _fill(database)
    database.close()
    return url


def open_database_at(url: str, revision: str) -> Database:
    """The database at a schema between the first and the newest."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "_upgrade", lambda connection: _to(connection, revision))
        return open_database(url)


def _to(connection: object, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(schema._FOLDER))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _fill(database: Database) -> None:
    moment = "2026-11-23T12:00:00.000000+00:00"
    reply = f'[{{"data":{{"text":"start {TOKEN}"}},"kind":"aside"}}]'
    rows = (
        ("m-1", "invite Ada Example", reply),
        ("m-2", f"start {TOKEN}", "[]"),
        ("m-3", "x" * 50, "[]"),
    )
    with database.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO screenings VALUES "
                "('s-1', 'r', 'Candidate S', false, :at, 'm-1', :hash, :end, 0, '')"
            ),
            {"at": moment, "hash": hashed(TOKEN), "end": moment.replace("2026", "2027")},
        )
        for name, said, told in rows:
            connection.execute(
                text(
                    "INSERT INTO messages (id, conversation, audience, screening, text, at, reply)"
                    " VALUES (:id, 'c', 'team', '', :text, :at, :reply)"
                ),
                {"id": name, "text": said, "at": moment, "reply": told},
            )
        connection.execute(
            text(
                "INSERT INTO roles (id, title, source, version, markdown, added_at) "
                "VALUES ('r', 'Keeper', 'k.md', :version, :markdown, :at)"
            ),
            {"version": role().version, "markdown": BRIEF, "at": moment},
        )
        connection.execute(
            text('INSERT INTO approvals (role, version, "by", at) VALUES (:r, :v, :b, :a)'),
            {"r": "r", "v": "0123456789ab", "b": "Ria Example", "a": moment},
        )


def test_codes_that_were_kept_readable_are_blotted_out_and_still_open(old: str) -> None:
    store = open_store(old, parse)
    said = store.records.transcript("c")
    assert [one.text for one in said] == [
        "invite Ada Example",
        "start (invitation code)",
        "x" * 50,
    ]
    assert "start (invitation code)" in str(said[0].reply)
    assert store.screenings.by_token(TOKEN, at()) == "s-1"
    store.close()


def test_sign_offs_of_the_first_version_are_still_read(old: str) -> None:
    store = open_store(old, parse)
    approval = store.kits.approved("r")
    assert approval
    assert (approval.version, approval.by, approval.at) == ("0123456789ab", "Ria Example", NOON)
    assert approval.version != kit().version
    store.close()


def test_chats_from_before_the_clock_are_known_to_the_clock(
    old: str,
) -> None:
    database = open_database_at(old, "0004")
    with database.writing() as connection:
        for chat, screening in (("slack:c", "s-1"), ("c", "")):
            connection.execute(
                text(
                    "INSERT INTO conversations (id, role, screening, questions, pending) "
                    "VALUES (:id, 'r', :screening, '[]', '')"
                ),
                {"id": chat, "screening": screening},
            )
        said = {"id": "m-9", "at": "2026-11-25T12:00:00.000000+00:00"}
        connection.execute(
            text(
                "INSERT INTO messages (id, conversation, audience, screening, text, at, reply)"
                " VALUES (:id, 'slack:c', 'candidate', 's-1', 'hello', :at, '[]')"
            ),
            said,
        )
        asked = text(
            "INSERT INTO asks VALUES (1, 'slack:c', 'candidate', 'How windy?', :at, 's-1', 'S', :o)"
        )
        connection.execute(
            text("INSERT INTO questions VALUES (1, 'r', :at, NULL)"), {"at": said["at"]}
        )
        connection.execute(asked, {"at": said["at"], "o": '["slack","channel","D0"]'})
    database.close()
    store = open_store(old, parse)
    [course] = store.agenda.open()
    assert (course.screening, course.reachable, course.heard_at) == (
        "s-1",
        True,
        NOON + timedelta(days=2),
    )
    reach = store.agenda.reach("s-1")
    assert reach == Reach("slack:c", Origin("slack", (("channel", "D0"),)))
    assert store.holds.all() == ()
    store.close()


def test_the_brief_in_force_is_the_first_version_that_is_kept(old: str) -> None:
    store = open_store(old, parse)
    then = store.roles.at("r", role().version)
    assert then
    assert then.criteria == role().criteria
    assert store.kits.history("r") == ()
    store.close()
