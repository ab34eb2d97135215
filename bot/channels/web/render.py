"""From blocks and values to HTML, through templates that escape everything: pure."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, assert_never
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.channels.web import words
from bot.core.messages import (
    Aside,
    Assessed,
    Block,
    Choices,
    File,
    Heading,
    Items,
    Link,
    Pairs,
    Post,
    Quote,
    Sources,
    Text,
)
from bot.core.plain import source
from bot.ports import Exchange

HERE = Path(__file__).parent
STATIC = HERE / "static"

FOLDED = 800
"""How many characters of a person's message are shown before the rest is folded away."""

FEW_SOURCES = 3
"""Up to so many citations stand in the open; more are folded into one line."""


def page(template: str, **values: object) -> str:
    """A whole page."""
    return _environment().get_template(template).render(**values)


def blocks(
    these: Sequence[Block], *, heading: int = 3, choices: bool = False, chat: str = ""
) -> Markup:
    """Blocks as HTML. Headings start at level `heading`; buttons only where `choices` is true.

    `chat` is the path of the chat that they are said in, where its files are downloaded from.
    """
    drawn = (
        _file(block, chat) if isinstance(block, File) else _block(block, heading, choices)
        for block in these
    )
    return Markup("\n").join(drawn)


def _file(file: File, chat: str) -> Markup:
    return _html(_macros().file(file.name, file_path(chat, file.name)))


_Drawn = Heading | Text | Items | Pairs | Quote | Sources | Assessed | Choices | Link | Aside


def _block(block: _Drawn, heading: int, choices: bool) -> Markup:
    draw = _macros()
    match block:
        case Heading(text):
            return _html(draw.heading(text, heading))
        case Text(text):
            return _html(draw.text(text))
        case Aside(text):
            return _html(draw.aside(text))
        case Quote(text, by):
            return _html(draw.quote(text, by))
        case Items(items, numbered):
            return _html(draw.items(items, numbered))
        case Pairs() | Sources() | Assessed() | Choices() | Link():
            return _rich(block, heading, choices)
        case _:
            assert_never(block)


def _rich(
    block: Pairs | Sources | Assessed | Choices | Link, heading: int, choices: bool
) -> Markup:
    draw = _macros()
    match block:
        case Pairs(rows):
            return _html(draw.pairs(rows))
        case Sources(citations):
            lines = [(source(citation), citation.quote) for citation in citations]
            return _html(draw.sources(lines, len(lines) <= FEW_SOURCES))
        case Assessed():
            return _html(draw.assessed(block, heading + 1))
        case Choices(offered):
            return _html(draw.choices(offered)) if choices else Markup("")
        case Link(label, url):
            # The bot makes its links itself; this holds even if one day somebody else's gets in.
            safe = url.startswith(("https://", "http://", "/"))
            return _html(draw.link(label, url, safe))
        case _:
            assert_never(block)


def file_path(chat: str, name: str) -> str:
    """Where a chat's file is downloaded from; "" outside a chat."""
    return f"{chat}{'&' if '?' in chat else '?'}file={quote(name)}" if chat else ""


def exchange(said: Exchange, *, last: bool, chat: str = "") -> Markup:
    """One message and its reply. Only the last one still offers its buttons."""
    reply = blocks(said.reply.blocks, choices=last, chat=chat)
    return _html(_macros().exchange(said.text, FOLDED, reply, last))


def posts(these: Sequence[Post]) -> Markup:
    """What was posted to a hiring channel, oldest first."""
    return Markup("\n").join(
        _html(_macros().post(post, number, blocks(post.blocks, heading=2)))
        for number, post in enumerate(these, 1)
    )


def drawing(svg: str) -> Markup:
    """A picture the program drew itself, whose words are escaped, as a part of a page."""
    return Markup(svg)  # noqa: S704 - made by bot.core.picture alone


def _html(drawn: str) -> Markup:
    """What a macro drew: already escaped, by the templates' autoescape."""
    return drawn if isinstance(drawn, Markup) else Markup.escape(drawn)


@cache
def _macros() -> Any:
    return _environment().get_template("blocks.html").module


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(words=words, static=static)
    return environment


@cache
def static(name: str) -> str:
    """The path of a static file, with the hash of its content, so that it can be kept for ever."""
    digest = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"
