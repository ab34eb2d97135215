"""A message whose handling fails: tried again where that helps, and waited for where it can be."""

import pytest

from bot.core.errors import LostRace, RolecallError
from bot.core.messages import Incoming, Reply, Text
from bot.core.wording import general as words
from bot.storage.errors import StorageUnavailable
from bot.storage.store import Store
from bot.turns.answering import PATIENT_WAITS, WAITS, Answering
from tests.turns.world import on_sqlite, said

AWAY = StorageUnavailable("server cannot be reached", "Check that it runs.")
REPLY = Reply((Text("heard"),))


class Troubled:
    """A bot that fails so often."""

    def __init__(self, error: Exception, times: int) -> None:
        self.error, self.times = error, times

    def handle(self, incoming: Incoming) -> Reply:
        self.times -= 1
        if self.times >= 0:
            raise self.error
        return REPLY


def answered(store: Store, bot: Troubled, patient: bool) -> tuple[Reply, list[float]]:
    """The reply, and what was waited for it."""
    waited: list[float] = []
    reply = Answering(bot, store.inbox).answer(said("m-1"), waited.append, patient)
    return reply, waited


@on_sqlite
def test_a_database_that_is_away_is_waited_for_a_quarter_of_an_hour(store: Store) -> None:
    reply, waited = answered(store, Troubled(AWAY, len(PATIENT_WAITS)), patient=True)
    assert reply == REPLY
    assert waited == list(PATIENT_WAITS)
    assert 13 * 60 < sum(waited) < 17 * 60


@on_sqlite
def test_after_that_it_is_said_that_something_failed(store: Store) -> None:
    reply, _ = answered(store, Troubled(AWAY, len(PATIENT_WAITS) + 1), patient=True)
    assert reply.blocks == (Text(words.FAILED),)


@on_sqlite
@pytest.mark.parametrize(
    ("error", "patient", "said"),
    [
        (AWAY, False, words.FAILED),
        (LostRace("first"), True, words.BUSY),
        (RolecallError("of another kind"), True, words.FAILED),
    ],
    ids=["somebody waits for the reply", "a lost race", "another error"],
)
def test_what_does_not_pass_is_told_soon(
    store: Store, error: Exception, patient: bool, said: str
) -> None:
    reply, waited = answered(store, Troubled(error, 99), patient)
    assert reply.blocks == (Text(said),)
    assert waited == list(WAITS)


@on_sqlite
def test_a_mistake_of_ours_is_not_tried_again(store: Store) -> None:
    reply, waited = answered(store, Troubled(KeyError("mistake"), 99), patient=True)
    assert reply.blocks == (Text(words.FAILED),)
    assert waited == []
