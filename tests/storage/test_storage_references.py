"""The places the bot can write in: kept as they change, lost with what they are part of."""

from dataclasses import replace
from datetime import timedelta

from bot.ports.references import Reference
from bot.storage.store import Store

from .examples import NOON

TEAM = "19:team@thread.tacv2"
HIRING = Reference("teams", "19:hiring@thread.tacv2", {"service_url": "https://eu.example"}, TEAM)
GENERAL = Reference("teams", TEAM, {"service_url": "https://eu.example"}, TEAM)
RIA = Reference("teams", "a:ria", {"service_url": "https://eu.example"}, person="ria")
LATER = NOON + timedelta(hours=1)


def test_a_place_is_reached_as_it_was_heard_last(store: Store) -> None:
    places = store.references
    assert places.get("teams", HIRING.place) is None
    moved = replace(HIRING, address={"service_url": "https://us.example"})
    for told in (HIRING, HIRING, moved):
        assert not places.keep(told, NOON)
    assert places.get("teams", HIRING.place) == moved
    assert places.get("slack", HIRING.place) is None


def test_a_team_is_lost_with_its_channels_once_and_each_comes_back(store: Store) -> None:
    places = store.references
    for told in (HIRING, GENERAL, RIA):
        places.keep(told, NOON)
    assert places.lose("teams", TEAM, LATER) == (HIRING.place, TEAM)
    assert places.lose("teams", TEAM, LATER) == ()
    assert places.absent() == {("teams", HIRING.place), ("teams", TEAM)}
    # How it was reached is still known: what is tried there may show that the bot is back.
    assert places.get("teams", HIRING.place) == HIRING
    assert places.keep(HIRING, LATER)
    assert places.absent() == {("teams", TEAM)}


def test_a_place_that_was_never_seen_can_be_lost(store: Store) -> None:
    assert store.references.lose("teams", "19:x@thread.tacv2", NOON) == ("19:x@thread.tacv2",)
    assert store.references.get("teams", "19:x@thread.tacv2") is None
    assert store.references.keep(Reference("teams", "19:x@thread.tacv2", {"a": "b"}), LATER)


def test_the_chats_of_people_are_those_the_bot_is_in(store: Store) -> None:
    places = store.references
    for told in (HIRING, RIA):
        places.keep(told, NOON)
    assert places.chats("teams", ["ria", "somebody", ""]) == (RIA,)
    assert places.chats("teams", [""]) == ()
    places.lose("teams", RIA.place, LATER)
    assert places.chats("teams", ["ria"]) == ()
