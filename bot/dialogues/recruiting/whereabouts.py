"""Where the bot can write: kept as the channels tell it, and told to the team where it matters."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.core.errors import LostRace, RolecallError
from bot.core.messages import Origin, Post, Text
from bot.core.roles import Role
from bot.core.wording import whereabouts as words
from bot.dialogues.by_the_clock import unsaid
from bot.ports import Inbox, Roles
from bot.ports.delivery import OPENED_BY_ID, PLACES, Address
from bot.ports.references import Reference, References

FRESH = 60.0
"""For how many seconds a place that was kept is not looked up again."""
MOST = 5000
"""How many places are remembered as fresh."""

_log = logging.getLogger(__name__)
Routes = Callable[[str], tuple[tuple[str, Address], ...]]


@dataclass(frozen=True, slots=True)
class Team:
    """What there is to tell, and to whom: `people` are the recruiters' ids on each channel."""

    roles: Roles
    inbox: Inbox
    routes: Routes
    people: Mapping[str, frozenset[str]]


class Whereabouts:
    """The presence of the bot on its channels. Safe to use from several threads."""

    def __init__(
        self,
        references: References,
        team: Team,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._references = references
        self._team = team
        self._clock = clock
        self._fresh: dict[tuple[str, str], tuple[Reference, float]] = {}
        self._back = threading.Event()

    def reach(self, channel: str, place: str) -> Reference | None:
        """How a place is reached, as it was heard last; None where that is not known."""
        known = self._fresh.get((channel, place))
        if known and self._clock() - known[1] < FRESH:
            return known[0]
        try:
            return self._references.get(channel, place)
        except RolecallError as error:
            _log.warning("the address of a place of %s was not looked up: %s", channel, error)
            return None

    def here(self, reference: Reference) -> None:
        """The bot can write there. What waits for a place that comes back is sent soon."""
        name, now = (reference.channel, reference.place), self._clock()
        known = self._fresh.get(name)
        if known and known[0] == reference and now - known[1] < FRESH:
            return
        try:
            back = self._references.keep(reference, datetime.now(UTC))
        except RolecallError as error:
            _log.warning("a place of %s was not kept: %s", reference.channel, error)
            return
        if len(self._fresh) >= MOST:
            self._fresh.clear()
        self._fresh[name] = (reference, now)
        if back:
            self._back.set()

    def gone(self, channel: str, place: str) -> None:
        """The bot can write there no more; the recruiters whom it concerns are told, once."""
        now = datetime.now(UTC)
        self._fresh.clear()
        try:
            lost = self._references.lose(channel, place, now)
            for each in lost:
                self._tell(channel, each, now)
        except RolecallError as error:
            _log.error("the bot left a place of %s, and that was not kept: %s", channel, error)

    def came_back(self) -> bool:
        """Whether a place that was lost can be written to again, since this was asked last."""
        back = self._back.is_set()
        self._back.clear()
        return back

    def absent(self, role: str) -> tuple[str, ...]:
        """The hiring channels of a role that the bot cannot write in, as people read them."""
        routes = self._team.routes(role)
        away = self._references.absent() if routes else frozenset()
        return tuple(
            words.place(channel, to[PLACES[channel]])
            for channel, to in routes
            if (channel, to[PLACES[channel]]) in away
        )

    def _tell(self, channel: str, place: str, now: datetime) -> None:
        roles = [role for role in self._team.roles.all() if self._goes(role, channel, place)]
        chats = self._chats(channel)
        if not roles or not chats:
            return
        message = unsaid.message(f"absent {channel} {place} {now.isoformat()}", now)
        titles = tuple(role.title for role in roles)
        blocks = (Text(words.absent(words.place(channel, place), titles)), Text(words.MEND))
        posts = tuple(
            Post(
                f"{message.id}:{number}",
                roles[0].id,
                "",
                now,
                blocks,
                f"{channel}:{chat.place}",
                Origin(channel, tuple(sorted(chat.address.items()))),
            )
            for number, chat in enumerate(chats)
        )
        try:
            unsaid.keep(self._team.inbox, message, (), posts)
        except LostRace:
            return  # Another program heard of it in the same moment.

    def _chats(self, channel: str) -> tuple[Reference, ...]:
        """The recruiters' own chats on a channel."""
        people = sorted(self._team.people.get(channel, ()))
        if channel in OPENED_BY_ID:
            at = PLACES[channel]
            return tuple(Reference(channel, one, {at: one}, person=one) for one in people)
        return self._references.chats(channel, people) if people else ()

    def _goes(self, role: Role, channel: str, place: str) -> bool:
        routes = self._team.routes(role.id)
        return any(name == channel and to[PLACES[name]] == place for name, to in routes)
