"""Durable turns: each message is written down, handled once, in order, and answered.

What is promised, on SQLite and on PostgreSQL:
- When `submit` returns, the message is on disk. Whatever crashes afterwards, it is handled, with
  one effect, and its reply is sent. The same id again has no effect.
- One conversation's messages are handled and answered one at a time, in the order in which they
  were written down, also after a restart and by several programs. Different conversations do not
  wait for each other.
- A reply or post is sent once; twice, with the same key, only where the program was killed between
  the sending and the writing down of it, which no program can rule out. At most `at_once` of them
  are between the two at any moment.
- What was sent about a candidate who has their data erased is taken back, where the platform
  lets a bot do so.
- What happened in a screening is told to another program where one is to be told, at least once,
  under the same id each time.
- What is due by the clock is done at the start and every few minutes, once: what it keeps and posts
  has a name that says what it is, and the posts are delivered like all others.
- A person is answered: where the bot itself fails, by saying so. While the database is away, a
  message that was taken in waits for it for a quarter of an hour.
- The journal forgets a turn's words within a minute after it is done.

With several programs on one database, each under its own name: one effect, one reply and one
delivery all hold, since the journal's and the log's primary keys decide; so does the order (see
`line`), and messages that came in the same moment are handled one after the other. What a program
left unfinished is taken up when a program of the same name starts; where each has a `seat`, another
that is alive takes it up some seconds after it ended (see `adopting`).
"""

import logging
import sqlite3
import time
from datetime import UTC, datetime, timedelta
from itertools import count

from structlog.contextvars import bound_contextvars

from bot.core.messages import Incoming, Reply
from bot.core.roles import Audience
from bot.ports.delivery import Address, NotRunning
from bot.turns.adopting import Adopting
from bot.turns.answering import Answering
from bot.turns.journal import BROKEN, Journal, Work
from bot.turns.lanes import Stopped, Waiting
from bot.turns.letters import Letter, letter
from bot.turns.notifying import NOTICE, Notifying
from bot.turns.parts import Parts, Settings
from bot.turns.posting import DELIVERY, Posting
from bot.turns.refreshing import REFRESH, Refreshing
from bot.turns.retracting import RETRACTION, Retracting
from bot.turns.rounds import Rounds
from bot.turns.runner import Runner
from bot.turns.sending import SENT, Heard, Outgoing, Sending

TURN = "turn"
"""The kind of work a turn is."""
_SCOUR_SECONDS = 50
_KEPT = timedelta(seconds=5)
"""How long a turn stays in the journal, so that another program that was given the same message at
the same moment finds it there."""
_log = logging.getLogger(__name__)


class DurableTurns:
    """The turns of one program. Threads may share it; one can be running in a process at a time."""

    def __init__(self, parts: Parts, settings: Settings) -> None:
        self._answering = Answering(parts.bot, parts.inbox)
        executor = parts.seat.name if parts.seat else settings.executor
        self._runner = Runner(Journal(settings.url, executor), settings.at_once, parts.locks)
        self._adopting = parts.seat and Adopting(parts.seat, self._runner.journal)
        heard = Heard(parts.standings.note, parts.given_up)
        self._sending = Sending(parts.senders, self._runner, settings.patience, heard)
        self._posting = Posting(parts.outbox, parts.routes, self._runner)
        self._retracting = Retracting(parts.standings, self._runner)
        self._notifying = Notifying(parts.telling, self._runner)
        self._refreshing = Refreshing(parts.outbox, parts.standings, self._runner)
        self._rounds = Rounds(self._round, settings.every)
        self._tick = parts.tick
        self._came_back = parts.came_back
        self._clock = Rounds(self._look_at_clock, settings.clock_every)
        self._stop_seconds = settings.stop_seconds
        self._taken = count(1)
        self._running = False
        self._scoured_at = 0.0
        self._unclean = False

    def start(self) -> None:
        """Take up what the last run left, then be ready; undelivered posts go out behind it.

        Raises NoPlace.
        """
        self._runner.start(
            {
                TURN: self._turn,
                DELIVERY: self._posting.body(self._sending),
                RETRACTION: self._retracting.body(self._sending),
                NOTICE: self._notifying.body(self._sending),
                REFRESH: self._refreshing.body(self._sending),
            }
        )
        now = datetime.now(UTC)
        self._posting.try_again(now)
        self._retracting.try_again(now)
        self._notifying.try_again(now)
        self._refreshing.try_again(now)
        self._running = True
        self._rounds.start()
        self._clock.start()

    def stop(self) -> None:
        """Let go: turns that wait or pause go on at the next start; the others may finish."""
        if not self._running:
            return
        self._running = False
        self._clock.stop()
        self._rounds.stop()
        self._runner.stop(self._stop_seconds, self._last_round)

    @property
    def running(self) -> bool:
        """Whether messages are taken."""
        return self._running

    def waiting(self) -> Waiting:
        """What waits or has its turn now."""
        return self._runner.lanes.waiting()

    def take(self, incoming: Incoming) -> Reply:
        """Handle a message now, in its conversation's order, and give its reply back.

        Raises NotRunning.
        """
        self._check_running()
        # The same message may be taken twice at once: both wait, and both get its one reply.
        name = f"take {next(self._taken)} {incoming.id}"
        self._runner.lanes.join_last(incoming.conversation, name)
        try:
            with self._runner.line.taken(incoming.conversation, name):
                return self._answer(incoming)
        except Stopped:
            raise NotRunning from None

    def submit(self, channel: str, incoming: Incoming, address: Address) -> None:
        """Write a message down and return; its reply is sent to the address on the channel.

        Raises NotRunning, and StorageUnavailable where it cannot be written down.
        """
        self._check_running()
        content = Letter(channel, address, incoming).written()
        work = Work(TURN, incoming.conversation, incoming.id, content)
        self._runner.begin(work, lambda: self._answering.known(incoming.id))

    def _check_running(self) -> None:
        if not self._running:
            raise NotRunning

    def _turn(self, name: str, content: str) -> str:
        """The work of a turn. Answering needs no step: it comes out the same when done again."""
        given = letter(content)
        # Only what was answered by a run that was cut off can have been sent by it.
        again = self._runner.journal.taken_up() and self._answering.known(given.incoming.id)
        reply = self._answer(given.incoming_here, patient=True)
        if not reply.blocks:
            return SENT  # There is nothing to say any more: the message was erased meanwhile.
        # What the team is told may be about a candidate who has it erased one day.
        origin = name if given.incoming.audience is Audience.TEAM else ""
        outgoing = Outgoing(given.channel, given.address, name, reply.blocks, origin, again)
        return self._sending.send(outgoing)

    def _answer(self, incoming: Incoming, patient: bool = False) -> Reply:
        with bound_contextvars(turn=incoming.id):
            reply = self._answering.answer(incoming, self._runner.lanes.pause, patient)
        if reply.posts:
            self._rounds.call()
        return reply

    def _look_at_clock(self) -> None:
        if self._tick(datetime.now(UTC)):
            self._rounds.call()

    def _round(self) -> None:
        now = datetime.now(UTC)
        if self._adopting:
            self._adopting.look()
        if self._came_back():
            self._posting.try_again(now)
        self._posting.deliver(now)
        self._retracting.retract(now)
        self._notifying.notify(now)
        self._refreshing.refresh(now)
        self._forget(now - _KEPT)
        if self._unclean and time.monotonic() - self._scoured_at > _SCOUR_SECONDS:
            self._scour()

    def _last_round(self) -> None:
        self._forget(datetime.now(UTC))
        self._scour()

    def _forget(self, before: datetime) -> None:
        ended = self._runner.journal.finished(TURN, before)
        for name, result in ended.items():
            if result == BROKEN:
                _log.error("turn %s brought the program down too often and was given up", name)
        self._runner.journal.forget(ended)
        self._unclean = self._unclean or bool(ended)

    def _scour(self) -> None:
        self._scoured_at = time.monotonic()
        try:
            self._runner.journal.scour()
            self._unclean = False
        except sqlite3.Error as error:
            _log.warning("the journal's file may still hold old words: %s", error)
