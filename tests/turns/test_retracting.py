"""What was sent about a candidate is taken back once the candidate has their data erased."""

import pytest

from bot.core.messages import Reply
from bot.core.wording.fit import ERASED
from bot.ports import Erase
from bot.ports.delivery import TryAgain, Undeliverable
from bot.storage.store import Store
from tests.turns.world import ADDRESS, NOON, Begin, LogBook, Recorder, on_sqlite, said, soon

FIRST, SECOND = ("chat", {"channel": "C-first"}), ("other", {"channel": "C-second"})


def erase(store: Store, conversation: str = "c-1") -> None:
    """As the candidate's own “erase my data” does."""
    changes = (Erase(f"log-{conversation}", NOON),)
    store.inbox.commit(said(f"erase {conversation}", "", conversation), Reply(()), changes)


def test_posts_are_replaced_on_every_route(begin: Begin, store: Store, sender: Recorder) -> None:
    other = Recorder()
    turns = begin((FIRST, SECOND), {"chat": sender, "other": other})
    turns.take(said("w-1", "post one"))
    turns.take(said("w-2", "post two", "c-2"))
    soon(lambda: not store.outbox.undelivered())
    erase(store)
    soon(lambda: not store.standings.erased())
    assert sorted(sender.words) == sorted(other.words) == sorted([ERASED, "posted post two"])


def test_a_post_is_replaced_by_the_next_run_too(
    begin: Begin, store: Store, sender: Recorder
) -> None:
    turns = begin((FIRST,))
    turns.take(said("w-1", "post one"))
    soon(lambda: not store.outbox.undelivered())
    turns.stop()
    erase(store)
    begin((FIRST,))
    soon(lambda: sender.words == [ERASED])
    soon(lambda: not store.standings.erased())


@on_sqlite
def test_what_the_team_was_told_about_the_candidate_is_replaced(
    begin: Begin, store: Store, sender: Recorder
) -> None:
    turns = begin()
    turns.submit("chat", said("m-0", "the first word"), ADDRESS)
    turns.submit("chat", said("m-1", "what did Candidate 7F3 show?", "team"), ADDRESS)
    turns.submit("chat", said("m-2", "what is the pay?", "team"), ADDRESS)
    soon(lambda: len(sender.sent) == 3)
    erase(store)
    soon(lambda: ERASED in sender.words)
    soon(lambda: not store.standings.erased())
    assert sorted(sender.words) == sorted(
        [ERASED, "heard the first word", "heard what is the pay?"]
    )


@on_sqlite
def test_replacing_is_tried_again_and_given_up_until_the_next_start(
    begin: Begin, store: Store, sender: Recorder
) -> None:
    turns = begin((FIRST,))
    turns.take(said("w-1", "post one"))
    soon(lambda: not store.outbox.undelivered())
    sender.fail(TryAgain("away"), Undeliverable("the bot was removed"))
    erase(store)
    soon(lambda: len(sender.tries) == 3)
    begin((FIRST,))
    soon(lambda: sender.words == [ERASED])
    soon(lambda: not store.standings.erased())


@on_sqlite
def test_a_post_that_was_erased_before_it_was_delivered_is_never_sent(
    begin: Begin, store: Store, sender: Recorder, bot: LogBook
) -> None:
    bot.handle(said("m-1", "post one"))
    erase(store)
    turns = begin((FIRST,))
    turns.take(said("w-2", "post two", "c-2"))
    soon(lambda: sender.words == ["posted post two"])


@on_sqlite
@pytest.mark.parametrize("kept", ["sent", 'sent[{"channel": "C-first", "number": "0"}]'])
def test_what_the_journal_holds_of_a_sending_is_read_in_both_forms(
    begin: Begin, store: Store, sender: Recorder, monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    """A step that an earlier version wrote down has no places, and is not done again."""
    from bot.turns.journal import Journal

    monkeypatch.setattr(Journal, "step", lambda self, act: kept)
    turns = begin((FIRST,))
    turns.take(said("w-1", "post one"))
    soon(lambda: not store.outbox.undelivered())
    assert sender.sent == []
    erase(store)
    assert len(store.standings.erased()) == kept.count("{")
