"""Lanes: one turn at a time in each, in the order they joined; only so many at once in all.

Nothing durable. Who waits for a turn needs no thread: what was given to `begin` is called then.
"""

import time
from bisect import insort
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Condition, Event, local

from bot.turns.hands import Hands


class Stopped(BaseException):
    """The program is stopping: let go at once and write no result down.

    Not an Exception, so that nothing on the way takes it for a turn that failed.
    """


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many wait or have their turn, and for how many seconds the first of them."""

    count: int
    seconds: float


@dataclass(slots=True, eq=False)
class _Ticket:
    """`called` once it has its turn; `begin` then starts its thread, where it has none yet.

    `forward` once it is the first of its lane and waits for a hand, or has one.
    """

    name: str
    position: int
    forward: bool = False
    called: Event = field(default_factory=Event)
    begin: Callable[[], None] | None = None

    def call(self) -> None:
        """It has its turn. Begun once, also where it let others go first and is called again."""
        self.called.set()
        begin, self.begin = self.begin, None
        if begin:
            begin()


class Lanes:
    """Tickets that wait for their turn. Closed at first, so that old tickets can join before new.

    A ticket is known by its lane and name; its position says where it stands among those that
    wait. Whoever is called stays in front until it leaves, and has one of the `at_once` hands (see
    `hands`).
    """

    def __init__(self, at_once: int) -> None:
        self._changed = Condition()
        self._lanes: dict[str, list[_Ticket]] = {}
        self._hands = Hands(at_once, self._changed)
        self._mine = local()
        self._last = 0
        self._open = False
        self._stopped = Event()
        self.unbegun: set[str] = set()
        """Those that were sent away before anything was begun."""

    def join_last(self, lane: str, name: str) -> int | None:
        """Join behind everybody; the position (it grows, also across restarts), or None where
        this ticket is in the lane already."""
        with self._changed:
            self._last = max(self._last + 1, time.time_ns())
            return self._last if self._join(lane, _Ticket(name, self._last)) else None

    def join(self, lane: str, name: str, position: int) -> None:
        """Join at a position that was given before; nothing happens where the ticket is there."""
        with self._changed:
            self._join(lane, _Ticket(name, position))

    def begin(self, lane: str, name: str, begin: Callable[[], None]) -> bool:
        """Have this called when the ticket has its turn; False where all were sent away."""
        with self._changed:
            if self._stopped.is_set():
                return False
            ticket = self._find(lane, name)
            ticket.begin = begin
            if ticket.called.is_set():
                ticket.call()
            return True

    def leave(self, lane: str, name: str) -> None:
        """Leave the lane and let the next one go."""
        with self._changed:
            tickets = self._lanes.get(lane, [])
            for gone in [ticket for ticket in tickets if ticket.name == name]:
                tickets.remove(gone)
                self._hands.drop(gone)
            if not tickets:
                self._lanes.pop(lane, None)
            self._come_forward(tickets)
            self._changed.notify_all()

    @contextmanager
    def turn(self, lane: str, name: str) -> Iterator[None]:
        """Wait for the turn of a ticket that joined, and leave at the end; raises Stopped."""
        try:
            with self._changed:
                ticket = self._find(lane, name)
            self._await(ticket)
            self._mine.ticket = ticket
            yield
        finally:
            self.leave(lane, name)

    def let_pass(self, lane: str, name: str, others: frozenset[str]) -> bool:
        """Let these go first, and wait for the turn again; False where none of them is in the lane.

        Raises Stopped.
        """
        with self._changed:
            tickets, ticket = self._lanes[lane], self._find(lane, name)
            places = [place for place, one in enumerate(tickets) if one.name in others]
            if not places:
                return False
            tickets.remove(ticket)
            self._hands.drop(ticket)
            ticket.called, ticket.forward = Event(), False
            tickets.insert(places[-1], ticket)
            self._come_forward(tickets)
        self._await(ticket)
        return True

    def names(self) -> frozenset[str]:
        """The names of all tickets that wait or have their turn."""
        with self._changed:
            return frozenset(ticket.name for lane in self._lanes.values() for ticket in lane)

    def waiting(self) -> Waiting:
        """How many there are now, and how long ago the first of them was given its position."""
        with self._changed:
            positions = [ticket.position for lane in self._lanes.values() for ticket in lane]
        since = time.time_ns() - min(positions) if positions else 0
        return Waiting(len(positions), max(since, 0) / 1e9)

    def open(self) -> None:
        """Let the first of every lane go."""
        with self._changed:
            self._open = True
            for tickets in self._lanes.values():
                self._come_forward(tickets)

    def pause(self, seconds: float) -> None:
        """Within a turn: wait so long, while another has the hand; raises Stopped."""
        if self._stopped.is_set():
            raise Stopped
        mine, back = self._mine.ticket, _Ticket("", 0)
        with self._changed:
            self._hands.drop(mine)
        if not self._stopped.wait(seconds):
            with self._changed:
                # Before those that did not begin yet.
                self._hands.ask(back, first=True)
        self._await(back)
        with self._changed:
            self._hands.pass_on(back, mine)

    def stop(self, seconds: float) -> bool:
        """Send everybody away and wait for those who have their turn; False if some remain."""
        with self._changed:
            self._stopped.set()
            for tickets in list(self._lanes.values()):
                self._send_away(tickets)
            self._lanes = {lane: tickets for lane, tickets in self._lanes.items() if tickets}
            self._hands.stop()
            return self._changed.wait_for(lambda: not self._lanes, seconds)

    def _send_away(self, tickets: list[_Ticket]) -> None:
        """Those that have no thread yet are gone; the others wake up and leave."""
        for gone in [one for one in tickets if one.begin and not one.called.is_set()]:
            tickets.remove(gone)
            self.unbegun.add(gone.name)
            gone.begin = None
        for ticket in tickets:
            ticket.called.set()

    def _await(self, ticket: _Ticket) -> None:
        if not self._stopped.is_set():
            ticket.called.wait()
        if self._stopped.is_set():
            raise Stopped

    def _join(self, lane: str, ticket: _Ticket) -> bool:
        tickets = self._lanes.setdefault(lane, [])
        if any(ticket.name == other.name for other in tickets):
            return False
        behind = 1 if tickets and tickets[0].forward else 0
        insort(tickets, ticket, lo=behind, key=lambda other: other.position)
        self._come_forward(tickets)
        return True

    def _come_forward(self, tickets: list[_Ticket]) -> None:
        """The first of a lane is called as soon as a hand is free."""
        if self._stopped.is_set():
            for ticket in tickets:
                ticket.called.set()
        elif tickets and self._open and not tickets[0].forward:
            tickets[0].forward = True
            self._hands.ask(tickets[0])

    def _find(self, lane: str, name: str) -> _Ticket:
        return next(ticket for ticket in self._lanes[lane] if ticket.name == name)
