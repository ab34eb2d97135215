"""Lanes: one turn at a time in each, in the order they joined. Threads only, nothing durable."""

import time
from bisect import insort
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Condition, Event


class Stopped(BaseException):
    """The program is stopping: let go at once and write no result down.

    Not an Exception, so that nothing on the way takes it for a turn that failed.
    """


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many wait or have their turn, and for how many seconds the first of them."""

    count: int
    seconds: float


@dataclass(slots=True)
class _Ticket:
    name: str
    position: int
    called: Event = field(default_factory=Event)


class Lanes:
    """Tickets that wait for their turn. Closed at first, so that old tickets can join before new.

    A ticket is known by its lane and name; its position says where it stands among those that
    wait. Whoever is called stays in front until it leaves.
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._lanes: dict[str, list[_Ticket]] = {}
        self._last = 0
        self._open = False
        self._stopped = Event()

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

    def leave(self, lane: str, name: str) -> None:
        """Leave the lane and let the next one go."""
        with self._changed:
            tickets = self._lanes.get(lane, [])
            tickets[:] = [ticket for ticket in tickets if ticket.name != name]
            if not tickets:
                self._lanes.pop(lane, None)
            self._call(tickets)
            self._changed.notify_all()

    @contextmanager
    def turn(self, lane: str, name: str) -> Iterator[None]:
        """Wait for the turn of a ticket that joined, and leave at the end; raises Stopped."""
        try:
            self._ticket(lane, name).called.wait()
            if self._stopped.is_set():
                raise Stopped
            yield
        finally:
            self.leave(lane, name)

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
                self._call(tickets)

    def pause(self, seconds: float) -> None:
        """Wait so long; raises Stopped."""
        if self._stopped.wait(seconds):
            raise Stopped

    def stop(self, seconds: float) -> bool:
        """Send everybody away and wait for those who have their turn; False if some remain."""
        with self._changed:
            self._stopped.set()
            for tickets in self._lanes.values():
                for ticket in tickets:
                    ticket.called.set()
            return self._changed.wait_for(lambda: not self._lanes, seconds)

    def _join(self, lane: str, ticket: _Ticket) -> bool:
        tickets = self._lanes.setdefault(lane, [])
        if any(ticket.name == other.name for other in tickets):
            return False
        behind = 1 if tickets and tickets[0].called.is_set() else 0
        insort(tickets, ticket, lo=behind, key=lambda other: other.position)
        self._call(tickets)
        return True

    def _call(self, tickets: list[_Ticket]) -> None:
        if tickets and (self._open or self._stopped.is_set()):
            tickets[0].called.set()

    def _ticket(self, lane: str, name: str) -> _Ticket:
        with self._changed:
            return next(ticket for ticket in self._lanes[lane] if ticket.name == name)
