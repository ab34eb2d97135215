"""A desk with a clock that the test turns: the real bot, one candidate, and whoever hires."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.bot import Bot
from bot.core.clock.policy import Policy
from bot.core.messages import Incoming, Origin, Post, Reply
from bot.core.plain import plain
from bot.core.roles import Audience
from bot.core.screening.events import Event
from bot.dialogues.by_the_clock.clock import Clock
from bot.ports import Agenda, Inbox, Ports
from bot.storage.store import Store
from tests.ports import ports_on
from tests.recruiting.office import CANDIDATE, KEEPER, KEEPER_BRIEF, token_of

MONDAY = datetime(2027, 3, 1, 10, tzinfo=UTC)
CHAT = "slack:T0:D-ottoline"
ORIGIN = Origin("chat", (("channel", "D-ottoline"),))
POLICY = Policy(retention_days=30)
_messages = count(1)


def later(days: float = 0, hours: float = 0) -> datetime:
    """A moment after Monday, ten o'clock."""
    return MONDAY + timedelta(days=days, hours=hours)


class Desk:
    """One program on a store. Several desks on one database are several programs."""

    def __init__(self, store: Store, policy: Policy = POLICY, alerted: bool = True) -> None:
        self.store = store
        self.ports: Ports = replace(
            ports_on(store, count(1)), policies=lambda _: policy, alerts=lambda _: alerted
        )
        self.bot = Bot(self.ports)
        self.clock = self.clock_with(store.agenda)

    def clock_with(self, agenda: Agenda, inbox: Inbox | None = None) -> Clock:
        """A clock that reads or keeps elsewhere."""
        ports = replace(self.ports, inbox=inbox or self.ports.inbox)
        return Clock(ports, agenda, self.store.holds)

    def open(self) -> None:
        """Take the role in and sign its questions off."""
        self.store.roles.put(KEEPER, "keeper.md", KEEPER_BRIEF, MONDAY)
        self.team("approve the kit")

    def team(self, text: str, at: datetime = MONDAY) -> Reply:
        """What a recruiter is told."""
        return self._said("team", "U-ria", Audience.TEAM, text, at)

    def candidate(
        self, text: str, at: datetime = MONDAY, origin: Origin | None = ORIGIN, chat: str = CHAT
    ) -> str:
        """What the candidate is told, as plain text."""
        reply = self._said(chat, "U-o", Audience.CANDIDATE, text, at, origin)
        return plain(reply.blocks)

    def invited(self, *said: str, origin: Origin | None = ORIGIN, chat: str = CHAT) -> str:
        """Invite a candidate who says this on Monday; the screening's id."""
        token = token_of(self.team(f"invite {CANDIDATE}"))
        for text in (f"start {token}", *said):
            self.candidate(text, origin=origin, chat=chat)
        return self.store.conversations.get(chat).screening

    def log(self, screening: str) -> list[Event]:
        """The screening's events."""
        return list(self.store.screenings.events(screening))

    def posts(self, to_candidate: bool) -> list[Post]:
        """What waits to be sent, to the candidate or to the team."""
        waiting = self.store.outbox.undelivered()
        return [post for post in waiting if bool(post.conversation) is to_candidate]

    def _said(
        self,
        chat: str,
        person: str,
        audience: Audience,
        text: str,
        at: datetime,
        origin: Origin | None = None,
    ) -> Reply:
        name = f"m-{next(_messages)}"
        return self.bot.handle(
            Incoming(name, chat, person, audience, text, at, role=KEEPER, origin=origin)
        )
