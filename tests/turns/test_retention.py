"""Erasing by policy: everything goes that a candidate's own erasing takes, but for what is held."""

from dataclasses import replace

import pytest

from bot.core.clock.policy import Policies, Policy
from bot.core.plain import plain
from bot.core.wording.fit import ERASED
from bot.dialogues.by_the_clock.retention import Retention
from bot.ports import Hold
from bot.storage.store import Store
from tests.recruiting.office import CANDIDATE, KEEPER
from tests.turns.desk import CHAT, Desk, later
from tests.turns.world import on_sqlite

ANSWER = "Relit the zephyr-lamp in one night."
HOLD = "claim 12/2027 by Ottoline Invented-Quibble"


@pytest.fixture
def desk(store: Store) -> Desk:
    desk = Desk(store)
    desk.open()
    return desk


def finished(desk: Desk, chat: str = CHAT) -> str:
    return desk.invited("yes", ANSWER, "send", chat=chat)


def held(screening: str) -> Hold:
    return Hold(screening, HOLD, "U-ria", later(20))


def everything(store: Store) -> str:
    from sqlalchemy import select

    from bot.storage.tables import metadata

    with store.database.reading() as connection:
        return "\n".join(
            repr(tuple(row))
            for table in metadata.sorted_tables
            for row in connection.execute(select(table))
        )


def test_after_its_time_no_word_stays_nor_in_what_the_team_was_sent(desk: Desk) -> None:
    screening = finished(desk)
    desk.clock.tick(later(1))
    pseudonym = desk.store.agenda.ended()[0].pseudonym
    assert pseudonym in plain(desk.store.records.posts(KEEPER)[-1].blocks), "the digest names them"
    desk.clock.tick(later(29, 23))
    assert "zephyr" in everything(desk.store)
    desk.clock.tick(later(30))
    left = everything(desk.store)
    for word in ("zephyr", CANDIDATE, "Quibble", pseudonym, CHAT):
        assert word not in left
    assert desk.store.agenda.ended(later(99)) == ()
    assert desk.store.screenings.events(screening) == ()
    assert {plain(post.blocks) for post in desk.store.records.posts(KEEPER)[:2]} == {ERASED}
    assert not any(screening in post.id for post in desk.posts(to_candidate=True))


def test_what_is_held_stays_until_it_is_released(desk: Desk) -> None:
    screening, other = finished(desk), finished(desk, "slack:T0:D-other")
    assert desk.store.holds.put(held(screening))
    assert not desk.store.holds.put(held(screening)), "it is held already"
    assert not desk.store.holds.put(held("nobody"))
    assert desk.store.holds.all() == (held(screening),)
    desk.clock.tick(later(40))
    assert desk.log(screening)
    assert not desk.log(other)
    assert desk.store.holds.release(screening, "U-ria", later(41))
    assert not desk.store.holds.release(screening, "U-ria", later(41))
    assert "claim 12/2027" in everything(desk.store), "who held what stays on record"
    desk.clock.tick(later(42))
    assert not desk.log(screening)
    assert "claim 12/2027" not in everything(desk.store)


def test_a_hold_that_comes_at_the_last_moment_counts(desk: Desk) -> None:
    screening, other = finished(desk), finished(desk, "slack:T0:D-other")
    retention = Retention(desk.ports, desk.store.agenda, desk.store.holds)
    due = retention.due(later(40))
    assert {course.screening for course in due} == {screening, other}
    desk.store.holds.put(held(screening))
    retention.erase(later(40), due)
    assert desk.log(screening)
    assert not desk.log(other)


@on_sqlite
def test_a_candidate_erases_their_own_data_also_where_it_is_held(desk: Desk) -> None:
    screening = finished(desk)
    desk.store.holds.put(held(screening))
    for _ in range(2):
        desk.candidate("erase my data", later(21))
    assert not desk.log(screening)
    assert "claim" not in everything(desk.store)


@on_sqlite
def test_what_is_open_is_never_erased_by_policy(desk: Desk) -> None:
    screening = desk.invited("yes", ANSWER)
    retention = Retention(desk.ports, desk.store.agenda, desk.store.holds)
    assert retention.due(later(4_000)) == ()
    assert desk.log(screening)


@on_sqlite
def test_the_shortest_time_of_any_role_counts_for_that_role_alone(desk: Desk) -> None:
    screening = finished(desk)
    desk.store.roles.remove(KEEPER, later(1))
    long = Policy(retention_days=300)
    for of, gone in ((long, False), (Policy(retention_days=3), True)):
        ports = replace(desk.ports, policies=Policies(long, {KEEPER: of}).of)
        due = Retention(ports, desk.store.agenda, desk.store.holds).due(later(4))
        assert [course.screening for course in due] == [screening] * gone
