"""Delivers the outbox: every post on its role's routes or to its one chat; marks what arrived."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import chain
from typing import Protocol

from bot.core.messages import Post
from bot.turns.journal import RUNNING, Work
from bot.turns.letters import Parcel, parcel, parcels
from bot.turns.routing import Routes
from bot.turns.runner import Runner
from bot.turns.sending import SENT, Outgoing, Sending

DELIVERY = "delivery"
"""The kind of work a delivery is."""
_KEPT = timedelta(minutes=1)
"""How long a delivery stays in the journal, so that a program that read the outbox before the post
was marked does not deliver it again."""
_log = logging.getLogger(__name__)


class Outbox(Protocol):
    """The posts, and which of them still wait to be delivered."""

    def post(self, post: str) -> Post | None:
        """The post with this id; None where there is none any more."""
        ...

    def undelivered(self) -> tuple[Post, ...]:
        """What was not delivered yet, oldest first."""
        ...

    def mark_delivered(self, post: str, at: datetime) -> bool:
        """Note that a post was delivered; True the first time."""
        ...


class Posting:
    """Each route of a post is durable work of its own, so that one that fails holds up no other.

    A post whose delivery was given up stays in the outbox: the next start tries those routes again
    that it did not reach, and so does whoever gives its role another route.
    """

    def __init__(self, outbox: Outbox, routes: Routes, runner: Runner) -> None:
        self._outbox = outbox
        self._routes = routes
        self._runner = runner
        self._given_up: dict[str, frozenset[str]] = {}
        """The posts that were given up, with the names of the work that each was then."""

    def deliver(self, now: datetime) -> None:
        """Begin what was not begun, mark what has arrived, and forget what is done."""
        waiting = {post.id: self._parts(post) for post in self._outbox.undelivered()}
        for post, parts in waiting.items():
            if self._given_up.get(post) != _names(parts):
                self._see_to(post, parts, now)
        self._forget(_names(chain(*waiting.values())), now)

    def try_again(self, now: datetime) -> None:
        """Let routes that were given up be begun again."""
        self._given_up.clear()
        ended = self._runner.journal.finished(DELIVERY, now)
        self._runner.journal.forget(name for name, result in ended.items() if result != SENT)

    def body(self, sending: Sending) -> Callable[[str, str], str]:
        """The work of a delivery."""

        def deliver(name: str, content: str) -> str:
            part = parcel(content)
            post = self._outbox.post(part.post)
            if post is None or not post.blocks:
                return SENT  # It was erased meanwhile.
            # What is for one chat alone is not noted: its place would name the person.
            origin = "" if post.conversation else post.id
            again = self._runner.journal.taken_up()
            sent = Outgoing(part.channel, part.address, name, post.blocks, origin, again)
            return sending.send(sent)

        return deliver

    def _see_to(self, post: str, parts: tuple[Parcel, ...], now: datetime) -> None:
        results = self._runner.journal.results(part.name for part in parts)
        for part in parts:
            if part.name not in results:
                self._begin(part)
        came = [results.get(part.name, RUNNING) for part in parts]
        if all(result == SENT for result in came):
            self._given_up.pop(post, None)
            self._outbox.mark_delivered(post, now)
        elif RUNNING not in came:
            self._given_up[post] = _names(parts)

    def _begin(self, part: Parcel) -> None:
        work = Work(DELIVERY, part.lane, part.name, part.written())
        self._runner.begin(work, lambda: False)

    def _forget(self, needed: frozenset[str], now: datetime) -> None:
        ended = self._runner.journal.finished(DELIVERY, now - _KEPT)
        done = {name for name, result in ended.items() if result == SENT}
        self._runner.journal.forget(done - needed)

    def _parts(self, post: Post) -> tuple[Parcel, ...]:
        if post.origin:
            return parcels(post.id, ((post.origin.channel, dict(post.origin.address)),))
        return parcels(post.id, self._routes(post.role))


def _names(parts: Iterable[Parcel]) -> frozenset[str]:
    return frozenset(part.name for part in parts)
