"""Tells another program what happened in the screenings: each notice is durable work of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from bot.ports.delivery import Hook, Notice, Undeliverable
from bot.turns.journal import RUNNING, Work
from bot.turns.runner import Runner
from bot.turns.sending import SENT, Sending

NOTICE = "notice"
"""The kind of work a notice is."""
CHANNEL = "webhook"
"""What logs and figures call this way out."""
AT_ONCE = 20
"""How many notices are under way at most, so that a receiver that is away holds few threads."""
AGAIN = timedelta(minutes=30)
"""How long a notice that was given up rests before it is tried again."""


class Notices(Protocol):
    """What another program is to be told, and what it was told."""

    def waiting(self) -> tuple[Notice, ...]:
        """What was not told yet, oldest first."""
        ...

    def begin(self, notice: Notice) -> None:
        """Note that it is being told, so that an erasure is told too; twice is as once."""
        ...

    def told(self, notice: Notice, at: datetime) -> None:
        """Note that it was told."""
        ...


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told to whom. `body_of` gives a body; None where nothing is left to tell."""

    notices: Notices
    body_of: Callable[[Notice], bytes | None]
    hook: Hook


class Notifying:
    """Tells what waits; nothing where nobody is to be told.

    What is written down for it holds no words of anybody: they are read when it is told.
    """

    def __init__(self, telling: Telling | None, runner: Runner) -> None:
        self._telling = telling
        self._runner = runner
        self._resting: dict[str, datetime] = {}

    def notify(self, now: datetime) -> None:
        """Begin what was not begun, note what was told, and let rest what was given up."""
        if self._telling is None:
            return
        self._wake(now)
        notices = self._telling.notices
        waiting = [each for each in notices.waiting() if each.id not in self._resting]
        results = self._runner.journal.results(_name(each) for each in waiting[:AT_ONCE])
        for notice in waiting[:AT_ONCE]:
            match results.get(_name(notice)):
                case None:
                    notices.begin(notice)
                    self._begin(notice)
                case str(result) if result == SENT:
                    notices.told(notice, now)
                case str(result) if result != RUNNING:
                    self._resting[notice.id] = now + AGAIN
        ended = self._runner.journal.finished(NOTICE, now)
        left = {_name(each) for each in notices.waiting()}
        self._runner.journal.forget(name for name in ended if name not in left)

    def try_again(self, now: datetime) -> None:
        """Let those that were given up be begun again."""
        ended = self._runner.journal.finished(NOTICE, now)
        self._runner.journal.forget(name for name, result in ended.items() if result != SENT)

    def body(self, sending: Sending) -> Callable[[str, str], str]:
        """The work of a notice."""

        def tell(name: str, content: str) -> str:
            screening, what, number = content.split("\n")
            notice = Notice(screening, what, int(number))

            return sending.call(CHANNEL, name, partial(self._tell, notice))

        return tell

    def _tell(self, notice: Notice) -> None:
        if self._telling is None:
            raise Undeliverable("no webhook is set any more")
        body = self._telling.body_of(notice)
        if body is not None:
            self._telling.hook.tell(notice.id, body)

    def _wake(self, now: datetime) -> None:
        rested = [name for name, until in self._resting.items() if until <= now]
        for name in rested:
            del self._resting[name]
        self._runner.journal.forget(f"{NOTICE} {name}" for name in rested)

    def _begin(self, notice: Notice) -> None:
        content = f"{notice.screening}\n{notice.what}\n{notice.number}"
        # What happened in one screening is told in its order.
        lane = f"{NOTICE} {notice.screening}"
        self._runner.begin(Work(NOTICE, lane, _name(notice), content), lambda: False)


def _name(notice: Notice) -> str:
    return f"{NOTICE} {notice.id}"
