"""One message in, one reply out, made of blocks that every channel can draw.

Blocks hold plain text; each channel's renderer escapes it. A button says its `typed` text when it
is pressed, so that everything a button does can be typed.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from bot.core.roles import Audience

CLOCK = "clock:"
"""How the ids of messages begin that nobody said: what is done by the clock is kept as such."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a chat is reached later: its channel's name, and the channel's own address for it."""

    channel: str
    address: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message from one person.

    `id` is the platform's own event id: the same id is the same message. `conversation` names the
    chat (a DM, a thread, a link), `person` who wrote, `audience` what that person may see, `at` the
    time in UTC. `role` and `screening` are set where the place already says which one is meant.
    `private` is false where others read along: no screening is held there. `files` counts the
    files that came with it, which are not opened. `origin` is None where a person comes back to
    read, as on a web page. `name` is what the platform calls the person, "" where it does not say.
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
    """One criterion of a fit summary: its rating in words, the quotes, why, and what is open."""

    criterion: str
    kind: str
    words: str
    level: int | None
    quotes: tuple[str, ...]
    reasons: tuple[str, ...]
    line: int


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


Block = Heading | Text | Items | Pairs | Quote | Sources | Assessed | Choices | Link | Aside


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


def plain(blocks: tuple[Block, ...]) -> str:
    """The blocks as plain text: what a notification shows and a screen reader reads."""
    return "\n".join(text for block in blocks if (text := _plain(block)))


def _plain(block: Block) -> str:
    match block:
        case Heading(text) | Text(text) | Aside(text):
            return text
        case Items(items, numbered):
            return "\n".join(
                f"{number}. {item}" if numbered else f"- {item}"
                for number, item in enumerate(items, 1)
            )
        case Pairs(rows):
            return "\n".join(f"{name}: {value}" for name, value in rows)
        case Quote(text, by):
            return f"“{text}”" + (f" ({by})" if by else "")
        case Link(label, url):
            return f"{label}: {url}"
        case Sources() | Assessed() | Choices():
            return _plain_of_rich(block)
        case _:
            assert_never(block)


def _plain_of_rich(block: Sources | Assessed | Choices) -> str:
    match block:
        case Sources(citations):
            return "\n".join(f"[{one}]" for one in sources(citations))
        case Assessed():
            quotes = "".join(f"\n  “{quote}”" for quote in block.quotes)
            reasons = "".join(f"\n  {reason}" for reason in block.reasons)
            return f"{block.criterion}: {block.words}{quotes}{reasons}"
        case Choices(choices):
            return "Say: " + " · ".join(f"“{choice.typed}”" for choice in choices)
        case _:
            assert_never(block)


def sources(citations: tuple[Citation, ...]) -> tuple[str, ...]:
    """Citations as people read them, one text for each section: its lines, and brief or author."""
    lines: dict[tuple[str, str], list[int]] = {}
    for citation in citations:
        by = citation.author or f"brief {citation.version}"
        lines.setdefault((citation.section, by), []).append(citation.line)
    return tuple(
        f"{section}{_lines(sorted(set(numbers)))} · {by}"
        for (section, by), numbers in lines.items()
    )


def _lines(numbers: list[int]) -> str:
    """ ", line 6", ", lines 6-8" or ", lines 6, 9"; "" where there is no line."""
    known = [number for number in numbers if number]
    if len(known) < 2:
        return f", line {known[0]}" if known else ""
    if known[-1] - known[0] == len(known) - 1:
        return f", lines {known[0]}–{known[-1]}"
    return f", lines {', '.join(map(str, known))}"


def source(citation: Citation) -> str:
    """One citation as people read it."""
    return sources((citation,))[0]
