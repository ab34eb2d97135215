"""In-memory stand-ins for what the web channel is given, each with one simple behaviour."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import count

from starlette.applications import Starlette

from bot.channels.web.app import WebParts, web_app
from bot.channels.web.uploads import Uploads
from bot.core.answering.questions import Question
from bot.core.errors import BrokenLog, UnknownScreening
from bot.core.fit.summary import FitSummary
from bot.core.messages import Block, Choice, Choices, Incoming, Link, Post, Quote, Reply, Text
from bot.core.roles import Audience, Role
from bot.core.screening import dialogue
from bot.core.screening.events import (
    Event,
)
from bot.core.screening.screening import Screening, replayed
from bot.core.team.comparing import Comparison, compared
from bot.core.team.funnel import Funnel, Share
from bot.core.team.hand_over import HandOver, Logged
from bot.core.team.record import record
from bot.core.team.screened import Screened
from bot.core.wording.screening import ERASED
from bot.ports import Entry, Exchange
from bot.ports.delivery import Address

from .sample import (
    ANSWER,
    CANDIDATE,
    INVITED,
    KIT,
    NOW,
    OTHER,
    OTHER_SCREENED,
    PSEUDONYM,
    ROLE,
    SCREENING,
    SHOWN_KIT,
    TOKEN,
    events,
    summary,
)

Said = Callable[[Incoming], tuple[Block, ...]]


FUNNEL = Funnel(
    invited=14,
    started=11,
    finished=8,
    going_on=1,
    minutes=13.5,
    left=(Share("at “Tell me about <costing> & recipes”", 5, 5),),
    unclear=(Share("Tell me about sourdough", 6, 10), Share("Tell me about shifts", None, 9)),
    skipped=(Share("Tell me about sourdough", 0, 10), Share("Tell me about vans", None, None)),
    overridden=(Share("Costing of recipes", None, 8),),
)


@dataclass
class FakeRecords:
    """Keeps transcripts and posts in lists."""

    chats: dict[str, list[Exchange]] = field(default_factory=dict)
    posted: list[Post] = field(default_factory=list)

    def transcript(self, conversation: str) -> tuple[Exchange, ...]:
        return tuple(self.chats.get(conversation, ()))

    def words(self, message: str) -> str:
        return ""

    def posts(self, role: str) -> tuple[Post, ...]:
        return tuple(post for post in self.posted if post.role == role)

    def news(self, conversation: str) -> tuple[Post, ...]:
        return tuple(post for post in self.posted if post.conversation == conversation)


@dataclass
class FakeQuestions:
    """Keeps questions in a list."""

    known: list[Question] = field(default_factory=list)

    def of(self, role: str = "") -> tuple[Question, ...]:
        return tuple(one for one in self.known if role in ("", one.role))

    def get(self, number: int) -> Question | None:
        return next((one for one in self.known if one.number == number), None)

    def fresh(self) -> int:
        return len(self.known) + 1


@dataclass
class FakeScreenings:
    """Knows one screening, behind one token, until it is erased."""

    valid_until: datetime = NOW + timedelta(days=14)
    erased: bool = False
    altered: bool = False
    going_on: bool = False

    def events(self, screening: str) -> tuple[Event, ...]:
        if self.altered:
            raise BrokenLog(screening, 1)
        told = events()[:-1] if self.going_on else events()
        return told if screening == SCREENING and not self.erased else ()

    def state(self, screening: str) -> Screening:
        return replayed(screening, self.events(screening))

    def entries(self, role: str = "", newest: int = 0) -> tuple[Entry, ...]:
        known = not self.erased and role in ("", ROLE.id)
        return (Entry(SCREENING, ROLE.id, PSEUDONYM, False, NOW),) if known else ()

    def named(self, names: Collection[str]) -> tuple[Entry, ...]:
        return self.entries() if {SCREENING, PSEUDONYM} & {*names} else ()

    def by_token(self, token: str, at: datetime) -> str | None:
        alive = token == TOKEN and at < self.valid_until and not self.erased
        return SCREENING if alive else None


@dataclass
class FakeTurns:
    """Answers with fixed blocks; the same message id has one effect, as with the real one."""

    records: FakeRecords
    screenings: FakeScreenings
    say: Said
    replies: dict[str, Reply] = field(default_factory=dict)
    taken: list[Incoming] = field(default_factory=list)
    failing: Exception | None = None

    def take(self, incoming: Incoming) -> Reply:
        if self.failing:
            raise self.failing
        if incoming.id in self.replies:
            return self.replies[incoming.id]
        self.taken.append(incoming)
        reply = Reply(self.say(incoming))
        self.replies[incoming.id] = reply
        chat = self.records.chats.setdefault(incoming.conversation, [])
        chat.append(Exchange(incoming.text, incoming.at, reply))
        if incoming.text == "erase my data":
            self.screenings.erased = True
            chat.clear()
        return reply

    def submit(self, channel: str, incoming: Incoming, address: Address) -> None:
        raise NotImplementedError(f"the web channel answers at once: {channel} {address}")


@dataclass
class FakeRoles:
    """Two roles."""

    known: tuple[Role, ...] = (ROLE, OTHER)

    def get(self, role: str) -> Role | None:
        return next((known for known in self.known if known.id == role), None)

    def all(self) -> tuple[Role, ...]:
        return self.known

    def at(self, role: str, version: str) -> Role | None:
        found = self.get(role)
        return found if found and found.version == version else None


@dataclass
class FakeSignIns:
    """Keeps hashes, as the real one does."""

    waiting: dict[str, datetime] = field(default_factory=dict)
    sessions: dict[str, tuple[datetime, str]] = field(default_factory=dict)
    number: int = 0

    def issue(self, at: datetime) -> str:
        self.number += 1
        token = f"one-time-{self.number}"
        self.waiting[_hashed(token)] = at
        return token

    def redeem(self, token: str, at: datetime, name: str) -> str | None:
        issued = self.waiting.pop(_hashed(token), None)
        if issued is None or at - issued > timedelta(minutes=15):
            return None
        secret = f"secret-{self.number}"
        self.sessions[_hashed(secret)] = (at, name)
        return secret

    def name(self, session: str, at: datetime) -> str | None:
        known = self.sessions.get(_hashed(session))
        return known[1] if known and at - known[0] <= timedelta(hours=12) else None


def _hashed(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def fixed(incoming: Incoming) -> tuple[Block, ...]:
    """What the fake bot says: the real words of the core where that is one call."""
    if incoming.audience is Audience.CANDIDATE:
        return _to_candidate(incoming.text)
    if incoming.text == "show the kit":
        return SHOWN_KIT
    return INVITED if incoming.text.startswith("invite") else ANSWER


def _to_candidate(text: str) -> tuple[Block, ...]:
    if text == "erase my data":
        return (Text(ERASED),)
    if not text:
        return dialogue.next_blocks(KIT, Screening(SCREENING))
    question = f"Question 1 of {len(KIT.questions)}. {KIT.questions[0].text}"
    return (
        Text("Thank you. Here we go."),
        Text(question),
        Choices((Choice("Skip", "skip"), Choice("Pause", "pause"))),
    )


def echo(said: Incoming) -> tuple[Block, ...]:
    """Says again what was said."""
    return (Text(f"You said {len(said.text)} characters."), Quote(said.text, "you"))


@dataclass
class World:
    """The fakes together, and the application over them."""

    loopback: bool = False
    funnel: Funnel = FUNNEL
    now: datetime = NOW
    records: FakeRecords = field(default_factory=FakeRecords)
    questions: FakeQuestions = field(default_factory=FakeQuestions)
    screenings: FakeScreenings = field(default_factory=FakeScreenings)
    roles: FakeRoles = field(default_factory=FakeRoles)
    sign_ins: FakeSignIns = field(default_factory=FakeSignIns)
    say: Said = fixed
    show: Callable[[], FitSummary] = summary
    known: Screened | None = None
    others: Sequence[Screened] = (OTHER_SCREENED,)
    uploads: Uploads = field(default_factory=Uploads)

    def __post_init__(self) -> None:
        self.turns = FakeTurns(self.records, self.screenings, self._answer)
        self._ids = count(1)

    def app(self) -> Starlette:
        return web_app(
            WebParts(
                turns=self.turns,
                roles=self.roles,
                screenings=self.screenings,
                records=self.records,
                questions=self.questions,
                sign_ins=self.sign_ins,
                screened=lambda screening, person: self.screened(screening),
                ask=self._ask,
                compare=self._compare,
                funnel=lambda role: self.funnel,
                hand_over=self._hand_over,
                clock=lambda: self.now,
                new_id=lambda: f"id-{next(self._ids)}",
                loopback=self.loopback,
                uploads=self.uploads,
            )
        )

    def _answer(self, said: Incoming) -> tuple[Block, ...]:
        return self.say(said)

    def _hand_over(self, screening: str) -> HandOver:
        found = self.screened(screening)
        log = (Logged(1, "invited", "{}", "0" * 64, "a" * 64),)
        return HandOver(found.summary, "finished", found.record, events(), log)

    def screened(self, screening: str) -> Screened:
        if screening != SCREENING or self.screenings.erased:
            raise UnknownScreening(screening)
        return self.known or Screened(self.show(), record(KIT, events()), CANDIDATE)

    def _ask(self, screening: str, question: str, person: str) -> tuple[Block, ...]:
        quote = Quote(self.screened(screening).summary.assessments[0].rating.quotes[0], question)
        return (quote, Link("Where it was said", f"/screenings/{screening}/record#q1-81"))

    def _compare(self, role: str, named: Sequence[str], on: str, person: str) -> Comparison | None:
        if role != ROLE.id or self.screenings.erased:
            return None
        found = compared([self.screened(SCREENING), *self.others], left_out=1)
        return found.only(at for at, row in enumerate(found.rows) if on in row.criterion.text)
