"""The real bot, the real store and durable turns together."""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.bot import Bot
from bot.core.ratings import Level, Outcome, Part, Rating
from bot.core.roles import Criterion, Role
from bot.core.wording import general as words
from bot.ports import Ports, Ranked
from bot.storage.store import Store
from bot.turns.durable import DurableTurns, Parts, Settings
from tests.turns.world import ADDRESS, BRIEF, NOON, ROLE, Recorder, on_sqlite, said, soon


class NoRanker:
    """Finds nothing."""

    def rank(self, role: Role, question: str, history: Sequence[str]) -> tuple[Ranked, ...]:
        """Nothing."""
        return ()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Nothing is alike."""
        return np.zeros((len(texts), 384), dtype=np.float32)

    def word_vectors(self, words: Sequence[str]) -> NDArray[np.float32]:
        """No word is known."""
        return self.encode(words)

    def passage_vectors(self, role: Role) -> NDArray[np.float32]:
        """Nothing is alike."""
        return self.encode([passage.id for passage in role.passages])


class OneRater:
    """Sees no evidence in anything."""

    name = "invented-1"

    def rate(self, criterion: Criterion, question: str, answer: str) -> Rating:
        """No evidence."""
        return Rating(Outcome.RATED, Level.NO_EVIDENCE, (), (), Part.WORK, self.name)


@pytest.fixture
def turns(url: str, store: Store, sender: Recorder) -> Iterator[DurableTurns]:
    store.roles.put(ROLE, "lighthouse.md", BRIEF, NOON)
    ids = count(1)
    ports = Ports(
        roles=store.roles,
        kits=store.kits,
        screenings=store.screenings,
        conversations=store.conversations,
        questions=store.questions,
        records=store.records,
        inbox=store.inbox,
        ranker=NoRanker(),
        rater=OneRater(),
        phraser=None,
        new_id=lambda: f"id-{next(ids)}",
        token_of=lambda screening: f"token-{screening}",
        candidate_link=lambda token: f"https://invented.example/{token}",
        alerts=lambda role: False,
    )
    parts = Parts(
        Bot(ports), store.inbox, store.outbox, store.standings, {"chat": sender}, lambda role: ()
    )
    turns = DurableTurns(parts, Settings(url))
    turns.start()
    yield turns
    turns.stop()


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
