"""Durable work in lanes: written down before it begins, one at a time in each lane, in order."""

import json
import logging
import time
from collections.abc import Callable, Mapping

from bot.turns.journal import Journal, Work
from bot.turns.lanes import Lanes, Stopped
from bot.turns.line import Line, Locks
from bot.turns.trouble import where

_log = logging.getLogger(__name__)
_TAKE_UP_SECONDS = 10
"""How long the first new work waits for old work to be back in its lanes."""
BROKE = "broke"
"""The result of work that ended in an error nobody expected."""
_WRITE_DOWN_SECONDS = 1
"""How long stopping waits for the results of what is done to be written down."""


class Runner:
    """Runs work in threads of its own: each piece waits in its lane; `at_once` do something.

    Its lanes are one with those of the other programs on the database (see `line`). A piece that
    waits for its turn costs no thread, one that pauses a sleeping one and none of the `at_once`.
    """

    def __init__(self, journal: Journal, at_once: int, locks: Locks) -> None:
        self.journal = journal
        self.lanes = Lanes(at_once)
        self.line = Line(self.lanes, journal, locks)
        self._sent_away: set[str] = set()

    def start(self, bodies: Mapping[str, Callable[[str, str], str]]) -> None:
        """Open the journal and take up what is unfinished, before anything new has its turn.

        A body is given the work's name and content, and gives its result.
        """
        self.journal.open({kind: self._in_lane(body) for kind, body in bodies.items()})
        until = time.monotonic() + _TAKE_UP_SECONDS
        while self.journal.mine() - self.lanes.names():
            if time.monotonic() > until:
                _log.error("some turns of the last run did not begin again; later ones go first")
                break
            time.sleep(0.05)
        self.lanes.open()

    def begin(self, work: Work, known: Callable[[], bool]) -> bool:
        """Put work into its lane and write it down; when this returns, it will be done.

        False where the work was begun before, in this or another program. `known` tells whether it
        was done so long ago that the journal forgot it; it is asked once the lane holds the work,
        so that the work cannot be done, and forgotten, in between.
        """
        position = self.lanes.join_last(work.lane, work.name)
        if position is None:
            return False
        begin = None
        try:
            if not known():
                begin = self.journal.begin(work, position)
        finally:
            if begin is None:
                self.lanes.leave(work.lane, work.name)
        if begin is not None and not self.lanes.begin(work.lane, work.name, begin):
            self._sent_away.add(work.name)
            self.lanes.leave(work.lane, work.name)
        return begin is not None

    def stop(self, seconds: float, last: Callable[[], None]) -> None:
        """Let those finish who have their turn, for so many seconds; do a last thing, and close."""
        if not self.lanes.stop(seconds):
            _log.warning("some turns were not finished; they go on at the next start")
        try:
            self._write_down()
            last()
        finally:
            self.journal.close()

    def _write_down(self) -> None:
        """Wait until only that is unfinished which was sent away or did not come to its end."""
        until = time.monotonic() + _WRITE_DOWN_SECONDS
        away = self._sent_away | self.lanes.unbegun
        while self.journal.mine() - away - self._sent_away - self.lanes.names():
            if time.monotonic() > until:
                return
            time.sleep(0.02)

    def _in_lane(self, body: Callable[[str, str], str]) -> Callable[[str, str], str]:
        def work(name: str, argument: str) -> str:
            try:
                given = json.loads(argument)
                self.lanes.join(given["lane"], name, given["position"])
                with self.line.turn(given["lane"], name):
                    return body(name, given["content"])
            except Stopped:
                self._sent_away.add(name)
                raise
            except Exception as error:
                _log.error("%s was given up: %s", name, where(error))
                return BROKE

        return work
