"""A card that was redrawn is replaced where it stands, so that everybody sees the present state."""

import pytest

from bot.core.messages import Post, Reply, Text
from bot.core.wording.card import FOLLOWS
from bot.core.wording.fit import ERASED
from bot.ports import Erase, Redraw
from bot.ports.delivery import Standing, TryAgain, Undeliverable
from bot.storage.store import Store
from tests.turns.world import NOON, ROLE, Begin, Recorder, logged, on_sqlite, said, soon

CARD = "log-c-1:finished:9"
FIRST, SECOND = ("chat", {"channel": "C-first"}), ("other", {"channel": "C-second"})


def posted(store: Store) -> None:
    """The card of a finished screening."""
    card = Post(CARD, ROLE, "log-c-1", NOON, (Text("undecided"),))
    store.inbox.commit(said("finish", "", "posting"), Reply((), (card,)), ())


def redraw(store: Store, number: int, words: str) -> None:
    """As a decision does."""
    message = said(f"decide {number}", "", "deciding")
    store.inbox.commit(message, Reply(()), (Redraw("log-c-1", (Text(words),)),))


def is_current(store: Store) -> bool:
    return not store.standings.outdated()


def test_a_card_is_brought_up_to_date_on_every_route(
    begin: Begin, store: Store, sender: Recorder
) -> None:
    other = Recorder()
    begin((FIRST, SECOND), {"chat": sender, "other": other})
    posted(store)
    soon(lambda: sender.words == other.words == ["undecided"])
    soon(lambda: not store.outbox.undelivered())
    redraw(store, 1, "on hold")
    soon(lambda: sender.words == other.words == ["on hold"])
    redraw(store, 2, "advance")
    soon(lambda: sender.words == other.words == ["advance"] and is_current(store))
    [post] = store.records.posts(ROLE)
    assert post.blocks == (Text("advance"),)


@on_sqlite
def test_it_is_tried_again_by_the_next_run_and_an_erasure_wins(
    begin: Begin, store: Store, sender: Recorder
) -> None:
    turns = begin((FIRST,))
    turns.take(said("m-1", "hello"))
    assert logged(store) == ["hello"]
    posted(store)
    soon(lambda: sender.words == ["undecided"] and not store.outbox.undelivered())
    sender.fail(TryAgain("away"), Undeliverable("the bot was removed"))
    redraw(store, 1, "advance")
    soon(lambda: len(sender.tries) == 3)
    begin((FIRST,))
    soon(lambda: sender.words == ["advance"] and is_current(store))
    erasing = (Erase("log-c-1", NOON), Redraw("log-c-1", (Text("decline"),)))
    store.inbox.commit(said("erase", "", "c-1"), Reply(()), erasing)
    soon(lambda: sender.words == [ERASED] and is_current(store))


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_card_that_once_needed_several_messages_is_one_now(
    begin: Begin, store: Store, sender: Recorder
) -> None:
    posted(store)
    store.outbox.mark_delivered(CARD, NOON)
    for part in ("part one", "part two"):
        sender.send({"channel": "C-first"}, part, (Text(part),))
    parts = ({"channel": "C-first", "number": number} for number in "01")
    store.standings.note([Standing(CARD, "chat", part) for part in parts])
    redraw(store, 1, "advance")
    begin((FIRST,))
    soon(lambda: sender.words == ["advance", FOLLOWS] and is_current(store))
