"""A reply's blocks drawn for Slack.

Everything is `rich_text`, `plain_text` or a button, never `mrkdwn`: in `mrkdwn` the signs for bold,
code or a quote cannot be escaped, and addresses become links by themselves. A text element of
`rich_text` shows its characters as they are (so it is not escaped: `&lt;` would be seen as that);
`plain_text` and the notification's text know no formatting once `&`, `<` and `>` are escaped. So
no words of a candidate or a brief can ping, link or format. Only where the bot itself names a
person (`Text.mentions`) does a member stand for the words.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import assert_never

from bot.channels.slack.elements import (
    button,
    is_button,
    plain_text,
    quoted,
    rich,
    section,
    words,
)
from bot.channels.slack.pieces import BlockKit, Message, Piece, grouped, packed
from bot.channels.slack.rows import rows_of_requirements
from bot.channels.slack.text import clean, cut, width
from bot.core.messages import (
    Aside,
    Assessed,
    Block,
    Choice,
    Choices,
    Citation,
    File,
    Heading,
    Items,
    Link,
    Mention,
    Pairs,
    Quote,
    Sources,
    Text,
)
from bot.core.plain import plain, source
from bot.core.screening.dialogue import SEND
from bot.core.wording import forms

SECTION = 3_000
HEADER = 150
CONTEXT_ELEMENTS = 10
ROWS = 40
BUTTONS = 25

_MEMBER = re.compile(r"slack:[^:]+:[UW][A-Z0-9]+")
"""A person's id, as `parse` writes it."""

CORRECT = Choice(forms.CORRECT, "correct my answers")
_Row = tuple[int, str, str]
"""A line of a list: its number, what is bold in it, and the rest."""


def rendered(blocks: Sequence[Block]) -> tuple[Message, ...]:
    """The blocks as Slack messages, each within Slack's limits; none where nothing is to be said.

    A quote is cut only where it alone is longer than a block may be.
    """
    said = "\n".join(plain((block,)) for block in blocks if not isinstance(block, Sources))
    return packed(piece for piece in _pieces(blocks, said) if piece.text.strip())


def _pieces(blocks: Sequence[Block], said: str) -> Iterator[Piece]:
    """The pieces of all blocks; requirements in few lines stand close together."""
    for rows, some in groupby(blocks, lambda block: isinstance(block, Assessed) and block.short):
        these = tuple(some)
        if rows:
            yield from rows_of_requirements([b for b in these if isinstance(b, Assessed)])
        else:
            yield from (piece for block in these for piece in _drawn(block, said))


def _drawn(block: Block, said: str) -> Iterator[Piece]:
    """The pieces of one block; `said` is all that the reply says beside its sources."""
    match block:
        case Heading(text):
            return _heading(clean(text))
        case Text(text, mentions):
            return _mentioning(clean(text), mentions) if mentions else _paragraph(clean(text))
        case Items(items, numbered):
            rows = [(number, "", clean(item)) for number, item in enumerate(items, 1)]
            return _list(rows, "ordered" if numbered else "bullet")
        case Pairs(pairs):
            rows = [(n, f"{clean(name)}: ", clean(value)) for n, (name, value) in enumerate(pairs)]
            return _list(rows, "bullet")
        case Quote(text, by):
            return _quote(clean(text), clean(by))
        case Aside(text):
            return _small(cut(clean(text), SECTION))
        case Sources() | Assessed() | Choices() | Link() | File():
            return _drawn_rich(block, said)
        case _:
            assert_never(block)


def _drawn_rich(block: Sources | Assessed | Choices | Link | File, said: str) -> Iterator[Piece]:
    match block:
        case Sources(citations):
            lines = (line for citation in citations for line in _source(citation, said))
            return _small(tuple(lines))
        case Assessed():
            return _assessed(block)
        case Choices(choices):
            return _buttons(choices)
        case Link(label, url):
            return _link(clean(label), clean(url))
        case File(name):
            return _small((f"▤ {clean(name)}",))
        case _:
            assert_never(block)


def _heading(text: str) -> Iterator[Piece]:
    line = " ".join(text.split())
    if line and width(line) <= HEADER:
        yield Piece({"type": "header", "text": plain_text(line)}, line)
    else:
        yield from _paragraph(text, bold=True)


def _paragraph(text: str, bold: bool = False) -> Iterator[Piece]:
    for part in cut(text, SECTION):
        yield Piece(rich(section(words(part, bold=bold))), part)


def _mentioning(text: str, mentions: Sequence[Mention]) -> Iterator[Piece]:
    """A paragraph of the bot's own words in which Slack shows its members as it does elsewhere."""
    known = {clean(each.words): each.person for each in mentions if _MEMBER.fullmatch(each.person)}
    if not known or width(text) > SECTION:
        yield from _paragraph(text)
        return
    parts = re.split(f"({'|'.join(map(re.escape, known))})", text)
    members = {said: {"type": "user", "user_id": who.split(":")[2]} for said, who in known.items()}
    shown = [members.get(part) or words(part) for part in parts if part]
    yield Piece(rich(section(*shown)), text)


def _quote(text: str, by: str) -> Iterator[Piece]:
    parts = cut(text, SECTION)
    for number, part in enumerate(parts, 1):
        named = by if number == len(parts) else ""
        under = (section(words(f"— {named}", italic=True)),) if named else ()
        shown = f"“{part}”" + (f" ({named})" if named else "")
        yield Piece(rich(quoted(part), *under), shown if part.strip() else "")


def _list(rows: Sequence[_Row], style: str) -> Iterator[Piece]:
    for group in grouped(_rows(rows), lambda row: width(row[1] + row[2]), SECTION, ROWS):
        listed: BlockKit = {
            "type": "rich_text_list",
            "style": style,
            "elements": [section(*_row(bold, text)) for _, bold, text in group],
        }
        if style == "ordered" and group[0][0] > 1:
            listed["offset"] = group[0][0] - 1
        marks = (f"{row[0]}. " if style == "ordered" else "- " for row in group)
        lines = (f"{mark}{row[1]}{row[2]}" for mark, row in zip(marks, group, strict=True))
        yield Piece(rich(listed), "\n".join(lines))


def _rows(rows: Sequence[_Row]) -> Iterator[_Row]:
    """The rows that have words; one that is too long for a block is cut, with the same number."""
    for number, bold, text in rows:
        first, *more = cut(bold + text, SECTION) or ("",)
        if first.strip():
            yield (number, bold, first.removeprefix(bold))
        yield from ((number, "", part) for part in more if part.strip())


def _row(bold: str, text: str) -> list[BlockKit]:
    shown = (words(bold, bold=True) if bold else None, words(text) if text else None)
    return [each for each in shown if each]


def _assessed(block: Assessed) -> Iterator[Piece]:
    """One criterion in one block where it fits, otherwise in parts with every quote whole."""
    at = f", brief line {block.line}" if block.line else ""
    head = (clean(block.criterion), f"\n{clean(block.words)} · {clean(block.kind)}{at}")
    quotes = [clean(quote) for quote in block.quotes if clean(quote).strip()]
    reasons = "\n".join(clean(reason) for reason in block.reasons)
    if width("".join((*head, *quotes, reasons))) > SECTION or len(quotes) > ROWS:
        yield from _paragraph(head[0], bold=True)
        yield from _paragraph(head[1].strip())
        for quote in quotes:
            yield from _quote(quote, "")
        yield from _paragraph(reasons)
        return
    shown = [section(*_row(*head)), *map(quoted, quotes)]
    shown += [section(words(reasons))] if reasons.strip() else []
    lines = ("".join(head), *(f"“{quote}”" for quote in quotes), reasons)
    yield Piece(rich(*shown), "\n".join(line for line in lines if line))


def _source(citation: Citation, said: str) -> tuple[str, ...]:
    """Where a statement stands, with the line's words unless the reply already shows them."""
    where = clean(source(citation))
    quote = "" if citation.quote in said else f": “{clean(citation.quote)}”"
    return cut(where + quote, SECTION)


def _small(lines: Sequence[str]) -> Iterator[Piece]:
    shown = (line for line in lines if line.strip())
    for some in grouped(shown, width, SECTION, CONTEXT_ELEMENTS):
        elements = [plain_text(line) for line in some]
        yield Piece({"type": "context", "elements": elements}, "\n".join(some))


def _buttons(choices: Sequence[Choice]) -> Iterator[Piece]:
    """The choices as buttons; one whose words do not fit into a button is said as a line.

    Where answers can be sent, Slack has a form to correct them first.
    """
    if any(choice.typed == SEND.typed for choice in choices):
        choices = (*choices, CORRECT)
    fitting = (choice for choice in choices if is_button(choice))
    for some in grouped(fitting, lambda choice: width(choice.typed), SECTION, BUTTONS):
        buttons = [button(number, choice) for number, choice in enumerate(some)]
        yield Piece({"type": "actions", "elements": buttons}, plain((Choices(tuple(some)),)))
    for choice in choices:
        if not is_button(choice) and choice.typed.strip():
            yield from _paragraph(clean(plain((Choices((choice,)),))))


def _link(label: str, url: str) -> Iterator[Piece]:
    """The address is shown as it is, because people copy it to send it on."""
    shown = f"{label}: {url}" if label else url
    if not url.startswith(("https://", "http://")) or width(shown) > SECTION:
        yield from _paragraph(shown)
        return
    before = [words(f"{label}: ")] if label else []
    yield Piece(rich(section(*before, {"type": "link", "url": url})), shown)
