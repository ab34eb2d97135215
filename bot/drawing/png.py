"""The picture of a fit summary as PNG: dark ink on its own light ground, so that it is readable on
any ground, and in greys alone, so that nobody needs to see colours.

What cannot be drawn for want of a letter stands whole in the picture's description.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFont

from bot.core.fit.sketch import FIRST, LEFT, LINE, STEP, WIDTH, Row, Sketch
from bot.core.ratings import Level

SHARP = 2.0
"""How many pixels a unit gets on most screens today; with one, it is still readable."""

_FINER = 4
"""The marks are drawn so many times larger and then made smaller, so that they are round."""
_MARK = 24
"""How much room a mark takes."""
_PAPER, _INK = 253, 34
_GREYS = 4
_STEP = (_PAPER - _INK) / (_GREYS - 1)
_FEW = [min(max(round((grey - _INK) / _STEP), 0), _GREYS - 1) for grey in range(256)]
"""Which of the few greys is nearest to each there is."""
_PALETTE = [round(_INK + _STEP * each) for each in range(_GREYS) for _ in "RGB"]
_FONTS = ("DejaVuSans", "NotoSans-Regular", "LiberationSans-Regular", "Arial", "Helvetica")
"""Looked for among the machine's own, best first; without any, Pillow's own font knows ASCII."""
_PLAIN = str.maketrans("–—−„“”‚‘’…•·", "---\"\"\"'''.--")

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@dataclass(frozen=True)
class _Sheet:
    """What is drawn on; `unit` is how many pixels a unit of the sketch gets."""

    image: Image.Image
    draw: ImageDraw.ImageDraw
    unit: float

    def line(self, start: tuple[float, float], end: tuple[float, float], width: float) -> None:
        """A straight line."""
        ends = [(x * self.unit, y * self.unit) for x, y in (start, end)]
        self.draw.line(ends, _INK, max(1, round(width * self.unit)))

    def text(self, at: tuple[float, float], words: str, size: float, bold: bool = False) -> None:
        """Words whose base line stands at `at`."""
        font, drawable = _font(round(size * self.unit), bold)
        said = words if drawable else _ascii(words)
        x, y = (each * self.unit for each in at)
        self.draw.text((x, y), said, _INK, font, anchor="ls")

    def mark(self, at: tuple[float, float], share: float) -> None:
        """A ring, of which so much is filled, from the top clockwise."""
        side = round(_MARK * self.unit)
        left, top = (round(each * self.unit - side / 2) for each in at)
        here = (left, top, left + side, top + side)
        mark = _mark(side * _FINER, share).resize((side, side), Image.Resampling.BOX)
        self.image.paste(ImageChops.darker(self.image.crop(here), mark), here)


def png(sketch: Sketch, scale: float = SHARP) -> bytes:
    """The picture; `scale` is how many pixels a unit gets (384 units are its width)."""
    image = Image.new("L", (round(WIDTH * scale), round(sketch.height * scale)), _PAPER)
    _onto(_Sheet(image, ImageDraw.Draw(image), scale), sketch)
    written = BytesIO()
    few = image.point(_FEW)
    few.putpalette(_PALETTE)
    few.save(written, "PNG", bits=2)
    return written.getvalue()


def png_within(sketch: Sketch, most: int, scales: Sequence[float]) -> bytes | None:
    """The picture at the first of these scales that takes at most so many bytes; None for none."""
    made = (png(sketch, scale) for scale in scales)
    return next((one for one in made if len(one) <= most), None)


def _onto(sheet: _Sheet, sketch: Sketch) -> None:
    for row, top in sketch.placed():
        for number, line in enumerate(row.lines):
            sheet.text((LEFT, top + number * LINE), line, 14)
        _scale(sheet, row, row.middle(top))
    for number, line in enumerate(sketch.legend):
        sheet.text((LEFT, sketch.foot + number * LINE), line, 12)


def _scale(sheet: _Sheet, row: Row, middle: int) -> None:
    """A line with a place for each level; a dash alone for what stands beside the levels."""
    sheet.text((FIRST + len(Level) * STEP, middle + 5), row.words, 14, bold=True)
    if row.level is None:
        sheet.line((FIRST - 6, middle), (FIRST + 6, middle), 3)
        return
    sheet.line((FIRST, middle), (FIRST + (len(Level) - 1) * STEP, middle), 1)
    for number in range(len(Level)):
        at = FIRST + number * STEP
        if number != row.level:
            sheet.line((at, middle - 4), (at, middle + 4), 1.5)
    sheet.mark((FIRST + row.level * STEP, middle), row.level / (len(Level) - 1))


def _mark(side: int, share: float) -> Image.Image:
    """The ring on a square of its own, `_MARK` units wide."""
    unit, middle = side / _MARK, side / 2
    image = Image.new("L", (side, side), _PAPER)
    draw = ImageDraw.Draw(image)
    outer, inner = 9 * unit, 5.5 * unit
    ring = (middle - outer, middle - outer, middle + outer, middle + outer)
    draw.ellipse(ring, None, _INK, round(2 * unit))
    if share > 0:
        filled = (middle - inner, middle - inner, middle + inner, middle + inner)
        draw.pieslice(filled, -90, -90 + 360 * share, _INK)
    return image


@cache
def _font(size: int, bold: bool) -> tuple[Font, bool]:
    """A font, and whether it knows more letters than ASCII's."""
    for name in _FONTS:
        for file in (f"{name.removesuffix('-Regular')}-Bold.ttf", f"{name}.ttf")[not bold :]:
            try:
                return ImageFont.truetype(file, size), True
            except OSError:
                continue
    return ImageFont.load_default(size), False


def _ascii(words: str) -> str:
    """The words in the letters that every font has."""
    parted = unicodedata.normalize("NFKD", words.translate(_PLAIN))
    bare = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return bare.encode("ascii", "replace").decode()
