"""A log that was tampered with is noticed, whatever was done to it."""

import pytest
from sqlalchemy import text

from bot.core.errors import BrokenLog
from bot.core.team.hand_over import Logged
from bot.storage import chain
from bot.storage.errors import Unreadable
from bot.storage.store import Store

from .examples import screened


def links(*bodies: str) -> list[Logged]:
    kept: list[Logged] = []
    for number, body in enumerate(bodies, 1):
        previous = kept[-1].hash if kept else chain.START
        kept.append(chain.linked("s-1", number, "said", body, previous))
    return kept


def test_a_sound_chain_passes() -> None:
    three = links("a", "b", "c")
    chain.check("s-1", three, 3, three[-1].hash)
    chain.check("s-1", [], 0, chain.START)


def test_the_same_events_of_another_screening_have_other_hashes() -> None:
    three = links("a", "b", "c")
    with pytest.raises(BrokenLog) as broken:
        chain.check("s-2", three, 3, three[-1].hash)
    assert broken.value.number == 1


def test_parts_cannot_be_moved_between_fields() -> None:
    one = chain.linked("s-1", 1, "said", "words", chain.START)
    other = chain.linked("s-1", 1, "saidw", "ords", chain.START)
    assert one.hash != other.hash


@pytest.mark.parametrize(
    ("tampering", "number"),
    [
        ("UPDATE events SET body = replace(body, '2019', '2020') WHERE number = 3", 3),
        ("UPDATE events SET kind = 'consented' WHERE number = 3", 3),
        ("UPDATE events SET hash = previous WHERE number = 2", 2),
        ("DELETE FROM events WHERE number = 1", 1),
        ("DELETE FROM events WHERE number = 2", 2),
        ("DELETE FROM events WHERE number = 3", 3),
        ("DELETE FROM events", 1),
        ("UPDATE events SET number = 9 WHERE number = 3", 3),
        ("UPDATE screenings SET length = 2", 3),
    ],
)
def test_tampering_is_noticed(store: Store, tampering: str, number: int) -> None:
    screened(store)
    with store.database.writing() as connection:
        assert connection.execute(text(tampering)).rowcount
    with pytest.raises(BrokenLog) as broken:
        store.screenings.events("s-1")
    assert (broken.value.screening, broken.value.number) == ("s-1", number)


def test_an_event_of_a_kind_from_the_future_says_so(store: Store) -> None:
    screened(store)
    body = '{"data":{},"kind":"teleported"}'
    link = chain.linked("s-1", 1, "teleported", body, chain.START)
    with store.database.writing() as connection:
        connection.execute(text("DELETE FROM events WHERE number > 1"))
        connection.execute(
            text("UPDATE events SET kind = 'teleported', body = :body, hash = :hash"),
            {"body": body, "hash": link.hash},
        )
        connection.execute(text("UPDATE screenings SET length = 1, head = :h"), {"h": link.hash})
    with pytest.raises(Unreadable, match="teleported"):
        store.screenings.events("s-1")
