"""Posts go to every route of their role, once, and one that fails holds up no other."""

import threading
import time
from datetime import timedelta

import pytest

from bot.ports.delivery import TryAgain, Undeliverable
from bot.storage.store import Store
from bot.turns import posting
from tests.turns.world import ADDRESS, Begin, LogBook, Recorder, on_sqlite, said, soon

FIRST, SECOND = ("chat", {"channel": "C-first"}), ("other", {"channel": "C-second"})


def test_a_post_goes_to_every_route_once(begin: Begin, store: Store, sender: Recorder) -> None:
    other = Recorder()
    turns = begin((FIRST, SECOND), {"chat": sender, "other": other})
    turns.submit("chat", said("m-1", "post one"), ADDRESS)
    turns.take(said("w-1", "post two", "c-2"))
    soon(lambda: not store.outbox.undelivered())
    begin((FIRST, SECOND), {"chat": sender, "other": other})
    time.sleep(0.2)
    posted = [(address, words) for address, _, words in sender.sent if address != ADDRESS]
    assert sorted(words for _, words in posted) == ["posted post one", "posted post two"]
    assert all(address == FIRST[1] for address, _ in posted)
    assert sorted(other.words) == ["posted post one", "posted post two"]
    keys = [key for _, key, _ in (*sender.sent, *other.sent)]
    assert len(set(keys)) == len(keys) == 5


@on_sqlite
def test_a_role_without_routes_has_nothing_to_deliver(begin: Begin, store: Store) -> None:
    begin().take(said("w-1", "post one"))
    soon(lambda: not store.outbox.undelivered())


@on_sqlite
def test_a_route_that_fails_delays_neither_the_reply_nor_the_other_route(
    begin: Begin, store: Store, sender: Recorder
) -> None:
    away = Recorder(*[TryAgain("away", after=600)] * 4)
    turns = begin((FIRST, SECOND), {"chat": sender, "other": away})
    turns.submit("chat", said("m-1", "post one"), ADDRESS)
    soon(lambda: len(sender.sent) == 2)
    assert sorted(sender.words) == ["heard post one", "posted post one"]
    assert [post.id for post in store.outbox.undelivered()] == ["m-1-post"]


@on_sqlite
def test_what_was_given_up_is_tried_at_the_next_start_and_only_there(
    begin: Begin, store: Store, sender: Recorder
) -> None:
    removed = Recorder(Undeliverable("the bot was removed"))
    turns = begin((FIRST, SECOND), {"chat": sender, "other": removed})
    turns.take(said("w-1", "post one"))
    soon(lambda: bool(removed.tries) and bool(sender.sent))
    begin((FIRST, SECOND), {"chat": sender, "other": removed})
    soon(lambda: not store.outbox.undelivered())
    assert sender.words == ["posted post one"]
    assert removed.words == ["posted post one"]


def test_posts_of_an_earlier_run_are_delivered_at_the_start(
    begin: Begin, store: Store, sender: Recorder, bot: LogBook
) -> None:
    bot.handle(said("m-1", "post one"))
    bot.handle(said("m-2", "post two"))
    begin((FIRST,))
    soon(lambda: not store.outbox.undelivered())
    assert sender.words == ["posted post one", "posted post two"]


@on_sqlite
def test_deliveries_are_forgotten_when_their_post_is_marked(
    begin: Begin, store: Store, sender: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posting, "_KEPT", timedelta())
    turns = begin((FIRST,))
    turns.take(said("w-1", "post one"))
    soon(lambda: not store.outbox.undelivered())
    turns.take(said("w-2", "post two"))
    soon(lambda: len(sender.sent) == 2 and not store.outbox.undelivered())
    time.sleep(0.5)
    begin((FIRST,))
    time.sleep(0.2)
    assert sender.words == ["posted post one", "posted post two"]


@on_sqlite
def test_what_was_given_up_is_tried_again_when_a_place_comes_back(
    begin: Begin, store: Store, sender: Recorder
) -> None:
    removed, back = Recorder(Undeliverable("the bot was removed")), threading.Event()
    turns = begin((FIRST, SECOND), {"chat": sender, "other": removed}, back.is_set)
    turns.take(said("w-1", "post one"))
    soon(lambda: bool(removed.tries) and bool(sender.sent))
    time.sleep(0.3)
    assert len(removed.tries) == 1
    back.set()
    soon(lambda: not store.outbox.undelivered())
    assert (removed.words, sender.words) == (["posted post one"], ["posted post one"])


@on_sqlite
def test_what_was_given_up_goes_to_the_channel_that_is_chosen_instead(
    begin: Begin, store: Store, sender: Recorder
) -> None:
    removed = Recorder(Undeliverable("the channel was archived"))
    routes = [SECOND]
    turns = begin(routes, {"chat": sender, "other": removed})
    turns.take(said("w-1", "post one"))
    soon(lambda: bool(removed.tries))
    assert store.outbox.undelivered()
    routes[:] = [FIRST]
    soon(lambda: not store.outbox.undelivered())
    assert sender.words == ["posted post one"]
    assert removed.words == []
