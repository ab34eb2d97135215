"""Several writers at once: one effect, nothing lost, nothing twice."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from bot.core.errors import LostRace
from bot.core.messages import Incoming, Quote, Text
from bot.core.roles import Audience
from bot.core.screening.events import (
    Paused,
    PersonAsked,
)
from bot.ports import Append, Change, Conversation, Erase, Remember
from bot.storage.store import Store

from .conftest import Opener
from .examples import PSEUDONYM, at, keep, opening, reply, said, screened

pytestmark = pytest.mark.programs

ROUNDS = 8


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each of the acts gives when all begin together; a lost race gives None."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        barrier.wait()
        try:
            return act() or True
        except LostRace:
            return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def committing(store: Store, message: str, text: str, *changes: Change) -> Callable[[], object]:
    return lambda: store.inbox.commit(said(message), reply(Text(text)), changes)


def test_of_two_appends_to_the_same_log_one_is_kept(store: Store, opener: Opener) -> None:
    keep(store, "m0", opening())
    other = opener()
    for number in range(1, ROUNDS + 1):
        events = [PersonAsked(at(number), name) for name in ("one", "two")]
        outcomes = at_once(
            committing(store, f"a{number}", "a", Append("s-1", number, (events[0],))),
            committing(other, f"b{number}", "b", Append("s-1", number, (events[1],))),
        )
        assert sorted(map(bool, outcomes)) == [False, True]
        log = store.screenings.events("s-1")
        assert len(log) == number + 1
        assert log[-1] == events[0 if outcomes[0] else 1]
        lost = f"b{number}" if outcomes[0] else f"a{number}"
        assert store.inbox.reply_to(lost) is None


def test_the_same_message_handled_twice_at_once_has_one_effect(
    store: Store, opener: Opener
) -> None:
    other = opener()
    for number in range(ROUNDS):
        remembered = [Remember(Conversation(f"c{number}", name)) for name in ("one", "two")]
        outcomes = at_once(
            committing(store, f"m{number}", "one", remembered[0]),
            committing(other, f"m{number}", "two", remembered[1]),
        )
        assert sorted(map(bool, outcomes)) == [False, True]
        won = "one" if outcomes[0] else "two"
        assert store.inbox.reply_to(f"m{number}") == reply(Text(won))
        assert store.conversations.get(f"c{number}").role == won


def test_a_link_that_is_redeemed_by_several_at_once_opens_one_session(
    store: Store, opener: Opener
) -> None:
    stores = [store, opener(), opener()]
    for _ in range(ROUNDS):
        token = store.sign_ins.issue(at())

        def redeem(one: Store, token: str = token) -> Callable[[], object]:
            return lambda: one.sign_ins.redeem(token, at(1)) or "refused"

        outcomes = at_once(*(redeem(one) for one in stores))
        sessions = [one for one in outcomes if one != "refused"]
        assert len(sessions) == 1
        assert store.sign_ins.name(str(sessions[0]), at(1)) == ""


def test_a_post_is_marked_delivered_by_one(store: Store, opener: Opener) -> None:
    screened(store)
    marked = at_once(
        *(
            lambda one=one: one.outbox.mark_delivered("s-1-p", at(5)) or "was marked"
            for one in (store, opener(), opener())
        )
    )
    assert sorted(map(str, marked)) == ["True", "was marked", "was marked"]


def test_nothing_is_kept_of_a_turn_that_an_erasure_overtook(store: Store, opener: Opener) -> None:
    other = opener()
    for number in range(ROUNDS):
        name = f"s-{number}"
        screened(store, name, f"token-{number}")
        bound = Remember(Conversation(f"chat-{name}", screening=name))
        late = Append(name, 3, (PersonAsked(at(6), "late words"),))
        at_once(
            committing(store, f"late-{number}", "late words", late, bound),
            committing(other, f"erase-{number}", "Erased.", Erase(name, at(6))),
        )
        assert store.screenings.events(name) == ()
        assert store.conversations.get(f"chat-{name}") == Conversation(f"chat-{name}")
        assert "late words" not in repr(store.inbox.reply_to(f"late-{number}"))


def test_nothing_the_team_is_told_outlives_an_erasure(store: Store, opener: Opener) -> None:
    other = opener()
    for number in range(ROUNDS):
        name, asked = f"s-{number}", f"ask-{number}"
        screened(store, name, f"token-{number}")
        told = replace(said(asked, "summary", "team"), audience=Audience.TEAM)

        def ask(told: Incoming = told) -> None:
            assert store.inbox.reply_to(told.id) is None
            store.inbox.commit(told, reply(Quote("late words", PSEUDONYM)), ())

        at_once(ask, committing(other, f"erase-{number}", "Erased.", Erase(name, at(6))))
        assert "late words" not in repr(store.inbox.reply_to(asked))


def test_many_threads_write_to_their_own_logs_without_trouble(store: Store) -> None:
    def screen(number: int) -> int:
        name = f"s-{number}"
        screened(store, name, f"token-{number}")
        for length in range(3, 8):
            changes = (Append(name, length, (Paused(at(length)),)),)
            store.inbox.commit(said(f"{name}-more-{length}"), reply(), changes)
        return len(store.screenings.events(name))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(screen, range(16))) == [8] * 16
    assert len(store.screenings.entries()) == 16


PROCESS = """
import sys
from bot.core.errors import LostRace
from bot.core.screening.events import PersonAsked
from bot.ports import Append
from bot.storage.store import open_store
from tests.storage.examples import at, opening, parse, reply, said

url, name = sys.argv[1:]
store = open_store(url, parse)
try:
    store.inbox.commit(said("opening"), reply(), (opening(),))
except LostRace:
    pass
written = 0
while written < 10:
    length = len(store.screenings.events("s-1"))
    change = Append("s-1", length, (PersonAsked(at(), name),))
    try:
        store.inbox.commit(said(f"{name}-{written}"), reply(), (change,))
    except LostRace:
        continue
    written += 1
store.close()
"""


@pytest.mark.parametrize("kind", ["sqlite_url", "empty_database"])
def test_processes_that_open_a_new_database_together_lose_nothing(
    kind: str, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue(kind)
    running = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", PROCESS, url, f"process {number}"],
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(3)
    ]
    for process in running:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    from bot.storage.store import open_store

    from .examples import parse

    store = open_store(url, parse)
    names = [event.words for event in store.screenings.events("s-1") if hasattr(event, "words")]
    store.close()
    assert sorted(names) == sorted(f"process {number}" for number in range(3) for _ in range(10))
