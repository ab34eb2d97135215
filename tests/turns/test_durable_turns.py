"""A message that was taken in is handled once and answered, in order, whatever the bot does."""

import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.core.errors import LostRace
from bot.core.messages import Incoming
from bot.core.plain import plain
from bot.core.wording import general as words
from bot.core.wording.general import PERHAPS_TWICE
from bot.ports.delivery import NotRunning, TryAgain, Undeliverable
from bot.storage.store import Store
from bot.turns import answering
from tests.turns.world import ADDRESS, Begin, LogBook, Recorder, logged, on_sqlite, said, soon

STRANGE = "Grüße \x00 \ud800 \u202e “quoted”"


def test_a_message_is_answered_at_its_address_with_its_id_as_key(
    begin: Begin, sender: Recorder
) -> None:
    begin().submit("chat", said("m-1", STRANGE), ADDRESS)
    soon(lambda: bool(sender.sent))
    assert sender.sent == [(ADDRESS, "m-1", f"heard {STRANGE}")]


def test_a_message_delivered_again_has_no_effect(
    begin: Begin, sender: Recorder, store: Store
) -> None:
    turns = begin()
    for _ in range(3):
        turns.submit("chat", said("m-1"), ADDRESS)
    soon(lambda: bool(sender.sent))
    turns.submit("chat", said("m-1"), ADDRESS)
    # Also after the journal forgot it, and in the next run.
    turns = begin()
    turns.submit("chat", said("m-1"), ADDRESS)
    turns.submit("chat", said("m-2", "second"), ADDRESS)
    soon(lambda: len(sender.sent) > 1)
    assert sender.words == ["heard hello", "heard second"]
    assert logged(store) == ["hello", "second"]


def test_fifty_messages_at_once_are_answered_in_each_conversations_order(
    begin: Begin, bot: LogBook, sender: Recorder, store: Store
) -> None:
    turns = begin()
    chats = [f"c-{number}" for number in range(5)]

    def speak(chat: str) -> None:
        for number in range(10):
            turns.submit("chat", said(f"{chat} {number}", f"{chat} {number}", chat), ADDRESS)

    with ThreadPoolExecutor(5) as threads:
        list(threads.map(speak, chats))
    soon(lambda: len(sender.sent) == 50, 20)
    for chat in chats:
        expected = [f"{chat} {number}" for number in range(10)]
        assert logged(store, chat) == expected
        assert [key for _, key, _ in sender.sent if key.startswith(f"{chat} ")] == expected


@on_sqlite
def test_a_conversation_that_waits_holds_up_no_other(
    begin: Begin, bot: LogBook, sender: Recorder
) -> None:
    free = threading.Event()
    bot.before = lambda incoming: None if incoming.conversation == "b" else wait(free)
    turns = begin()
    for number in range(12):
        turns.submit("chat", said(f"a-{number}", conversation="a"), ADDRESS)
    turns.submit("chat", said("b-1", conversation="b"), ADDRESS)
    soon(lambda: bool(sender.sent))
    assert [key for _, key, _ in sender.sent] == ["b-1"]
    free.set()
    soon(lambda: len(sender.sent) == 13)
    assert [key for _, key, _ in sender.sent[1:]] == [f"a-{number}" for number in range(12)]


@on_sqlite
def test_no_more_than_eight_are_handled_at_the_same_time(
    begin: Begin, bot: LogBook, sender: Recorder
) -> None:
    free, inside = threading.Event(), threading.Semaphore(0)

    def before(incoming: Incoming) -> None:
        inside.release()
        wait(free)

    bot.before = before
    turns = begin()
    for number in range(12):
        turns.submit("chat", said(f"m-{number}", conversation=f"c-{number}"), ADDRESS)
    for _ in range(8):
        assert inside.acquire(timeout=5)
    assert not inside.acquire(timeout=0.2)
    free.set()
    soon(lambda: len(sender.sent) == 12)


def test_take_gives_the_reply_and_keeps_the_order(begin: Begin, store: Store) -> None:
    turns = begin()
    assert plain(turns.take(said("w-1", "one")).blocks) == "heard one"
    assert plain(turns.take(said("w-1", "one")).blocks) == "heard one"
    with ThreadPoolExecutor(8) as threads:
        taken = threads.map(lambda number: turns.take(said(f"w-{number}", "more")), range(2, 10))
        assert {plain(reply.blocks) for reply in taken} == {"heard more"}
    assert logged(store) == ["one"] + ["more"] * 8


@on_sqlite
def test_sending_is_tried_again_and_waits_as_asked(begin: Begin) -> None:
    sender = Recorder(TryAgain("too fast", after=0.05), TryAgain("still"), OSError("no line"))
    before = time.monotonic()
    begin(senders={"chat": sender}).submit("chat", said("m-1"), ADDRESS)
    soon(lambda: bool(sender.sent))
    assert sender.tries == ["m-1"] * 4
    assert time.monotonic() - before >= 0.05


@on_sqlite
@pytest.mark.parametrize(
    ("troubles", "tries"),
    [([Undeliverable("archived")], 1), ([TryAgain("not now")] * 4, 4)],
    ids=["undeliverable", "always later"],
)
def test_sending_is_given_up_loudly_and_the_next_reply_goes_out(
    begin: Begin, caplog: pytest.LogCaptureFixture, troubles: list[Exception], tries: int
) -> None:
    sender = Recorder(*troubles)
    turns = begin(senders={"chat": sender})
    turns.submit("chat", said("m-1", "a secret word"), ADDRESS)
    turns.submit("chat", said("m-2", "next"), ADDRESS)
    soon(lambda: bool(sender.sent))
    assert sender.tries == ["m-1"] * tries + ["m-2"]
    assert sender.words == ["heard next"]
    errors = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert len(errors) == 1
    assert "m-1" in errors[0]
    assert "secret" not in caplog.text


@on_sqlite
def test_a_bot_that_fails_says_so_once_and_its_log_has_no_words(
    begin: Begin, sender: Recorder, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    turns = begin()
    turns.submit("chat", said("m-1", "fail with a secret word"), ADDRESS)
    soon(lambda: bool(sender.sent))
    assert sender.words == [words.FAILED]
    assert "m-1 was not handled: KeyError" in caplog.text
    assert "secret" not in caplog.text
    # The same message gets the same words, and no second try.
    assert turns.take(said("m-1", "fail with a secret word")) == store.inbox.reply_to("m-1")
    assert logged(store) == []


@on_sqlite
def test_a_lost_race_is_run_again(
    begin: Begin, bot: LogBook, sender: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "WAITS", (0.01, 0.01))
    troubles = [LostRace("first"), LostRace("second")]

    def before(incoming: Incoming) -> None:
        if troubles:
            raise troubles.pop()

    bot.before = before
    begin().submit("chat", said("m-1"), ADDRESS)
    soon(lambda: bool(sender.sent))
    assert sender.words == ["heard hello"]


@on_sqlite
def test_nothing_is_taken_before_the_start_or_after_the_end(begin: Begin, store: Store) -> None:
    turns = begin()
    turns.stop()
    with pytest.raises(NotRunning):
        turns.submit("chat", said("m-1"), ADDRESS)
    with pytest.raises(NotRunning):
        turns.take(said("m-1"))
    assert store.inbox.reply_to("m-1") is None


@on_sqlite
def test_stopping_does_not_wait_for_what_waits_and_the_next_start_goes_on(
    begin: Begin, sender: Recorder
) -> None:
    stuck = Recorder(*[TryAgain("later", after=600)])
    turns = begin(senders={"chat": stuck})
    turns.submit("chat", said("m-1", "one"), ADDRESS)
    turns.submit("chat", said("m-2", "two"), ADDRESS)
    soon(lambda: bool(stuck.tries))
    before = time.monotonic()
    turns.stop()
    assert time.monotonic() - before < 3
    begin()
    soon(lambda: len(sender.sent) == 2)
    assert sender.words == [f"heard one\n{PERHAPS_TWICE}", "heard two"]


def wait(event: threading.Event) -> None:
    assert event.wait(10)
