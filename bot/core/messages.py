"""One message in, one reply out, made of blocks that every channel can draw.

Blocks hold plain text; each channel's renderer escapes it. A button says its `typed` text when it
is pressed, so that everything a button does can be typed.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.core.roles import Audience

CLOCK = "clock:"
"""How the ids of messages begin that nobody said: what is done by the clock is kept as such."""


CARD = ":finished:"
"""What the id of a screening's card has behind the screening's own; the log's number follows."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a chat is reached later: its channel's name, and the channel's own address for it."""

    channel: str
    address: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message, not opened yet.

    `name` and `media_type` ("application/pdf", "" where unknown) are as the sender's program gives
    them, `size` is in bytes, 0 where unknown. `place` is where its channel fetches it from: a
    reference rather than the bytes, so that a message stays small and can be written down.
    """

    name: str
    media_type: str
    size: int
    place: Origin


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message from one person.

    `id` is the platform's own event id: the same id is the same message. `conversation` names the
    chat (a DM, a thread, a link), `person` who wrote, `audience` what that person may see, `at` the
    time in UTC. `role` and `screening` are set where the place already says which one is meant.
    `private` is false where others read along: no screening is held there. `files` counts the
    files that came with it; `attachment` is the first of them where its channel can fetch it, and
    is opened for the team alone, as a brief. `origin` is None where a person comes back to
    read, as on a web page. `name` is what the platform calls the person, "" where it does not say.
    `revises` holds the words of an earlier message that the person edited into `text`, or deleted
    where `text` is "". A platform that does not tell those words tells the earlier message's id in
    `earlier`; this message's own id is then that one, a "~" and more. `about` is set where a thumb
    was pressed: the message whose answer it stands under, or the answer's place. `whispered` is
    true where the reply is shown to this person alone, where others read along. `author` is set
    where the person marked somebody's message as a note: `text` is what that author wrote.
    """

    id: str
    conversation: str
    person: str
    audience: Audience
    text: str
    at: datetime
    role: str = ""
    screening: str = ""
    private: bool = True
    files: int = 0
    origin: Origin | None = None
    name: str = ""
    revises: str = ""
    earlier: str = ""
    about: str = ""
    attachment: Attachment | None = None
    whispered: bool = False
    author: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement comes from: the brief's section, line (from 1) and words."""

    section: str
    line: int
    quote: str
    version: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title."""

    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words in a text of the bot's own that stand for a person, and the person's id.

    The channel that knows the person may show them its own way. Never made from what a person
    wrote, so that nobody can mention anybody.
    """

    words: str
    person: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `numbered` counts from 1."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names and values."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words a person wrote, shown as theirs."""

    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """The citations of what was said above."""

    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Assessed:
    """One criterion of a fit summary: its rating in words, the quotes, why, and what is open.

    With `short` it takes as few lines as it can: name and level in one, a quote in one, without
    kind and line. With `goes_on` the last quote is the beginning of a longer one: “…” is drawn
    behind it, outside its marks.
    """

    criterion: str
    kind: str
    words: str
    level: int | None
    quotes: tuple[str, ...]
    reasons: tuple[str, ...]
    line: int
    short: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its label, and what pressing it says."""

    label: str
    typed: str
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """Buttons, each with a typed equivalent."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link the bot itself made: never one a person wrote."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A small note."""

    text: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to take along: its name, its media type, and all that is in it, as text."""

    name: str
    media_type: str
    text: str


Block = Heading | Text | Items | Pairs | Quote | Sources | Assessed | Choices | Link | Aside | File


@dataclass(frozen=True, slots=True)
class Post:
    """Something for the hiring channel of a role, about one screening.

    `screening` is "" for none, and once it was erased. With a `conversation` it is for that one
    chat alone: sent to its `origin`, or told with the next reply where there is none.
    """

    id: str
    role: str
    screening: str
    at: datetime
    blocks: tuple[Block, ...]
    conversation: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What the person gets back. `posts` go to hiring channels and to other chats."""

    blocks: tuple[Block, ...]
    posts: tuple[Post, ...] = ()
