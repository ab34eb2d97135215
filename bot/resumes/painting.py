"""Follows the painting of a PDF page: colours, layers, what is transparent, and what is not drawn.

pdfminer tells where letters stand; what is added here is what decides whether they are seen.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage, LTItem, LTPage, LTRect
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import apply_matrix_rect

from bot.core.screening.resume import Hidden
from bot.resumes.colours import Colour
from bot.resumes.painted import Area, Char, Page, Shape, within

_FILLED, _OUTLINED = (0, 2, 4, 6), (1, 2, 5, 6)
"""The modes in which letters are painted inside, and around; in all others they are not."""
_OPAQUE = 0.9
_UNSEEN = 0.05
_INKS = ("Separation", "DeviceN")


class State(PDFGraphicState):
    """The state of painting, with how opaque it is (0..1) and whether colours are mixed.

    `outlines` is how opaque what is painted around letters and shapes is.
    """

    opaque: float = 1.0
    outlines: float = 1.0
    mixes: bool = False

    def copy(self) -> "State":
        """The same state, to go back to."""
        made = State()
        made.__dict__.update(self.__dict__)
        return made


class Painter(PDFPageInterpreter):
    """Reads what a page paints. `off` holds the ids of the layers that are not shown."""

    off: frozenset[int] = frozenset()
    outside: tuple[PDFGraphicState, int] = (State(), 0)
    """The state that something which is painted as one begins in, and how letters are painted."""

    def dup(self) -> "Painter":
        """A painter of what stands inside: it begins with the state that holds outside."""
        made = Painter(self.rsrcmgr, self.device)
        made.off = self.off
        made.outside = (self.graphicstate.copy(), self.textstate.render)
        return made

    def init_state(self, ctm: Any) -> None:
        """Begin with the usual state, or with that outside."""
        super().init_state(ctm)
        state, mode = self.outside
        self.graphicstate = state.copy()
        self.textstate.render = mode

    def do_gs(self, name: object) -> None:
        """Take the opacity and the mixing of a named state."""
        states = dict_value(self.resources.get("ExtGState") or {})
        told = dict_value(states.get(_named(name)) or {})
        state = self.graphicstate
        if not isinstance(state, State):
            return
        opaque, outlines = resolve1(told.get("ca")), resolve1(told.get("CA"))
        mixing = resolve1(told.get("BM"))
        if isinstance(opaque, int | float):
            state.opaque = float(opaque)
        if isinstance(outlines, int | float):
            state.outlines = float(outlines)
        if isinstance(mixing, PSLiteral):
            state.mixes = mixing.name not in ("Normal", "Compatible")

    def do_BDC(self, tag: object, props: object) -> None:  # noqa: N802 - PDF's own name
        """Begin a part of a layer, which may be off."""
        watcher = self.device
        if isinstance(watcher, Watcher):
            named = dict_value(self.resources.get("Properties") or {})
            layer = named.get(_named(props)) if isinstance(props, PSLiteral) else None
            off = isinstance(layer, PDFObjRef) and layer.objid in self.off
            watcher.parts.append(_named(tag) == "OC" and off)

    def do_BMC(self, tag: object) -> None:  # noqa: N802 - PDF's own name
        """Begin a part that is of no layer."""
        del tag
        if isinstance(self.device, Watcher):
            self.device.parts.append(False)

    def do_EMC(self) -> None:  # noqa: N802 - PDF's own name
        """End a part."""
        if isinstance(self.device, Watcher) and self.device.parts:
            self.device.parts.pop()


class Watcher(PDFLayoutAnalyzer):
    """Notes the letters of a page and what is filled, in their order."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources, laparams=None)
        self.parts: list[bool] = []
        self.page = Page((0, 0, 0, 0))
        self._order = 0
        self._mode = 0
        self._within: list[Area] = []

    def begin_page(self, page: Any, ctm: Any) -> None:
        """Begin a page: what is seen of it is its crop box."""
        super().begin_page(page, ctm)
        self.parts, self._within = [], []
        self.page = Page(apply_matrix_rect(ctm, page.cropbox))

    def receive_layout(self, ltpage: LTPage) -> None:
        """Nothing: everything was noted while it was painted."""
        del ltpage

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Begin what is painted as one; what stands outside it is cut away."""
        super().begin_figure(name, bbox, matrix)
        if isinstance(self.cur_item, LTFigure):
            left, bottom, right, top = bbox
            corners = (left, bottom, right, top)
            self._within.append(apply_matrix_rect(self.cur_item.matrix, corners))

    def end_figure(self, name: str) -> None:
        """End it."""
        super().end_figure(name)
        if self._within:
            self._within.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Note in which mode letters are painted."""
        self._mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(self, *painting: Any, **more: Any) -> float:
        """Note a letter."""
        advance = super().render_char(*painting, **more)
        item = _last(self.cur_item)
        if isinstance(item, LTChar):
            self._order += 1
            area = (item.x0, item.y0, item.x1, item.y1)
            colours, undrawn = tuple(self._colours(item)), self._undrawn(item)
            self.page.chars.append(
                Char(item, self._order, item.get_text(), area, item.size, colours, undrawn)
            )
        return advance

    def _colours(self, item: LTChar) -> Iterator[Colour | None]:
        """In which colours a letter is painted: inside, around, or both."""
        state = item.graphicstate
        opaque, outlines = (
            (state.opaque, state.outlines) if isinstance(state, State) else (1.0, 1.0)
        )
        if self._mode in _FILLED and opaque >= _UNSEEN:
            yield _rgb(state.ncolor, item.ncs.name)
        if self._mode in _OUTLINED and outlines >= _UNSEEN:
            yield _rgb(state.scolor, state.scs.name)

    def paint_path(
        self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]
    ) -> None:
        """Note what a path fills."""
        super().paint_path(gstate, stroke, fill, evenodd, path)
        simple = sum(step[0] == "m" for step in path) == 1
        item = _last(self.cur_item)
        if fill and simple and isinstance(item, LTCurve):
            self._fill(item, _rgb(gstate.ncolor, gstate.ncs.name), gstate, isinstance(item, LTRect))

    def render_image(self, name: str, stream: PDFStream) -> None:
        """Note a picture; one with holes hides nothing for sure."""
        super().render_image(name, stream)
        item = _last(self.cur_item)
        holes = any(stream.get(hole) is not None for hole in ("SMask", "Mask", "ImageMask"))
        if isinstance(item, LTImage):
            self._fill(item, None, None, not holes)

    def _fill(self, item: Any, colour: Colour | None, state: Any, exact: bool) -> None:
        seen = not isinstance(state, State) or (state.opaque >= _OPAQUE and not state.mixes)
        if seen and not any(self.parts):
            self._order += 1
            area = (item.x0, item.y0, item.x1, item.y1)
            self.page.shapes.append(Shape(self._order, area, colour, exact))

    def _undrawn(self, item: LTChar) -> Hidden | None:
        """Why a letter is not painted at all."""
        if any(self.parts) or not any(True for _ in self._colours(item)):
            return Hidden.MARKED
        middle = ((item.x0 + item.x1) / 2, (item.y0 + item.y1) / 2)
        if not all(within(middle, area) for area in self._within):
            return Hidden.OUTSIDE
        return None


def _last(container: Any) -> LTItem | None:
    found = getattr(container, "_objs", [])
    return found[-1] if found else None


def layers_off(catalog: Mapping[str, Any]) -> frozenset[int]:
    """The ids of the layers that are off when the file is opened."""
    layers = dict_value(catalog.get("OCProperties") or {})
    usual = dict_value(layers.get("D") or {})
    off = list_value(usual.get("OFF") or [])
    if _named(resolve1(usual.get("BaseState"))) == "OFF":
        on = {one.objid for one in list_value(usual.get("ON") or []) if isinstance(one, PDFObjRef)}
        off = [one for one in list_value(layers.get("OCGs") or []) if _id(one) not in on]
    return frozenset(_id(one) for one in off) - {0}


def _id(one: object) -> int:
    return one.objid if isinstance(one, PDFObjRef) else 0


def _named(name: object) -> str:
    told = name.name if isinstance(name, PSLiteral) else name
    return told.decode("latin-1") if isinstance(told, bytes) else str(told)


def _rgb(told: object, space: str) -> Colour | None:
    """A colour as red, green and blue; None for a pattern and for what is not a plain colour."""
    parts = told if isinstance(told, list | tuple) else (told,)
    if not all(isinstance(part, int | float) for part in parts):
        return None
    numbers = [min(1.0, max(0.0, float(part))) for part in parts if isinstance(part, int | float)]
    if space in _INKS:
        # An ink that is not used at all leaves the paper white.
        return (1.0, 1.0, 1.0) if not any(numbers) else None
    match len(numbers):
        case 1 if space != "Indexed":
            return (numbers[0], numbers[0], numbers[0])
        case 3:
            return (numbers[0], numbers[1], numbers[2])
        case 4:
            cyan, magenta, yellow, black = numbers
            red, green, blue = ((1 - ink) * (1 - black) for ink in (cyan, magenta, yellow))
            return (red, green, blue)
        case _:
            return None
