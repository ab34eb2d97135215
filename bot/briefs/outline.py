"""A Markdown document as a flat outline: headings and pieces of text, each with its line."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from bot.briefs.layout import as_markdown, labelled
from bot.core.roles import PassageKind
from retrieval.splitting import sentences


@dataclass(frozen=True, slots=True)
class Title:
    """A heading: `level` 1 to 6 as in HTML; 7 and more for the labels of lists."""

    text: str
    level: int
    line: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One passage's worth of text. `label` is the name in front of "name: value", or "".

    `cells` are a table row's cells with their column headings: ((heading, cell), …).
    """

    kind: PassageKind
    text: str
    line: int
    label: str = ""
    cells: tuple[tuple[str, str], ...] = ()


Entry = Title | Piece

_LABEL = re.compile(r"^([\w(][^:|]{0,44}?):\s+(\S.*)$", re.DOTALL)
_BARE_LABEL = re.compile(r"^([\w(][^:]{0,60}):$")
LABEL_LEVEL = 7


def outline(markdown: str) -> tuple[Entry, ...]:
    """The document's headings and passages in order; lines count from 1 in the text as given."""
    text = as_markdown(markdown)
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").use(front_matter_plugin)
    return tuple(_Walk(parser.parse(text), text.split("\n")).entries())


class _Walk:
    """Walks the tokens once, knowing in which list and table it is."""

    def __init__(self, tokens: list[Token], lines: list[str]) -> None:
        self._tokens = tokens
        self._lines = lines
        self._depth = 0
        self._header: list[str] = []
        self._draws: dict[str, Callable[[int], Iterator[Entry]]] = {
            "front_matter": self._front_matter,
            "heading_open": self._heading,
            "paragraph_open": self._paragraph,
            "tr_open": self._table_row,
            "fence": self._code,
            "code_block": self._code,
        }

    def entries(self) -> Iterator[Entry]:
        """The entries, in the document's order."""
        for position, token in enumerate(self._tokens):
            self._enter(position, token)
            draw = self._draws.get(token.type)
            if draw is not None:
                yield from draw(position)

    def _enter(self, position: int, token: Token) -> None:
        """Keep track of the lists and the table that are open."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._depth += 1
            case "bullet_list_close" | "ordered_list_close":
                self._depth -= 1
            case "thead_open":
                self._header = self._row(position + 1)

    def _line(self, token: Token) -> int:
        return (token.map[0] if token.map else 0) + 1

    def _words(self, position: int) -> str:
        return _inline(self._tokens[position])

    def _heading(self, position: int) -> Iterator[Entry]:
        token = self._tokens[position]
        yield Title(self._words(position + 1), int(token.tag[1]), self._line(token))

    def _front_matter(self, position: int) -> Iterator[Entry]:
        token = self._tokens[position]
        for offset, line in enumerate(token.content.split("\n")):
            found = _LABEL.match(line.strip())
            if found:
                where = self._line(token) + 1 + offset
                yield Piece(PassageKind.FACT, line.strip(), where, found[1].strip())

    def _paragraph(self, position: int) -> Iterator[Entry]:
        """A paragraph as labelled lines where it has them, as sentences where it is prose."""
        first = self._line(self._tokens[position])
        lines = _inline(self._tokens[position + 1]).split("\n")
        in_list = self._depth > 0
        if in_list and self._has_children(position):
            yield from self._parent(lines, first)
            return
        if in_list:
            yield _piece(PassageKind.ITEM, " ".join(lines), first)
            return
        for run, start in _runs(lines):
            if len(run) == 1 and labelled(run[0]):
                yield from _labelled_line(run[0], first + start)
            else:
                yield from _prose(run, first + start)

    def _parent(self, lines: list[str], line: int) -> Iterator[Entry]:
        """An item over a nested list: a short one is the label of what is under it."""
        text = " ".join(lines)
        if len(text.split()) > 5:
            yield _piece(PassageKind.ITEM, text, line)
        else:
            yield Title(text.rstrip(":"), LABEL_LEVEL + self._depth, line)

    def _has_children(self, position: int) -> bool:
        after = self._tokens[position + 3] if position + 3 < len(self._tokens) else None
        return after is not None and after.type in ("bullet_list_open", "ordered_list_open")

    def _row(self, position: int) -> list[str]:
        cells: list[str] = []
        while self._tokens[position].type != "tr_close":
            if self._tokens[position].type == "inline":
                cells.append(_inline(self._tokens[position]).strip())
            position += 1
        return cells

    def _table_row(self, position: int) -> Iterator[Entry]:
        cells = self._row(position)
        if not any(cells) or self._tokens[position - 1].type == "thead_open":
            return
        named = tuple(zip(self._header, cells, strict=False))
        yield Piece(
            PassageKind.ROW, _row_text(named), self._line(self._tokens[position]), cells[0], named
        )

    def _code(self, position: int) -> Iterator[Entry]:
        """Indented text is code to Markdown, but in a brief it is text that somebody indented."""
        token = self._tokens[position]
        first = self._line(token) + (1 if token.type == "fence" else 0)
        for offset, line in enumerate(token.content.split("\n")):
            if line.strip():
                text = re.sub(r"^\s*[-*+]\s+", "", line).strip()
                yield _piece(PassageKind.ITEM, text, first + offset)


def _inline(token: Token) -> str:
    """The words of an inline token, without markup; a line of the source stays a line."""
    parts: list[str] = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type in ("text", "code_inline", "html_inline") or child.type == "image":
            parts.append(child.content)
    return "".join(parts)


def _runs(lines: list[str]) -> Iterator[tuple[list[str], int]]:
    """Labelled lines one by one, other lines together; each with its offset."""
    run: list[str] = []
    start = 0
    for offset, line in enumerate(lines):
        if labelled(line):
            if run:
                yield run, start
            yield [line], offset
            run = []
            start = offset + 1
        else:
            if not run:
                start = offset
            run.append(line)
    if run:
        yield run, start


def _labelled_line(line: str, number: int) -> Iterator[Entry]:
    bare = _BARE_LABEL.match(line.strip())
    if bare:
        yield Title(bare[1], LABEL_LEVEL, number)
        return
    label = line.partition(":")[0]
    if _is_sentence(label):
        yield from _prose([line], number)
        return
    yield Piece(PassageKind.FACT, line.strip(), number, label.strip())


def _is_sentence(label: str) -> bool:
    """ "We pay three things: …" is prose, "Start date: …" a label."""
    return len(label.split()) > 6 or ". " in label


def _prose(lines: list[str], first: int) -> Iterator[Entry]:
    text = "\n".join(lines)
    for sentence in sentences(text):
        words = text[sentence.start : sentence.end]
        if words.strip():
            line = first + text.count("\n", 0, sentence.start)
            yield Piece(PassageKind.PARAGRAPH, " ".join(words.split()), line)


def _piece(kind: PassageKind, text: str, line: int) -> Piece:
    text = " ".join(text.split())
    found = _LABEL.match(text)
    label = found[1].strip() if found and not _is_sentence(found[1]) else ""
    return Piece(kind, text, line, label)


def _row_text(named: tuple[tuple[str, str], ...]) -> str:
    """A row as a line: "first: second", further cells with their column's heading."""
    cells = [(heading, cell) for heading, cell in named if cell]
    if len(cells) == 1:
        return cells[0][1]
    first, second, *rest = cells
    if _is_bare_number(first[1]):
        return "; ".join(f"{heading} {cell}" for heading, cell in cells)
    more = "".join(f"; {heading.lower()}: {cell}" for heading, cell in rest)
    return f"{first[1]}: {second[1]}{more}"


def _is_bare_number(cell: str) -> bool:
    return cell.replace(".", "").replace(",", "").isdigit()
