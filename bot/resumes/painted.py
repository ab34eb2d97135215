"""What a PDF page paints, in its order, so that it can be told what a person sees of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pdfminer.layout import LTChar

from bot.core.screening.resume import Hidden
from bot.resumes.colours import WHITE, Colour, is_pale, luminance

Area = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""
SMALLEST = 3.0
"""Letters lower than so many points are read by nobody."""
_LIGHT = 0.6
"""On a picture, whose colours are not looked at, letters lighter than this may not be seen."""


@dataclass(frozen=True, slots=True)
class Char:
    """A letter: a colour is None where it is not known, `undrawn` where nothing is painted."""

    item: LTChar
    order: int
    text: str
    area: Area
    size: float
    colours: tuple[Colour | None, ...]
    undrawn: Hidden | None

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle."""
        left, bottom, right, top = self.area
        return (left + right) / 2, (bottom + top) / 2


@dataclass(frozen=True, slots=True)
class Shape:
    """Something opaque that fills an area; `colour` is None for a picture or what is not known.

    `exact` where it fills its area whole.
    """

    order: int
    area: Area
    colour: Colour | None
    exact: bool


@dataclass(slots=True)
class Page:
    """One page: what can be seen of it is inside `area`."""

    area: Area
    chars: list[Char] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)

    def judged(self) -> Iterator[tuple[Char, Hidden | None]]:
        """Each letter, and why nobody sees it; None where they do."""
        for char in self.chars:
            yield char, self._hidden(char)

    def _hidden(self, char: Char) -> Hidden | None:
        if char.undrawn:
            return char.undrawn
        if not within(char.middle, self.area):
            return Hidden.OUTSIDE
        if char.size < SMALLEST:
            return Hidden.TINY
        behind: Shape | None = None
        for shape in self.shapes:
            if not within(char.middle, shape.area):
                continue
            if shape.order < char.order:
                behind = shape
            elif shape.exact:
                return Hidden.COVERED
        lost = all(_is_lost(colour, behind) for colour in char.colours)
        return Hidden.PALE if lost else None


def within(point: tuple[float, float], area: Area) -> bool:
    """Whether a point lies in an area."""
    left, bottom, right, top = area
    return left <= point[0] <= right and bottom <= point[1] <= top


def _is_lost(colour: Colour | None, behind: Shape | None) -> bool:
    if colour is None:
        return False
    if behind is None:
        return is_pale(colour, WHITE)
    if behind.colour is None:
        return luminance(colour) > _LIGHT
    return is_pale(colour, behind.colour)
