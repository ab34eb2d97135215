"""Durable work for each of the things that wait: begun once, given up until the next start."""

from collections.abc import Callable, Iterable
from datetime import datetime

from bot.turns.journal import RUNNING, Work
from bot.turns.runner import Runner
from bot.turns.sending import SENT


class EachOnce:
    """Work of one kind; what is done is forgotten, since then the thing waits no more."""

    def __init__(self, kind: str, runner: Runner) -> None:
        self._kind = kind
        self._runner = runner
        self._given_up: set[str] = set()

    def see_to(self, waiting: Callable[[], Iterable[Work]], now: datetime) -> None:
        """Forget what is done by now, then begin what waits and was not begun."""
        # In this order: what was done after it was read as waiting would be begun once more.
        self._runner.journal.forget(self._ended(now, sent=True))
        works = {work.name: work for work in waiting()}
        results = self._runner.journal.results(works.keys() - self._given_up)
        self._given_up |= {
            name for name, result in results.items() if result not in (SENT, RUNNING)
        }
        for name in works.keys() - results.keys() - self._given_up:
            self._runner.begin(works[name], lambda: False)

    def try_again(self, now: datetime) -> None:
        """Let those that were given up be begun again."""
        self._runner.journal.forget(self._ended(now, sent=False))

    def _ended(self, before: datetime, sent: bool) -> list[str]:
        ended = self._runner.journal.finished(self._kind, before)
        return [name for name, result in ended.items() if (result == SENT) is sent]
