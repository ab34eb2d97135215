"""A message that is edited while the reply to it is being made: first words count, then it asks."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from bot.bot import Bot
from bot.core.messages import Incoming
from bot.core.ratings import Rating
from bot.core.roles import Audience, Criterion
from bot.core.screening.events import Answered
from bot.storage.store import Store
from bot.turns.durable import DurableTurns
from tests.ports import PlainRater
from tests.recruiting.office import KEEPER
from tests.turns.desk import CHAT, MONDAY, ORIGIN, Desk
from tests.turns.world import Recorder, on_sqlite, soon, talking

FIRST = "In 2023 I repaired the lamp at Point Example myself."
LATER = "In 2024 I repaired the lamp at Point Example myself."


class SlowRater(PlainRater):
    """Rates when it is let go."""

    def __init__(self) -> None:
        self.begun, self.go = threading.Event(), threading.Event()

    def rate(
        self, criterion: Criterion, question: str, answer: str, others: Sequence[str] = ()
    ) -> Rating:
        self.begun.set()
        assert self.go.wait(10)
        return super().rate(criterion, question, answer, others)


@pytest.fixture
def rater() -> SlowRater:
    return SlowRater()


@pytest.fixture
def desk(store: Store, rater: SlowRater) -> Desk:
    """A candidate who is asked the first question."""
    desk = Desk(store)
    desk.bot = Bot(replace(desk.ports, rater=rater))
    desk.open()
    desk.invited("yes")
    return desk


@pytest.fixture
def turns(url: str, desk: Desk, store: Store, sender: Recorder) -> Iterator[DurableTurns]:
    with talking(url, store, desk.bot, sender) as turns:
        yield turns


@on_sqlite
def test_an_edit_while_the_reply_is_being_made_is_asked_about_behind_it(
    turns: DurableTurns, desk: Desk, sender: Recorder, rater: SlowRater
) -> None:
    told = Incoming("edited-1", CHAT, "U-o", Audience.CANDIDATE, FIRST, MONDAY, role=KEEPER)
    turns.submit("chat", told, dict(ORIGIN.address))
    assert rater.begun.wait(10)
    edited = replace(told, id="edited-2", text=LATER, revises=FIRST)
    turns.submit("chat", edited, dict(ORIGIN.address))
    turns.submit("chat", edited, dict(ORIGIN.address))
    assert sender.sent == []
    rater.go.set()
    soon(lambda: len(sender.sent) == 2)
    assert [key for _, key, _ in sender.sent] == ["edited-1", "edited-2"]
    assert "So far your first words count" in sender.words[1]
    assert LATER in sender.words[1]
    screening = desk.store.conversations.get(CHAT).screening
    answers = [event for event in desk.log(screening) if isinstance(event, Answered)]
    assert [event.answer for event in answers] == [FIRST]
