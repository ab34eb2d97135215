"""Requirements in few lines, drawn for Slack close together: name and level, and a quote below."""

from collections.abc import Iterator, Sequence

from bot.channels.slack.elements import quoted, rich, section, words
from bot.channels.slack.pieces import BlockKit, Piece, grouped
from bot.channels.slack.text import clean, width
from bot.core.messages import Assessed
from bot.core.plain import MORE, plain

SECTION = 3_000
"""How many characters a block may have."""


def rows_of_requirements(rows: Sequence[Assessed]) -> Iterator[Piece]:
    """As many blocks as the rows need; none is divided."""
    for some in grouped(rows, _wide, SECTION, len(rows) or 1):
        drawn = [element for row in some for element in _row(row)]
        yield Piece(rich(*drawn), clean(plain(tuple(some))))


def _wide(row: Assessed) -> int:
    return width(plain((row,)))


def _row(row: Assessed) -> Iterator[BlockKit]:
    yield section(words(clean(row.criterion), bold=True), words(f" · {clean(row.words)}"))
    for quote in row.quotes:
        shown = quoted(clean(quote))
        # What says that it goes on is no word of the candidate's, so it stands in a run of its own.
        on = [words(MORE)] if row.goes_on else []
        yield {**shown, "elements": [*shown["elements"], *on]}
    yield from (section(words(clean(reason))) for reason in row.reasons if reason.strip())
