"""What is due by the clock is done once: by several programs, across crashes, on each database."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest

from bot.core.clock.due import Course
from bot.core.messages import Incoming, Reply
from bot.core.plain import plain
from bot.core.screening.events import Expired, Reminded
from bot.dialogues.by_the_clock.clock import Clock
from bot.ports import Change, Reach
from bot.storage.errors import StorageUnavailable
from bot.storage.store import Store
from bot.turns.durable import DurableTurns
from bot.turns.parts import Parts, Settings
from tests.turns.desk import CHAT, Desk, later
from tests.turns.world import Begin, LogBook, Recorder, on_sqlite, opened, soon


@pytest.fixture
def desk(store: Store) -> Desk:
    desk = Desk(store)
    desk.open()
    return desk


@pytest.fixture
def others(url: str, desk: Desk) -> Iterator[list[Desk]]:
    """Two more programs on the same database."""
    stores = [opened(url) for _ in range(2)]
    yield [Desk(store) for store in stores]
    for store in stores:
        store.close()


def at_once(clocks: Sequence[Clock], now: datetime) -> None:
    """Let several programs look at the clock at the same moment."""
    barrier = Barrier(len(clocks))

    def look(clock: Clock) -> None:
        barrier.wait()
        clock.tick(now)

    with ThreadPoolExecutor(len(clocks)) as pool:
        list(pool.map(look, clocks))


def reminders(desk: Desk, screening: str) -> list[int]:
    return [event.times for event in desk.log(screening) if isinstance(event, Reminded)]


def test_of_several_programs_one_reminds(desk: Desk, others: list[Desk]) -> None:
    screening = desk.invited("yes")
    clocks = [each.clock for each in (desk, *others)]
    for _ in range(3):
        at_once(clocks, later(2))
    assert reminders(desk, screening) == [1]
    at_once(clocks, later(4))
    assert reminders(desk, screening) == [1, 2]
    at_once(clocks, later(9))
    told = [plain(post.blocks) for post in desk.posts(to_candidate=True)]
    assert len(told) == 2
    assert ["last time" in words for words in told] == [False, True]


def test_of_several_programs_one_sends_the_digest_of_a_day(desk: Desk, others: list[Desk]) -> None:
    desk.invited("yes")
    clocks = [each.clock for each in (desk, *others)]
    for hours in (0, 1, 5):
        at_once(clocks, later(hours=hours))
    assert len(desk.posts(to_candidate=False)) == 1
    at_once(clocks, later(1))
    titles = [plain(post.blocks).splitlines()[0] for post in desk.posts(to_candidate=False)]
    assert titles == ["Lighthouse Keeper · 1 March 2027", "Lighthouse Keeper · 2 March 2027"]


def test_what_was_due_while_nothing_ran_is_done_and_sent_once(
    url: str, desk: Desk, begin: Begin, sender: Recorder
) -> None:
    screening = desk.invited("yes")
    desk.store.close()
    again = Desk(opened(url), alerted=False)
    assert again.clock.tick(later(2)), "kept, and the program stops before it is sent"
    again.store.close()
    for _ in range(2):
        begin()
        soon(lambda: len(sender.sent) == 1)
    time.sleep(0.3)
    [(address, _, words)] = sender.sent
    assert address == {"channel": "D-ottoline"}
    assert words.startswith("Hello again. Your screening for Lighthouse Keeper is still open")
    third = Desk(opened(url), alerted=False)
    assert not third.clock.tick(later(2, 1))
    assert reminders(third, screening) == [1]
    third.store.close()


@on_sqlite
def test_the_running_program_looks_at_the_clock_and_sends_at_once(
    url: str, desk: Desk, sender: Recorder, store: Store
) -> None:
    screening = desk.invited("yes")
    quiet = Desk(store, alerted=False)
    parts = Parts(
        LogBook(store),
        store.inbox,
        store.outbox,
        store.standings,
        {"chat": sender},
        lambda _: (),
        tick=lambda _: quiet.clock.tick(later(2)),
    )
    turns = DurableTurns(parts, Settings(url, every=600, clock_every=0.05))
    turns.start()
    soon(lambda: len(sender.sent) == 1)
    time.sleep(0.3)
    turns.stop()
    assert len(sender.sent) == 1
    assert reminders(desk, screening) == [1]


class Failing:
    """An inbox that cannot keep what is said about one screening."""

    def __init__(self, store: Store, screening: str) -> None:
        self._inbox = store.inbox
        self._screening = screening

    def reply_to(self, message: str) -> Reply | None:
        """As it is."""
        return self._inbox.reply_to(message)

    def commit(self, incoming: Incoming, reply: Reply, changes: Sequence[Change]) -> None:
        """Fails, or keeps."""
        if incoming.screening == self._screening:
            raise StorageUnavailable("has no space left on its disk", "Free some space.")
        self._inbox.commit(incoming, reply, changes)


@on_sqlite
def test_what_fails_holds_up_nothing_else_and_is_done_later(desk: Desk) -> None:
    first, second = desk.invited("yes"), desk.invited("yes", chat="slack:T0:D-other")
    desk.clock_with(desk.store.agenda, Failing(desk.store, first)).tick(later(2))
    assert (reminders(desk, first), reminders(desk, second)) == ([], [1])
    desk.clock.tick(later(2))
    assert (reminders(desk, first), reminders(desk, second)) == ([1], [1])


class Stale:
    """An agenda that was read a moment ago."""

    def __init__(self, store: Store) -> None:
        self._then = store.agenda.open()
        self.reach: Callable[[str], Reach | None] = store.agenda.reach

    def open(self) -> tuple[Course, ...]:
        """As it was."""
        return self._then

    def ended(self, before: datetime | None = None) -> tuple[Course, ...]:
        """None."""
        return ()

    def roles(self) -> frozenset[str]:
        """None."""
        return frozenset()


def test_whoever_writes_at_that_very_moment_is_not_reminded(desk: Desk) -> None:
    screening = desk.invited("yes")
    stale = Stale(desk.store)
    desk.candidate("I kept the lamp at the Farflung Rock alone for a winter.", later(2))
    desk.clock_with(stale).tick(later(2))
    assert reminders(desk, screening) == []
    assert desk.posts(to_candidate=True) == []


@on_sqlite
def test_a_reminder_that_was_not_sent_yet_is_not_sent_to_somebody_who_came_back(
    desk: Desk, begin: Begin, sender: Recorder
) -> None:
    desk.invited("yes")
    desk.clock.tick(later(2))
    assert len(desk.posts(to_candidate=True)) == 1
    desk.candidate("What does it pay?", later(2, 1))
    assert desk.posts(to_candidate=True) == []
    begin()
    time.sleep(0.3)
    assert sender.sent == []


@on_sqlite
def test_a_candidate_on_the_web_is_not_reminded_and_reads_of_the_end_on_return(desk: Desk) -> None:
    chat = "web:screening:somebody"
    screening = desk.invited("yes", origin=None, chat=chat)
    for days in range(2, 30):
        desk.clock.tick(later(days))
    assert reminders(desk, screening) == []
    assert any(
        "* " in plain(post.blocks) or "*:" in plain(post.blocks)
        for post in desk.posts(to_candidate=False)
    )
    desk.clock.tick(later(31))
    assert isinstance(desk.log(screening)[-1], Expired)
    assert desk.candidate("hello", later(32), None, chat).startswith("The time for this screening")


@on_sqlite
def test_a_trial_is_closed_without_a_word(desk: Desk, store: Store) -> None:
    from sqlalchemy import update

    from bot.storage.tables import screenings

    screening = desk.invited("yes")
    with store.database.writing() as connection:
        connection.execute(update(screenings).values(trial=True))
    desk.clock.tick(later(2))
    desk.clock.tick(later(31))
    assert isinstance(desk.log(screening)[-1], Expired)
    assert store.outbox.undelivered() == ()


@on_sqlite
def test_a_role_that_was_taken_out_reminds_nobody_but_comes_to_its_end(desk: Desk) -> None:
    screening = desk.invited("yes")
    desk.store.roles.remove("lighthouse-keeper", later(1))
    desk.clock.tick(later(2))
    assert reminders(desk, screening) == []
    desk.clock.tick(later(31))
    assert isinstance(desk.log(screening)[-1], Expired)
    assert [post.conversation for post in desk.posts(to_candidate=True)] == [CHAT]


@on_sqlite
@pytest.mark.parametrize(
    "said",
    ["no reminders", "person", "Since I lost the job everything is dark and I want to die."],
)
def test_nobody_is_reminded_who_said_no_waits_for_a_person_or_is_in_distress(
    desk: Desk, said: str
) -> None:
    screening = desk.invited("yes", said)
    for days in range(2, 12):
        desk.clock.tick(later(days))
    assert reminders(desk, screening) == []
