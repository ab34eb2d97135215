"""Blocks and citations as plain text."""

from typing import assert_never

from bot.core.messages import (
    Aside,
    Assessed,
    Block,
    Choices,
    Citation,
    File,
    Heading,
    Items,
    Link,
    Pairs,
    Quote,
    Sources,
    Text,
)

MORE = " …"
"""Stands behind the marks of a quote that goes on."""


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
        case File(name):
            return name
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
            quotes += MORE if block.goes_on else ""
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
