"""A picture of one candidate's fit summary as SVG: each requirement with its level on a line.

The level is said three times, by where the large mark stands on the line, by how full it is, and in
words, so that nobody needs to see colours. There is no total, and requirements keep their order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from bot.core.fit import Assessment, FitSummary
from bot.core.ratings import Level
from bot.core.wording import picture as words

WIDTH = 384
"""The picture's width in its own units; it is scaled to the place where it stands."""
LETTERS = 46
"""How many letters of a requirement fit into a line."""
LINES = 2
"""How many lines of a requirement are drawn; its whole text is in the description."""

_LEFT, _LINE, _STEP, _FIRST = 10, 19, 27, 20
_GAP = 18
_INK = 'fill="currentColor"'
_STYLE = (
    "<style>svg{color:#26221d;background:#fffdf9}"
    "@media (prefers-color-scheme:dark){svg{color:#ede7dd;background:#232020}}</style>"
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One requirement as it is drawn."""

    lines: tuple[str, ...]
    words: str
    level: int | None

    @property
    def height(self) -> int:
        return len(self.lines) * _LINE + _LINE + _GAP


def picture(summary: FitSummary) -> str:
    """The picture, to stand in a page: it takes the page's colours. Holds no style of its own."""
    return _drawn(summary, "")


def picture_file(summary: FitSummary) -> str:
    """The picture as a file of its own, readable on light and on dark ground."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_drawn(summary, _STYLE)}\n'


def described(summary: FitSummary) -> str:
    """What the picture shows, in words: a line for each requirement that the kit asks about."""
    lines = (f"{one.criterion.text}: {one.rating.words}" for one in _shown(summary))
    return "\n".join((words.title(summary.pseudonym, summary.role_title), *lines))


def _shown(summary: FitSummary) -> tuple[Assessment, ...]:
    return tuple(one for one in summary.assessments if one.question)


def _drawn(summary: FitSummary, style: str) -> str:
    rows = [_row(one) for one in _shown(summary)]
    legend = wrap(words.LEGEND, LETTERS)
    height = _GAP + sum(row.height for row in rows) + len(legend) * _LINE
    title = escape(words.title(summary.pseudonym, summary.role_title))
    pieces = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'aria-labelledby="picture-title picture-words" font-family="system-ui, sans-serif" '
        f'font-size="14">{style}<title id="picture-title">{title}</title>'
        f'<desc id="picture-words">{escape(described(summary))}</desc>'
    ]
    top = _GAP
    for row in rows:
        pieces.append(_row_at(row, top))
        top += row.height
    return "".join((*pieces, _lines(legend, top, "12"), "</svg>"))


def _row(assessment: Assessment) -> _Row:
    text = " ".join(assessment.criterion.text.split())
    lines = wrap(text, LETTERS, max_lines=LINES, placeholder=" …") or ["–"]
    level = assessment.rating.level
    return _Row(tuple(lines), assessment.rating.words, None if level is None else int(level))


def _row_at(row: _Row, top: int) -> str:
    lines = _lines(row.lines, top, "14")
    middle = top + len(row.lines) * _LINE - 4
    beyond = _FIRST + len(Level) * _STEP
    said = (
        f'<text x="{beyond}" y="{middle + 5}" {_INK} font-weight="600">{escape(row.words)}</text>'
    )
    return f"<g>{lines}{_scale(row.level, middle)}{said}</g>"


def _lines(lines: Sequence[str], top: int, size: str) -> str:
    return "".join(
        f'<text x="{_LEFT}" y="{top + number * _LINE}" font-size="{size}" {_INK}>'
        f"{escape(line)}</text>"
        for number, line in enumerate(lines)
    )


def _scale(level: int | None, middle: int) -> str:
    """A line with a place for each level; a dash alone for what stands beside the levels."""
    last = _FIRST + (len(Level) - 1) * _STEP
    if level is None:
        return _line(_FIRST - 6, _FIRST + 6, middle, 3)
    places = "".join(_place(number, level, middle) for number in range(len(Level)))
    return _line(_FIRST, last, middle, 1) + places


def _line(start: int, end: int, middle: int, width: int) -> str:
    return (
        f'<path d="M{start} {middle}H{end}" stroke="currentColor" stroke-width="{width}" '
        'fill="none"/>'
    )


def _place(number: int, level: int, middle: int) -> str:
    """A tick; where the level is, a ring that is the fuller the higher the level."""
    at = _FIRST + number * _STEP
    if number != level:
        return (
            f'<path d="M{at} {middle - 4}V{middle + 4}" stroke="currentColor" stroke-width="1.5"/>'
        )
    ring = (
        f'<circle cx="{at}" cy="{middle}" r="8" fill="none" stroke="currentColor" '
        f'stroke-width="2"/>'
    )
    return ring + _filled(at, middle, level / (len(Level) - 1))


def _filled(at: int, middle: int, share: float) -> str:
    if share == 0:
        return ""
    if share == 1:
        return f'<circle cx="{at}" cy="{middle}" r="5.5" {_INK}/>'
    ends = {0.25: (5.5, 0), 0.5: (0, 5.5), 0.75: (-5.5, 0)}[share]
    far = int(share > 0.5)
    return (
        f'<path d="M{at} {middle}V{middle - 5.5}A5.5 5.5 0 {far} 1 {at + ends[0]} '
        f'{middle + ends[1]}z" {_INK}/>'
    )
