"""How words look in a Word file: by the document, the styles of paragraph and letters, the run."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from bot.core.screening.resume import Hidden
from bot.resumes.colours import WHITE, Colour, is_pale

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VANISHING = ("vanish", "webHidden", "specVanish")
_OFF = ("0", "false", "off", "none")
_SMALLEST = 6
"""The size of letters is told in half points: smaller ones are read by nobody."""
_NARROWEST = 20
"""Letters of less than so many percent of their width are a line."""
_DEEPEST = 20
"""So many styles may stand on one another."""
_MARKERS: dict[str, Colour] = {
    "black": (0, 0, 0),
    "blue": (0, 0, 1),
    "cyan": (0, 1, 1),
    "darkBlue": (0, 0, 0.5),
    "darkCyan": (0, 0.5, 0.5),
    "darkGray": (0.5, 0.5, 0.5),
    "darkGreen": (0, 0.4, 0),
    "darkMagenta": (0.5, 0, 0.5),
    "darkRed": (0.5, 0, 0),
    "darkYellow": (0.5, 0.5, 0),
    "green": (0, 1, 0),
    "lightGray": (0.75, 0.75, 0.75),
    "magenta": (1, 0, 1),
    "red": (1, 0, 0),
    "white": WHITE,
    "yellow": (1, 1, 0),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How words look; `colour` is None where it is the usual one, `behind` where nothing is."""

    colour: Colour | None = None
    half_points: int = 22
    width: int = 100
    vanishes: bool = False
    behind: Colour | None = None

    def hidden(self, behind: Colour | None) -> Hidden | None:
        """Why nobody sees such words on this ground; None where they do, or it is not known."""
        if self.vanishes:
            return Hidden.MARKED
        if self.half_points < _SMALLEST or self.width < _NARROWEST:
            return Hidden.TINY
        if self.colour and behind and is_pale(self.colour, behind):
            return Hidden.PALE
        return None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document, by their ids, and the look that words have without any."""

    usual: Look
    known: dict[str, Element]

    @staticmethod
    def of(root: Element | None) -> "Styles":
        """The styles in a styles part."""
        if root is None:
            return Styles(Look(), {})
        usual = _with(Look(), root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        known = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
        made = Styles(usual, known)
        for style in root.iter(f"{W}style"):
            paragraph = style.get(f"{W}type") == "paragraph"
            if paragraph and style.get(f"{W}default") in ("1", "true", "on"):
                return replace(made, usual=_with(usual, style.find(f"{W}rPr")))
        return made

    def of_paragraph(self, properties: Element | None, before: Look) -> Look:
        """How the words of a paragraph look without looks of their own."""
        if properties is None:
            return before
        look = before
        for style in self._chain(properties.find(f"{W}pStyle")):
            look = _with(look, style.find(f"{W}rPr"))
            look = _shaded(look, style.find(f"{W}pPr/{W}shd"))
        return _shaded(look, properties.find(f"{W}shd"))

    def of_run(self, properties: Element | None, before: Look) -> Look:
        """How the words of a run look."""
        if properties is None:
            return before
        look = before
        for style in self._chain(properties.find(f"{W}rStyle")):
            look = _with(look, style.find(f"{W}rPr"))
        return _with(look, properties)

    def _chain(self, named: Element | None) -> Iterator[Element]:
        """A style and those it is based on, the most general one first."""
        found: list[Element] = []
        while named is not None and len(found) < _DEEPEST:
            style = self.known.get(named.get(f"{W}val", ""))
            if style is None:
                break
            found.append(style)
            named = style.find(f"{W}basedOn")
        return reversed(found)


def _with(look: Look, properties: Element | None) -> Look:
    """The look with what these properties say."""
    if properties is None:
        return look
    told = [one for name in _VANISHING if (one := properties.find(f"{W}{name}")) is not None]
    if told:
        vanishes = any(one.get(f"{W}val", "1") not in _OFF for one in told)
        look = replace(look, vanishes=vanishes)
    colour = properties.find(f"{W}color")
    if colour is not None:
        look = replace(look, colour=colour_of(colour.get(f"{W}val")))
    half_points = _size(properties.find(f"{W}sz"), look.half_points)
    width = _size(properties.find(f"{W}w"), look.width)
    look = replace(look, half_points=half_points, width=width)
    marked = properties.find(f"{W}highlight")
    if marked is not None:
        look = replace(look, behind=_MARKERS.get(marked.get(f"{W}val", "")))
    return _shaded(look, properties.find(f"{W}shd"))


def _shaded(look: Look, told: Element | None) -> Look:
    behind = shading(told)
    return replace(look, behind=behind) if behind else look


def _size(told: Element | None, before: int) -> int:
    try:
        return int(float(told.get(f"{W}val", ""))) if told is not None else before
    except ValueError:
        return before


def shading(told: Element | None) -> Colour | None:
    """The colour that a shading lays behind words; None where there is none."""
    if told is None:
        return None
    solid = told.get(f"{W}val") == "solid"
    return colour_of(told.get(f"{W}color" if solid else f"{W}fill"))


def colour_of(told: str | None) -> Colour | None:
    """A colour written as six hexadecimal digits; None for “auto” and anything else."""
    try:
        number = int(told or "", 16)
    except ValueError:
        return None
    if len(told or "") != 6:
        return None
    return (number >> 16) / 255, (number >> 8 & 255) / 255, (number & 255) / 255
