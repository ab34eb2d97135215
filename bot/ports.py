"""What the bot needs from outside, in its own words; each port has one contract test."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from bot.core.answers import Answer
from bot.core.due import Course
from bot.core.events import (
    Event,
    Invited,
)
from bot.core.kit_edits import Edits
from bot.core.kits import Kit
from bot.core.messages import Incoming, Origin, Post, Reply
from bot.core.policy import Policy, usual
from bot.core.question_changes import AskTeam, Publish, Retract, Told
from bot.core.questions import Question
from bot.core.ratings import Rating
from bot.core.roles import Criterion, Role

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Ranker(Protocol):
    """Tells how near a role's passages are to a question, and what words and texts mean."""

    def likeness(self, role: Role, question: str, history: Sequence[str]) -> "NDArray[np.float64]":
        """How near each of the role's passages is, -1..1, in the role's order.

        `history` holds earlier questions, oldest first. Each number depends on its passage alone.
        """
        ...

    def encode(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Unit vectors of texts, shape (len(texts), dimensions)."""
        ...

    def word_vectors(self, words: Sequence[str]) -> "NDArray[np.float32]":
        """Unit vectors of single words, shape (len(words), dimensions); zeros where unknown."""
        ...

    def passage_vectors(self, role: Role) -> "NDArray[np.float32]":
        """Unit vectors of the role's passages below their headings, in the role's order."""
        ...


class Rater(Protocol):
    """Rates an answer against one criterion. The same words always give the same rating."""

    @property
    def name(self) -> str:
        """The rater's name and version, as stored with each rating."""
        ...

    def rate(self, criterion: Criterion, question: str, answer: str) -> Rating:
        """The rating; every quote in it is an exact span of `answer`."""
        ...


class Phraser(Protocol):
    """Rewrites an extractive answer in one friendlier sentence, or declines with None."""

    def phrase(self, question: str, sentence: str, quotes: Sequence[str]) -> str | None:
        """A sentence that says no more than `quotes` do, checked by code; None to keep it."""
        ...


class Roles(Protocol):
    """The roles that are hired for, each with the team's published answers as passages."""

    def get(self, role: str) -> Role | None:
        """The role with this id, at its present version."""
        ...

    def all(self) -> tuple[Role, ...]:
        """Every role, by title."""
        ...

    def at(self, role: str, version: str) -> Role | None:
        """The role as its brief's version `version` gave it; None where that was not kept."""
        ...


@dataclass(frozen=True, slots=True)
class Approval:
    """Who signed a kit off, and when; `name` is what the platform called them then."""

    role: str
    version: str
    by: str
    at: datetime
    name: str = ""


@dataclass(frozen=True, slots=True)
class KitEdit:
    """One change to a role's kit: what, the version that came of it, by whom, and when.

    `number` counts the role's changes from 1; `source` names the file it was taken from, or is "".
    """

    number: int
    version: str
    what: str
    by: str
    at: datetime
    name: str = ""
    source: str = ""


class Kits(Protocol):
    """The kits that were signed off or used, by version, and what was written over the brief's."""

    def get(self, role: str, version: str) -> Kit | None:
        """The kit with this version."""
        ...

    def approved(self, role: str) -> Approval | None:
        """The newest sign-off for a role."""
        ...

    def edits(self, role: str) -> Edits:
        """What was written over the role's kit and is in force now."""
        ...

    def history(self, role: str) -> tuple[KitEdit, ...]:
        """The changes to a role's kit, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A screening as the team's list shows it, without the candidate's name."""

    id: str
    role: str
    pseudonym: str
    trial: bool
    opened_at: datetime


class Screenings(Protocol):
    """The logs of the screenings."""

    def events(self, screening: str) -> tuple[Event, ...]:
        """The log in order, its hash chain checked; empty where there is no such screening.

        Raises BrokenLog where an event was altered.
        """
        ...

    def entries(self, role: str = "") -> tuple[Entry, ...]:
        """The screenings of a role (of all roles with ""), oldest first."""
        ...

    def by_token(self, token: str, at: datetime) -> str | None:
        """The screening this invitation opens: begun in time, it opens as long as it is kept."""
        ...


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is remembered of a chat: its role and screening, the last questions, a pending step.

    `questions` are the person's last questions about the role, oldest first. `pending` names a
    step that waits for one more word ("withdraw", "erase", "change q2").
    """

    id: str
    role: str = ""
    screening: str = ""
    questions: tuple[str, ...] = ()
    pending: str = ""


class Questions(Protocol):
    """What people asked the hiring team, and what it answered."""

    def of(self, role: str = "") -> tuple[Question, ...]:
        """The questions about a role (about any with ""), by number."""
        ...

    def get(self, number: int) -> Question | None:
        """The question with this number."""
        ...

    def fresh(self) -> int:
        """A number no question has."""
        ...


class Conversations(Protocol):
    """The chats."""

    def get(self, conversation: str) -> Conversation:
        """What is remembered of this chat; a fresh one where nothing is."""
        ...


@dataclass(frozen=True, slots=True)
class Open:
    """Open a screening: its first event, the invitation's token (hashed when kept), its end."""

    screening: str
    invited: Invited
    candidate: str
    token: str
    expires_at: datetime
    kit: Kit


@dataclass(frozen=True, slots=True)
class Append:
    """Append events to a log that has `after` events now."""

    screening: str
    after: int
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Remember:
    """Keep what is known of a chat."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class Approve:
    """Sign a kit off: by whom, when, and what the platform calls them."""

    kit: Kit
    by: str
    at: datetime
    name: str = ""


@dataclass(frozen=True, slots=True)
class EditKit:
    """Change a kit that was changed `after` times before: the edits in force from now on.

    `kit` is what comes of them, `what` says in words what was changed.
    """

    kit: Kit
    edits: Edits
    after: int
    what: str
    by: str
    at: datetime
    name: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Erase:
    """Delete all that a candidate told, what was posted about it included.

    With `unless_held`, one that is under a legal hold by then stays as it is.
    """

    screening: str
    at: datetime
    unless_held: bool = False


Change = Open | Append | Remember | Approve | EditKit | Erase | AskTeam | Publish | Retract | Told


class Inbox(Protocol):
    """Messages that were handled, and the one place where a turn's changes are kept."""

    def reply_to(self, message: str) -> Reply | None:
        """The reply this message got, where it was handled before."""
        ...

    def commit(self, incoming: Incoming, reply: Reply, changes: Sequence[Change]) -> None:
        """Keep reply, posts and changes in one transaction.

        Raises LostRace where the message was handled, or a log or a question grew, in the meantime:
        nothing of the turn is kept then.
        """
        ...


@dataclass(frozen=True, slots=True)
class Exchange:
    """One message that was handled, and its reply."""

    text: str
    at: datetime
    reply: Reply


class Records(Protocol):
    """What was said and posted, for the pages that show it."""

    def transcript(self, conversation: str) -> tuple[Exchange, ...]:
        """A chat's messages and replies, oldest first."""
        ...

    def words(self, message: str) -> str:
        """What a message says after its newest revision; "" where nothing is kept of it.

        A revision's id is the message's, a "~" and more.
        """
        ...

    def posts(self, role: str) -> tuple[Post, ...]:
        """What was posted to a role's hiring channel, oldest first; an erased post says so."""
        ...

    def news(self, conversation: str) -> tuple[Post, ...]:
        """What waits to be told in a chat with its next reply, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class Reach:
    """The chat a candidate wrote in last; `origin` is None where it cannot be written to first."""

    conversation: str
    origin: Origin | None


class Agenda(Protocol):
    """The screenings as the clock sees them, and what was done by it."""

    def open(self) -> tuple[Course, ...]:
        """Those that go on, oldest first."""
        ...

    def ended(self, before: datetime | None = None) -> tuple[Course, ...]:
        """Those that wait for a decision, and those that were over before a moment, oldest first.

        An erased one is in neither list.
        """
        ...

    def roles(self) -> frozenset[str]:
        """The roles that have screenings, also those that were taken out."""
        ...

    def reach(self, screening: str) -> Reach | None:
        """Where its candidate wrote last; None where they never did."""
        ...


@dataclass(frozen=True, slots=True)
class Hold:
    """Keeps a screening out of retention: why, who said so, and when."""

    screening: str
    reason: str
    by: str
    at: datetime


class Holds(Protocol):
    """The legal holds."""

    def all(self) -> tuple[Hold, ...]:
        """Those that are in force, oldest first."""
        ...

    def put(self, hold: Hold) -> bool:
        """Hold a screening; False where it is held already or there is none."""
        ...

    def release(self, screening: str, by: str, at: datetime) -> bool:
        """Let retention go on with it; False where it is not held."""
        ...


class SignIns(Protocol):
    """One-time sign-in links for the team's pages, and the sessions they open."""

    def issue(self, at: datetime) -> str:
        """A new one-time token (only its hash is kept), valid for 15 minutes."""
        ...

    def redeem(self, token: str, at: datetime, name: str) -> str | None:
        """A session's secret for a valid token, once; None for any other.

        `name` is who signs in.
        """
        ...

    def name(self, session: str, at: datetime) -> str | None:
        """Who signed in with this session; None unless it is known and not older than 12 hours.

        "" for a session from before names were asked for.
        """
        ...


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything the bot is given. `new_id` makes unguessable names.

    `token_of` gives a screening's invitation token: the same each time, and as hard to guess.
    `candidate_link` makes the link an invitation's token opens. `phraser` is None without a model.
    `alerts` tells whether a role has a hiring channel that its posts are sent to, `policies` what
    its policy is. `heard` is told of each question about a role that was answered or not, to count
    them. `name_of` gives a candidate's name by the screening, "" where none is known: it is left
    out of what is shown. `page_link` makes the link to one of the team's pages from its path.
    `thread_of` tells which screening's card a chat is the thread of: None for none, "" where it was
    erased.
    """

    roles: Roles
    kits: Kits
    screenings: Screenings
    conversations: Conversations
    questions: Questions
    records: Records
    inbox: Inbox
    ranker: Ranker
    rater: Rater
    phraser: Phraser | None
    new_id: Callable[[], str]
    token_of: Callable[[str], str]
    candidate_link: Callable[[str], str]
    alerts: Callable[[str], bool]
    policies: Callable[[str], Policy] = usual
    heard: Callable[[Answer], None] = lambda _: None
    name_of: Callable[[str], str] = lambda _: ""
    page_link: Callable[[str], str] = str
    thread_of: Callable[[str], str | None] = lambda _: None
