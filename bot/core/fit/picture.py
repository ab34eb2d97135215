"""A picture of one candidate's fit summary as SVG: each requirement with its level on a line.

The level is said three times, by where the large mark stands on the line, by how full it is, and in
words, so that nobody needs to see colours. There is no total, and requirements keep their order.
"""

from collections.abc import Sequence
from html import escape

from bot.core.fit.sketch import FIRST, LEFT, LINE, STEP, WIDTH, Row, Sketch
from bot.core.ratings import Level

_INK = 'fill="currentColor"'
_STYLE = (
    "<style>svg{color:#26221d;background:#fffdf9}"
    "@media (prefers-color-scheme:dark){svg{color:#ede7dd;background:#232020}}</style>"
)


def picture(sketch: Sketch) -> str:
    """The picture, to stand in a page: it takes the page's colours. Holds no style of its own."""
    return _drawn(sketch, "")


def picture_file(sketch: Sketch) -> str:
    """The picture as a file of its own, readable on light and on dark ground."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_drawn(sketch, _STYLE)}\n'


def _drawn(sketch: Sketch, style: str) -> str:
    pieces = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {sketch.height}" '
        'role="img" aria-labelledby="picture-title picture-words" '
        'font-family="system-ui, sans-serif" '
        f'font-size="14">{style}<title id="picture-title">{escape(sketch.title)}</title>'
        f'<desc id="picture-words">{escape(sketch.described)}</desc>',
        *(_row_at(row, top) for row, top in sketch.placed()),
        _lines(sketch.legend, sketch.foot, "12"),
        "</svg>",
    )
    return "".join(pieces)


def _row_at(row: Row, top: int) -> str:
    lines = _lines(row.lines, top, "14")
    middle = row.middle(top)
    beyond = FIRST + len(Level) * STEP
    said = (
        f'<text x="{beyond}" y="{middle + 5}" {_INK} font-weight="600">{escape(row.words)}</text>'
    )
    return f"<g>{lines}{_scale(row.level, middle)}{said}</g>"


def _lines(lines: Sequence[str], top: int, size: str) -> str:
    return "".join(
        f'<text x="{LEFT}" y="{top + number * LINE}" font-size="{size}" {_INK}>'
        f"{escape(line)}</text>"
        for number, line in enumerate(lines)
    )


def _scale(level: int | None, middle: int) -> str:
    """A line with a place for each level; a dash alone for what stands beside the levels."""
    last = FIRST + (len(Level) - 1) * STEP
    if level is None:
        return _line(FIRST - 6, FIRST + 6, middle, 3)
    places = "".join(_place(number, level, middle) for number in range(len(Level)))
    return _line(FIRST, last, middle, 1) + places


def _line(start: int, end: int, middle: int, width: int) -> str:
    return (
        f'<path d="M{start} {middle}H{end}" stroke="currentColor" stroke-width="{width}" '
        'fill="none"/>'
    )


def _place(number: int, level: int, middle: int) -> str:
    """A tick; where the level is, a ring that is the fuller the higher the level."""
    at = FIRST + number * STEP
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
