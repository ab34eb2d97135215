"""A résumé as a Word file (.docx): the words that a person sees in its pages.

Left out is what Word hides, what is written in the colour of what is behind it, smaller than
anybody reads, or in a box outside the page, and comments. Deleted words, field codes, headers and
footers are no part of the text.
"""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, fromstring, iterparse
from zipfile import BadZipFile, ZipFile

from bot.core.screening.resume import Hidden
from bot.resumes import limits
from bot.resumes.colours import WHITE, Colour
from bot.resumes.styles import Look, Styles, W, colour_of, shading

_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_DOCUMENT = "word/document.xml"
_NEVER = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "tcPr")
)
_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHOICE, _FALLBACK = f"{_TWICE}AlternateContent", f"{_TWICE}Fallback"
_OF_WORD = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
_KNOWN = frozenset(f"{_OF_WORD}{name}" for name in ("Shape", "Group", "Canvas", "Drawing"))
"""What Word itself draws, where the same is told for older programs too."""
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_FILLS = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WIDEST = 22 * 914_400
"""The widest and highest page that Word makes, in English metric units."""


def seen(data: bytes, left: set[Hidden]) -> str:
    """The document's text, a paragraph to a line; why something was left out is added to `left`.

    Raises ResumeUnreadable.
    """
    if data.startswith(_OLD_OFFICE):
        raise limits.locked()
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise limits.with_macros()
            if _DOCUMENT not in names:
                raise limits.damaged()
            document = _part(archive, _DOCUMENT)
            styles = _part(archive, "word/styles.xml") if "word/styles.xml" in names else None
        root, drawn = _parsed(document)
        known = Styles.of(fromstring(styles) if styles else None)  # noqa: S314 - no entities, see _part
    except (BadZipFile, ParseError, zlib.error, ValueError, OSError, EOFError):
        raise limits.damaged() from None
    except (NotImplementedError, RuntimeError):  # another kind of archive, or a locked one
        raise limits.damaged() from None
    if any(name.startswith("word/comments") for name in names):
        left.add(Hidden.COMMENT)
    return "\n".join(_Reader(known, drawn, left).paragraphs(root))


def _parsed(document: bytes) -> tuple[Element, frozenset[str]]:
    """The document, and by which prefixes it names what Word itself draws."""
    named: dict[str, set[str]] = {}
    root: Element | None = None
    for kind, told in iterparse(BytesIO(document), ("start-ns", "start")):  # noqa: S314 - no entities, see _part
        if kind == "start-ns":
            named.setdefault(told[0], set()).add(told[1])
        elif root is None:
            root = told
    if root is None:
        raise limits.damaged()
    return root, frozenset(prefix for prefix, names in named.items() if names <= _KNOWN)


def _part(archive: ZipFile, name: str) -> bytes:
    """A part of the archive, unpacked up to a limit; one that declares entities is refused."""
    with archive.open(name) as packed:
        data = packed.read(limits.UNPACKED + 1)
    if len(data) > limits.UNPACKED or b"<!" in data.replace(b"<!--", b"").replace(b"\x00", b""):
        raise limits.damaged()
    return data


@dataclass(frozen=True, slots=True)
class _Place:
    """Where words stand: what is behind them (None where that is not known), how they look."""

    behind: Colour | None
    look: Look
    outside: bool = False


class _Reader:
    """Reads one document."""

    def __init__(self, styles: Styles, drawn: frozenset[str], left: set[Hidden]) -> None:
        self._styles = styles
        self._drawn = drawn
        self._left = left

    def paragraphs(self, root: Element) -> Iterator[str]:
        """The lines that are seen."""
        page = root.find(f"{W}background")
        behind = colour_of(page.get(f"{W}color")) if page is not None else WHITE
        place = _Place(behind or WHITE, self._styles.usual)
        stack: list[tuple[Element, _Place]] = [(root, place)]
        while stack:
            element, at = stack.pop()
            if element.tag == f"{W}p":
                yield from self._paragraph(element, at)
            elif element.tag == _CHOICE:
                stack += [(child, at) for child in self._chosen(element)]
            elif element.tag not in _NEVER:
                inside = self._cell(element, at)
                stack += [(child, inside) for child in reversed(element)]

    def _cell(self, element: Element, at: _Place) -> _Place:
        told = shading(element.find(f"{W}tcPr/{W}shd")) if element.tag == f"{W}tc" else None
        return replace(at, behind=told) if told else at

    def _paragraph(self, paragraph: Element, at: _Place) -> Iterator[str]:
        properties = paragraph.find(f"{W}pPr")
        look = self._styles.of_paragraph(properties, at.look)
        here = replace(at, look=look, behind=look.behind or at.behind)
        boxes: list[tuple[Element, _Place]] = []
        words = "".join(self._words(paragraph, here, boxes)).strip()
        yield from words.split("\n") if words else ("",)
        for box, inside in boxes:
            for child in box.iter(f"{W}p"):
                yield from self._paragraph(child, inside)

    def _words(
        self, element: Element, at: _Place, boxes: list[tuple[Element, _Place]]
    ) -> Iterator[str]:
        """The words of a paragraph; the text boxes that hang on it are put into `boxes`."""
        for child in element:
            if child.tag in _NEVER:
                continue
            if child.tag == _CHOICE:
                for chosen in self._chosen(child):
                    yield from self._words(chosen, at, boxes)
            elif child.tag == f"{W}r":
                yield from self._run(child, at, boxes)
            elif child.tag in (f"{_DRAWING}anchor", f"{_DRAWING}inline"):
                boxes += _boxes(child, at, self._styles.usual)
            else:
                yield from self._words(child, at, boxes)

    def _chosen(self, told: Element) -> list[Element]:
        """Of what is told twice, for newer and for older programs: what Word shows."""
        for child in told:
            wanted = frozenset(child.get("Requires", "").split())
            if child.tag == _FALLBACK or wanted <= self._drawn:
                return [child]
        return []

    def _run(self, run: Element, at: _Place, boxes: list[tuple[Element, _Place]]) -> Iterator[str]:
        look = self._styles.of_run(run.find(f"{W}rPr"), at.look)
        why = Hidden.OUTSIDE if at.outside else look.hidden(look.behind or at.behind)
        for child in run:
            said = _said(child)
            if said is None:
                yield from self._words(_around(child), at, boxes)
            elif why is None:
                yield said
            elif said.strip():
                self._left.add(why)


def _around(child: Element) -> Element:
    """An element as the only one inside another, so that it is looked at like any inside a run."""
    around = Element("around")
    around.append(child)
    return around


_MARKS: Mapping[str, str] = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}


def _said(element: Element) -> str | None:
    """What a part of a run says; None where it holds something else."""
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag in _NEVER:
        return ""
    return _MARKS.get(element.tag)


def _boxes(drawing: Element, at: _Place, usual: Look) -> list[tuple[Element, _Place]]:
    """The text boxes of a drawing. What is behind their words is what fills them, if it is told."""
    outside = at.outside or _is_outside(drawing)
    found = []
    for shape in drawing.iter(f"{_SHAPE}wsp"):
        behind = _filled(shape.find(f"{_SHAPE}spPr"), at.behind)
        place = _Place(behind, usual, outside)
        found += [(box, place) for box in shape.iter(f"{W}txbxContent")]
    return found


def _filled(properties: Element | None, behind: Colour | None) -> Colour | None:
    fill = properties.find(f"{_FILLS}solidFill") if properties is not None else None
    if properties is None or fill is None:
        other = properties is not None and any("Fill" in child.tag for child in properties)
        none = properties is not None and properties.find(f"{_FILLS}noFill") is not None
        return None if other and not none else behind
    plain = fill.find(f"{_FILLS}srgbClr")
    return colour_of(plain.get("val")) if plain is not None else None


def _is_outside(drawing: Element) -> bool:
    """Whether a drawing is put where no page reaches."""
    size = drawing.find(f"{_DRAWING}extent")
    for name, side in (("positionH", "cx"), ("positionV", "cy")):
        offset = drawing.find(f"{_DRAWING}{name}/{_DRAWING}posOffset")
        at = _number(offset.text if offset is not None else None)
        long = _number(size.get(side) if size is not None else None)
        if at > _WIDEST or at + max(long, 0) < 0:
            return True
    return False


def _number(told: str | None) -> int:
    try:
        return int(told or 0)
    except ValueError:
        return 0
