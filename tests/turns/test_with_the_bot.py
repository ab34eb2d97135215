"""The real bot, the real store and durable turns together."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from bot.bot import Bot
from bot.core.wording import general as words
from bot.storage.store import Store
from bot.turns.durable import DurableTurns
from tests.ports import ports_on
from tests.turns.world import ADDRESS, BRIEF, NOON, ROLE, Recorder, on_sqlite, said, soon, talking


@pytest.fixture
def turns(url: str, store: Store, sender: Recorder) -> Iterator[DurableTurns]:
    store.roles.put(ROLE, "lighthouse.md", BRIEF, NOON)
    bot = Bot(ports_on(store, count(1)))
    with talking(url, store, bot, sender) as turns:
        yield turns


@on_sqlite
def test_a_chat_with_the_bot_is_answered_and_kept_in_order(
    turns: DurableTurns, store: Store, sender: Recorder, tmp_path: Path
) -> None:
    for number, text in enumerate(("hello", "show the kit", "approve the kit"), 1):
        turns.submit("chat", said(f"m-{number}", text), ADDRESS)
    soon(lambda: len(sender.sent) == 3)
    assert [key for _, key, _ in sender.sent] == ["m-1", "m-2", "m-3"]
    assert sender.words[0].startswith(words.TEAM_HELLO)
    assert not {words.FAILED, words.BUSY} & set(sender.words)
    assert [exchange.text for exchange in store.records.transcript("c-1")] == [
        "hello",
        "show the kit",
        "approve the kit",
    ]
    assert store.kits.approved(ROLE) is not None
