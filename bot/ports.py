"""What the bot needs from outside, in its own words; each port has one contract test."""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.core.answers import Answer
from bot.core.brief_changes import BriefChange, Draft
from bot.core.due import Course
from bot.core.errors import FileNotFetched
from bot.core.events import (
    Event,
    Invited,
)
from bot.core.feedback import GiveFeedback, KeepTrace, Trace
from bot.core.hiring_changes import ChooseChannels, ChooseTeam
from bot.core.kit_edits import Edits
from bot.core.kits import Kit
from bot.core.messages import Attachment, Block, Incoming, Origin, Post, Reply
from bot.core.policy import Policy, usual
from bot.core.question_changes import AskTeam, Publish, Retract, Told
from bot.core.questions import Question
from bot.core.ratings import Rating
from bot.core.roles import Criterion, Role
from bot.core.screening import Screening

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

    def state(self, screening: str) -> Screening:
        """The screening as its log makes it; `number` is 0 where there is none.

        What it costs does not grow with the log. Raises BrokenLog where it does not hold together.
        """
        ...

    def entries(self, role: str = "", newest: int = 0) -> tuple[Entry, ...]:
        """The screenings of a role (of all roles with ""), oldest first.

        With `newest`, only that many of the newest: there can be a hundred thousand.
        """
        ...

    def named(self, names: Collection[str]) -> tuple[Entry, ...]:
        """The screenings with one of these ids, pseudonyms or codes (“7F3”), oldest first.

        Several roles can have the same code.
        """
        ...

    def by_token(self, token: str, at: datetime) -> str | None:
        """The screening this invitation opens: begun in time, it opens as long as it is kept."""
        ...


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is remembered of a chat: its role and screening, the last questions, a pending step.

    `questions` are the person's last questions about the role, oldest first. `pending` names a
    step that waits for one more word ("withdraw", "erase", "change q2"). `draft` is an answer that
    is being written in several messages, "" before the first of them; None where none is.
    """

    id: str
    role: str = ""
    screening: str = ""
    questions: tuple[str, ...] = ()
    pending: str = ""
    draft: str | None = None


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


class HiringChannels(Protocol):
    """Where each role's fit summaries and questions for the team go."""

    def of(self, role: str) -> tuple[str, ...]:
        """The role's channels, as in `slack:C0123`; none where only the web page shows them."""
        ...

    def choice(self, role: str) -> ChooseChannels | None:
        """What a recruiter chose for the role; None where the settings decide."""
        ...

    def by_settings(self, role: str) -> tuple[str, ...]:
        """The channels that the settings say, whatever was chosen."""
        ...


Members = Callable[[str], tuple[str, ...] | None]
"""The people and groups who work on a role; None where every recruiter does."""


class RoleTeams(Protocol):
    """Who of the team works on which role."""

    def members(self) -> Members:
        """Who works on each role, as it is now: read once, for however many roles are looked at."""
        ...

    def belongs(self, person: str, name: str) -> bool:
        """Whether a person is, or belongs to, what a name says."""
        ...


class EverybodyWorks:
    """Where every recruiter works on every role."""

    def members(self) -> Members:
        """None, for any role."""
        return lambda _: None

    def belongs(self, person: str, name: str) -> bool:
        """True: nobody is left out."""
        del person, name
        return True


class Drafts(Protocol):
    """The briefs that wait for a yes."""

    def get(self, conversation: str) -> Draft | None:
        """The draft of this chat."""
        ...


class Traces(Protocol):
    """How questions were answered, for feedback on the answers."""

    def named(self, about: str) -> str | None:
        """The message whose answer is named: by the message's id, or by where the answer stands."""
        ...

    def last(self, conversation: str) -> str | None:
        """The newest message of a chat that was answered with a trace."""
        ...


_Made = TypeVar("_Made")


class Recall(Protocol):
    """Keeps in memory what takes long to make of a screening, and never on a disk."""

    def __call__(self, screening: str, of: Hashable, work: Callable[[], _Made]) -> _Made:
        """What `work` makes of `of`, made once while that stays the same, until it is erased."""
        ...


def anew(screening: str, of: Hashable, work: Callable[[], _Made]) -> _Made:
    """Where nothing is kept in memory."""
    del screening, of
    return work()


def untraced(_: Trace) -> None:
    """Where nobody keeps how answers came about."""


def no_files(attachment: Attachment) -> bytes:
    """Where no channel fetches files."""
    raise FileNotFetched(attachment.name, "files cannot be fetched here")


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


@dataclass(frozen=True, slots=True)
class Redraw:
    """Put these blocks in the place of a screening's card, wherever it was posted."""

    screening: str
    blocks: tuple[Block, ...]


Change = (
    Open
    | Append
    | Remember
    | Approve
    | EditKit
    | Erase
    | Redraw
    | AskTeam
    | Publish
    | Retract
    | Told
    | BriefChange
    | ChooseChannels
    | ChooseTeam
    | KeepTrace
    | GiveFeedback
)


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


def unheard(_: Answer) -> None:
    """Where nobody counts the answers."""


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
    erased. `fetch` gets a file's bytes from its channel, at most the size of the largest brief and
    one more, or raises FileNotFetched. `absent` names the hiring channels of a role that the bot
    cannot write in. `mark` gives the keyed hash of a name, in at most 64 characters. `traced` is
    told how each question was answered. `reach` tells where a screening's candidate wrote last,
    None where they never did, and `gives_orders` whether words try to tell the bot what to do.
    `recall` has from memory what was made of a screening before.
    """

    roles: Roles
    kits: Kits
    screenings: Screenings
    conversations: Conversations
    questions: Questions
    drafts: Drafts
    hiring_channels: HiringChannels
    traces: Traces
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
    heard: Callable[[Answer], None] = unheard
    name_of: Callable[[str], str] = lambda _: ""
    page_link: Callable[[str], str] = str
    thread_of: Callable[[str], str | None] = lambda _: None
    fetch: Callable[[Attachment], bytes] = no_files
    absent: Callable[[str], tuple[str, ...]] = lambda _: ()
    mark: Callable[[str], str] = str
    traced: Callable[[Trace], None] = untraced
    role_teams: RoleTeams = field(default_factory=EverybodyWorks)
    reach: Callable[[str], Reach | None] = lambda _: None
    gives_orders: Callable[[str], bool] = lambda _: False
    recall: Recall = anew
