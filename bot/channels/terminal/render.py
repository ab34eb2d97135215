"""Blocks drawn for the terminal: plain text with a little weight, nothing that only colour says."""

from collections.abc import Iterable
from typing import assert_never

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Line

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
    Quote,
    Sources,
    Text,
)
from bot.core.plain import MORE, sources

_MARKS = ("○", "◔", "◑", "◕", "●")
_BESIDE = "–"


def render(blocks: tuple[Block, ...]) -> RenderableType:
    """The blocks, one under the other. Text is never read as markup or control characters."""
    return Group(*(_drawn(block) for block in blocks))


def _drawn(block: Block) -> RenderableType:
    match block:
        case Heading(text):
            return Line(f"\n{shown(text)}", style="bold")
        case Text(text):
            return Line(shown(text))
        case Aside(text):
            return Line(shown(text), style="dim")
        case Quote(text, by):
            said = f"“{shown(text)}”" + (f" ({shown(by)})" if by else "")
            return Padding(Line(said, style="italic"), (0, 0, 0, 2))
        case Link(label, url):
            return Line.assemble(f"{shown(label)}: ", (url, "underline"))
        case File(name):
            return Line(f"  ▤ {shown(name)}")
        case Items() | Pairs() | Sources() | Choices() | Assessed():
            return _drawn_rows(block)
        case _:
            assert_never(block)


def _drawn_rows(block: Items | Pairs | Sources | Choices | Assessed) -> RenderableType:
    match block:
        case Items(items, numbered):
            marks = [f"{n}." if numbered else "•" for n in range(1, len(items) + 1)]
            return _rows(zip(marks, items, strict=True), "")
        case Pairs(rows):
            return _rows(rows, "bold")
        case Sources(citations):
            return Group(*(Line(f"  ↳ {shown(one)}", style="dim") for one in sources(citations)))
        case Choices(choices):
            said = "   ".join(f"[{shown(choice.typed)}]" for choice in choices)
            return Line(f"  {said}", style="cyan")
        case Assessed():
            return _assessed(block)
        case _:
            assert_never(block)


def _rows(rows: Iterable[tuple[str, str]], style: str) -> Table:
    table = Table.grid(padding=(0, 1, 0, 1))
    table.add_column(style=style, vertical="top")
    table.add_column(overflow="fold")
    for mark, text in rows:
        table.add_row(Line(shown(mark)), Line(shown(text)))
    return table


def _assessed(block: Assessed) -> RenderableType:
    mark = _MARKS[block.level] if block.level is not None else _BESIDE
    name = Line.assemble(f"{mark} ", (shown(block.criterion), "bold"))
    named = [name.append(f" · {block.words}")] if block.short else [name, Line(f"  {block.words}")]
    lines: list[RenderableType] = [*named]
    on = MORE if block.goes_on else ""
    lines += [_under(f"“{shown(quote)}”{on}", "italic") for quote in block.quotes]
    lines += [_under(shown(reason), "dim") for reason in block.reasons]
    return Group(*lines)


def _under(text: str, style: str) -> Padding:
    """Words below a criterion, indented in every line."""
    return Padding(Line(text, style=style), (0, 0, 0, 2))


def shown(text: str) -> str:
    """Text without control characters, so that nothing a person wrote can drive the terminal."""
    return "".join(letter for letter in text if letter in "\n\t" or letter.isprintable())
