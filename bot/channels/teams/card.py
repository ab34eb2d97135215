"""Blocks as elements of Adaptive Cards 1.5, packed into cards Teams accepts: pure."""

import json
from collections.abc import Iterable, Sequence
from typing import assert_never

from bot.channels.teams import words
from bot.channels.teams.markdown import inert, one_line, segments, web_address
from bot.core.forms import INVITE, KIT, STEPS, wanted
from bot.core.messages import (
    Aside,
    Assessed,
    Block,
    Choice,
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

Json = dict[str, object]

CARD_BYTES = 25 * 1024
"""The most a card may take, as UTF-16."""

ACTIONS = 6
"""The most buttons Teams shows in one row of a card."""

SAY = "say"
"""What a button that says something is called among a card's actions."""

DIALOGS = frozenset((INVITE, KIT, *STEPS))
"""The forms that a button opens as a dialog; the words of any other one are said."""

NAMED = 500
"""The most characters of a name or of a button's words: more would be neither."""

BODY_BYTES = CARD_BYTES - 2048
"""What of it its elements may take."""
_LABEL = 80


def size(part: object) -> int:
    """How many bytes a JSON value takes as UTF-16, the way Teams counts."""
    return len(json.dumps(part, ensure_ascii=False).encode("utf-16-le"))


def cards(elements: Iterable[Json], title: str) -> tuple[Json, ...]:
    """The elements in as few cards as hold them, in order; `title` is read where none is drawn."""
    packed: list[list[Json]] = []
    room = 0
    for element in elements:
        taken = size(element) + 4
        if taken > room:
            packed.append([])
            room = BODY_BYTES
        packed[-1].append(element)
        room -= taken
    return tuple(one_card(body, title) for body in packed)


def continued(card: Json, title: str) -> Json:
    """A card that goes on where another one ended: it says of what. Frames leave room for this."""
    above = _paragraphs(words.continued(title), weight="Bolder")
    body = card["body"]
    return {**card, "body": [*above, *body]} if isinstance(body, list) else card


def chosen(typed: str) -> Json:
    """The card that stands in the place of buttons once one of them was pressed."""
    return one_card(_paragraphs(words.chosen(typed[:NAMED]), isSubtle=True), words.CHOSEN)


def elements(blocks: Iterable[Block]) -> list[Json]:
    """The blocks as card elements. Words of people are text runs, which know no Markdown."""
    shown = tuple(blocks)
    if any(isinstance(block, Assessed) and block.short for block in shown):
        return _close(shown)
    drawn: list[Json] = []
    assessed = False
    for block in shown:
        first, *rest = _elements(block) or [{}]
        # A line below the last criterion too, or what follows would seem to be about it.
        ends = assessed and first and not isinstance(block, Assessed)
        drawn += [{**first, "separator": True} if ends else first, *rest] if first else []
        assessed = isinstance(block, Assessed)
    return drawn


def _close(blocks: Sequence[Block]) -> list[Json]:
    """The same with little space between, where all is to fit one screen.

    What could be typed instead of pressed has no room there.
    """
    drawn: list[Json] = []
    alone = False
    for block in blocks:
        first, *rest = _elements(block) or [{}]
        was_alone, alone = alone, isinstance(block, Assessed) and not rest
        space = "None" if alone and was_alone else "Small"
        under = [] if isinstance(block, Choices) else rest
        drawn += [{**first, "spacing": space}] if first else []
        drawn += [{**line, "spacing": "None"} for line in under]
    return drawn


def one_card(body: list[Json], title: str) -> Json:
    """A card of these elements; `title` is read where none is drawn."""
    return {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "fallbackText": title,
        "body": body,
    }


def _elements(block: Block) -> list[Json]:
    match block:
        case Heading(text):
            return [_heading(text)]
        case Text(text):
            return _paragraphs(text)
        case Aside(text):
            return _paragraphs(text, size="Small", isSubtle=True)
        case Quote(text, by):
            return _paragraphs(f"“{text}”" + (f" ({by})" if by else ""), italic=True)
        case Choices(choices):
            return _buttons(choices)
        case _:
            return _of_lists(block)


def _of_lists(block: Items | Pairs | Sources | Assessed | Link | File) -> list[Json]:
    match block:
        case Items(items, numbered):
            marks = [f"{n}. " if numbered else "• " for n in range(1, len(items) + 1)]
            lines = [mark + item for mark, item in zip(marks, items, strict=True)]
            return [element for line in lines for element in _paragraphs(line)]
        case Pairs(rows):
            return [element for name, value in rows for element in _named(f"{name}: ", value)]
        case Sources(citations):
            small = {"size": "Small", "isSubtle": True}
            return [part for line in sources(citations) for part in _paragraphs(line, **small)]
        case Assessed():
            return _assessed(block)
        case Link(label, url):
            return _link(label, web_address(url))
        case File(name):
            return _paragraphs(name)
        case _:
            assert_never(block)


def _row(block: Assessed) -> list[Json]:
    """A requirement in few lines: its name and level, close below it the quote."""
    name: Json = {"text": inert(block.criterion[:NAMED]), "weight": "Bolder"}
    level: Json = {"text": f" · {inert(block.words)}"}
    on: list[Json] = [{"text": MORE}] if block.goes_on else []
    under = [_rich([{"text": f"“{inert(said)}”", "italic": True}, *on]) for said in block.quotes]
    for reason in block.reasons:
        under += _paragraphs(reason, size="Small", isSubtle=True)
    return [_rich([name, level]), *under]


def _assessed(block: Assessed) -> list[Json]:
    if block.short:
        return _row(block)
    first, *rest = _named(f"{block.criterion}: ", block.words)
    kept = [{**first, "separator": True}, *rest]
    where = words.line_of_brief(block.kind, block.line)
    runs = kept[-1]["inlines"]
    if where and isinstance(runs, list):
        small = {"text": f" · {inert(where)}", "size": "Small", "isSubtle": True}
        kept[-1] = {**kept[-1], "inlines": [*runs, {"type": "TextRun", **small}]}
    for quote in block.quotes:
        kept += _paragraphs(f"“{quote}”", italic=True)
    for reason in block.reasons:
        kept += _paragraphs(reason, size="Small", isSubtle=True)
    return kept


def _heading(text: str) -> Json:
    # Only a TextBlock can be a heading for a screen reader, and a TextBlock knows Markdown.
    return {
        "type": "TextBlock",
        "text": one_line(text[:300]),
        "style": "heading",
        "size": "Large",
        "weight": "Bolder",
        "wrap": True,
    }


def _paragraphs(text: str, **look: object) -> list[Json]:
    return [_rich([{"text": part, **look}]) for part in segments(inert(text).strip())]


def _named(name: str, value: str) -> list[Json]:
    first, *rest = segments(inert(value)) or ("",)
    named: Json = {"text": inert(name[:NAMED]), "weight": "Bolder"}
    return [_rich([named, {"text": first}]), *(_rich([{"text": part}]) for part in rest)]


def _rich(runs: list[Json]) -> Json:
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", **run} for run in runs]}


def _buttons(choices: tuple[Choice, ...]) -> list[Json]:
    rows = [choices[start : start + ACTIONS] for start in range(0, len(choices), ACTIONS)]
    sets: list[Json] = [
        {"type": "ActionSet", "actions": [_button(choice) for choice in row]} for row in rows
    ]
    if len(rows) != 1:
        return sets
    typed = words.or_type(tuple(choice.typed for choice in choices))
    return [*sets, *_paragraphs(typed, size="Small", isSubtle=True)]


def _link(label: str, address: str) -> list[Json]:
    opens = {"type": "Action.OpenUrl", "title": inert(label), "url": address}
    return [{"type": "ActionSet", "actions": [opens]}] if address else _paragraphs(label)


def _opens_dialog(typed: str) -> bool:
    asked = wanted(typed)
    return asked is not None and asked.name in DIALOGS


def _button(choice: Choice) -> Json:
    """A button that says its words, or opens the dialog in which they are filled in."""
    label = inert(" ".join(choice.label.split()))
    shown = label if len(label) <= _LABEL else label[: _LABEL - 1] + "…"
    look: Json = {"title": shown, "data": {"typed": choice.typed}}
    if choice.primary:
        look["style"] = "positive"
    if _opens_dialog(choice.typed):
        opens = {"msteams": {"type": "task/fetch"}, "typed": choice.typed}
        return {"type": "Action.Submit", **look, "data": opens}
    # Clients that do not know Execute yet send the same words as a message.
    submit = {"type": "Action.Submit", **look}
    return {"type": "Action.Execute", "verb": SAY, **look, "fallback": submit}
