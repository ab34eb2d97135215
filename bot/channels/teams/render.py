"""Blocks as Teams activities: Markdown text, and Adaptive Cards for choices and fit cards: pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from bot.channels.teams import words
from bot.channels.teams.card import NAMED, Json, cards, continued, elements, size
from bot.channels.teams.labels import CITATIONS, Group, entity, grouped, where
from bot.channels.teams.looking import asked_anew
from bot.channels.teams.markdown import inert, markdown, one_line, segments, web_address
from bot.channels.teams.pictures import picture_card, pictured
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
from bot.core.plain import plain

TEXT_BYTES = 24 * 1024
"""The most text one message carries, as UTF-16: with card and citations it stays below 80 KB."""

SUMMARY = 150
"""The most characters of what a notification shows."""

_FEEDBACK: Json = {"channelData": {"feedbackLoop": {"type": "default"}}}
"""Asks Teams to show the two thumbs below an answer."""

_PARAGRAPH = "\n\n"
_BREAK = "  \n"
_NEXT = "\n"

CONSENT = "application/vnd.microsoft.teams.card.file.consent"
"""The card by which Teams asks a person whether a file may be put into their own OneDrive."""

_Said = Heading | Text | Aside | Quote | Link | Items | Pairs | Sources


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of Markdown, what stands between it and the piece before, and what it cites."""

    text: str
    joined: str = _PARAGRAPH
    cites: Group = ()


def activities(blocks: tuple[Block, ...], lookers: Sequence[str] = ()) -> tuple[Json, ...]:
    """The blocks as message activities, in order; none for no blocks.

    Every activity is below 80 KB as UTF-16, its card below 25 KB, and has at most 20 citations. A
    fit card becomes cards; anything else text, with its buttons on a card below the last of it. A
    fit card that is one card is asked for anew for each of the `lookers`, by their ids in Teams;
    how many messages there are does not depend on them. A file is offered by a card of its own.
    """
    if is_fit_card(blocks):
        return _as_cards(blocks, lookers)
    said = [block for block in blocks if not isinstance(block, Assessed | Choices | File)]
    buttons = [block for block in blocks if isinstance(block, Choices)]
    files = (_offered(block) for block in blocks if isinstance(block, File))
    texts = [_message(packed) for packed in _packed(_pieces(said))]
    return (*_with_cards(texts, cards(elements(buttons), _title(blocks))), *files)


def _offered(file: File) -> Json:
    """Asks whether a file may be put into the person's OneDrive; nothing of it is sent yet."""
    named: Json = {"file": file.name}
    content: Json = {
        "description": words.OWN_FILE,
        "sizeInBytes": len(file.text.encode()),
        "acceptContext": named,
        "declineContext": named,
    }
    card: Json = {"contentType": CONSENT, "name": file.name, "content": content}
    return {"type": "message", "attachments": [card]}


def is_fit_card(blocks: tuple[Block, ...]) -> bool:
    """Whether these blocks are drawn as cards, and not as text."""
    return any(isinstance(block, Assessed) for block in blocks)


def own_card(blocks: tuple[Block, ...], looker: str) -> Json | None:
    """The card as one person sees it in the place of another one; None where it is not one card.

    It has no picture: that stands in the same message already.
    """
    title = _title(blocks)
    drawn = cards(elements(blocks), title)
    return asked_anew(_full_width(drawn[0]), (looker,)) if len(drawn) == 1 else None


def _as_cards(blocks: tuple[Block, ...], lookers: Sequence[str]) -> tuple[Json, ...]:
    title, drawn = _title(blocks), elements(blocks)
    plain_cards = cards(drawn, title)
    asked = asked_anew(_full_width(plain_cards[0]), lookers) if lookers else None
    if asked and len(plain_cards) == 1:
        # The picture on a card of its own: it stays where the other one is replaced.
        beside = picture_card(blocks, title)
        return (_in_frame(title, asked, *([beside] if beside else [])),)
    with_picture = pictured(drawn, blocks)
    first, *rest = cards(with_picture, title)
    alone = picture_card(blocks, title) if len(with_picture) == len(drawn) else None
    shown = [_full_width(first), *(_full_width(continued(card, title)) for card in rest)]
    last = [shown[-1], *([alone] if alone else [])]
    return (*(_in_frame(title, one) for one in shown[:-1]), _in_frame(title, *last))


def _in_frame(title: str, *drawn: Json) -> Json:
    frame: Json = {
        "type": "message",
        "summary": title,
        "entities": [entity((), team_only=True)],
    }
    return {**frame, **_attached(*drawn)}


def _full_width(card: Json) -> Json:
    """A card as wide as the channel, so that it needs no more height than it must."""
    return {**card, "msteams": {"width": "Full"}}


def _with_cards(texts: list[Json], drawn: tuple[Json, ...]) -> tuple[Json, ...]:
    """The cards behind the texts, the first of them on the last text."""
    if texts and drawn:
        return (*texts[:-1], {**texts[-1], **_attached(drawn[0])}, *_bare(drawn[1:]))
    return (*texts, *_bare(drawn))


def _bare(drawn: tuple[Json, ...]) -> Iterator[Json]:
    return ({"type": "message", **_attached(card)} for card in drawn)


def _attached(*drawn: Json) -> Json:
    kind = "application/vnd.microsoft.card.adaptive"
    return {"attachments": [{"contentType": kind, "content": card} for card in drawn]}


def _title(blocks: tuple[Block, ...]) -> str:
    told = " ".join(plain(blocks[:1]).split())
    return inert(told if len(told) <= SUMMARY else told[: SUMMARY - 1] + "…")


def _packed(pieces: Iterable[_Piece]) -> list[list[_Piece]]:
    """The pieces in as few messages as hold them."""
    packed: list[list[_Piece]] = []
    room = cited = 0
    for piece in pieces:
        taken = size(piece.text) + 32
        if taken > room or (piece.cites and cited == CITATIONS):
            packed.append([])
            room, cited = TEXT_BYTES, 0
        packed[-1].append(piece)
        room -= taken
        cited += bool(piece.cites)
    return packed


def _message(pieces: list[_Piece]) -> Json:
    text = ""
    cited: list[Group] = []
    for piece in pieces:
        shown = piece.text
        if piece.cites:
            cited.append(piece.cites)
            shown = f"[{len(cited)}] {shown}"
        text += (piece.joined if text else "") + shown
    labelled = {"entities": [entity(tuple(cited))], **_FEEDBACK} if cited else {}
    return {"type": "message", "textFormat": "markdown", "text": text, **labelled}


def _pieces(blocks: Iterable[_Said]) -> Iterator[_Piece]:
    for block in blocks:
        yield from (piece for piece in _drawn(block) if piece.text)


def _drawn(block: _Said) -> Iterator[_Piece]:
    match block:
        case Heading(text):
            yield from (_Piece(f"**{one_line(part)}**") for part in segments(text.strip()))
        case Text(text):
            yield from (_Piece(markdown(part)) for part in segments(text))
        case Aside(text):
            yield from (_Piece(f"_{one_line(part)}_") for part in segments(text.strip()))
        case Quote(text, by):
            yield from _quoted(f"“{text}”" + (f"\n– {by}" if by else ""))
        case _:
            yield from _drawn_lists(block)


def _drawn_lists(block: Link | Items | Pairs | Sources) -> Iterator[_Piece]:
    match block:
        case Link(label, url):
            address = web_address(url)
            shown = one_line(label[:NAMED])
            yield _Piece(f"[{shown}]({address})" if address else shown)
        case Items(items, numbered):
            yield from _listed(items, numbered)
        case Pairs(rows):
            yield from _rows(rows)
        case Sources(citations):
            yield from _sources(grouped(citations))
        case _:
            assert_never(block)


def _quoted(text: str) -> Iterator[_Piece]:
    for part in segments(text):
        yield _Piece("> " + markdown(part).replace(_NEXT, "\n> "))


def _listed(items: tuple[str, ...], numbered: bool) -> Iterator[_Piece]:
    joined = _PARAGRAPH
    for number, item in enumerate(items, 1):
        mark = f"{number}. " if numbered else "- "
        for part in segments(" ".join(item.split())):
            yield _Piece(mark + one_line(part), joined)
            mark, joined = "  ", _NEXT


def _rows(rows: tuple[tuple[str, str], ...]) -> Iterator[_Piece]:
    joined = _PARAGRAPH
    for name, value in rows:
        first, *rest = segments(value) or ("",)
        yield _Piece(f"**{one_line(name[:NAMED])}:** {markdown(first)}", joined)
        yield from (_Piece(markdown(part), _BREAK) for part in rest)
        joined = _BREAK


def _sources(groups: tuple[Group, ...]) -> Iterator[_Piece]:
    if groups:
        yield _Piece(f"{words.SOURCES}:")
    for group in groups:
        yield _Piece(one_line(where(group)[:NAMED]), _BREAK, group)
