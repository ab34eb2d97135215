"""The app's two icons, drawn here and written as PNG: pure, so the same bytes each time."""

import struct
import zlib
from collections.abc import Callable
from math import hypot, sqrt

COLOUR_SIZE = 192
OUTLINE_SIZE = 32
ACCENT = "#1F4E79"

Rgba = tuple[int, int, int, int]
_Shape = Callable[[float, float], float]
"""The distance of a point to a shape's edge, in units of the picture's width; below 0 inside."""

_WHITE: Rgba = (255, 255, 255, 255)
_CLEAR: Rgba = (255, 255, 255, 0)
_ROWS = (0.34, 0.46, 0.58)
_STROKE = 0.035


def colour_icon() -> bytes:
    """The full-colour icon: a white speech bubble that holds a list, on the accent colour."""
    blue: Rgba = (*bytes.fromhex(ACCENT[1:]), 255)
    return _png(COLOUR_SIZE, blue, ((_bubble, _WHITE), (_list, blue)))


def outline_icon() -> bytes:
    """The outline icon: the same drawing in white lines on nothing."""
    return _png(OUTLINE_SIZE, _CLEAR, ((_ring, _WHITE), (_list, _WHITE)))


def _png(size: int, ground: Rgba, layers: tuple[tuple[_Shape, Rgba], ...]) -> bytes:
    """A square picture of `size` pixels in 8-bit RGBA."""
    rows = b"".join(
        b"\x00" + b"".join(bytes(_pixel(x, y, size, ground, layers)) for x in range(size))
        for y in range(size)
    )
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _pixel(
    x: int, y: int, size: int, ground: Rgba, layers: tuple[tuple[_Shape, Rgba], ...]
) -> Rgba:
    colour = ground
    for shape, paint in layers:
        # A pixel on the edge is covered as far as the edge's distance to its middle says.
        away = shape((x + 0.5) / size, (y + 0.5) / size) * size
        colour = _over(colour, paint, min(1.0, max(0.0, 0.5 - away)))
    return colour


def _over(below: Rgba, paint: Rgba, covered: float) -> Rgba:
    red, green, blue, alpha = (
        round(old + (new - old) * covered) for old, new in zip(below, paint, strict=True)
    )
    return red, green, blue, alpha


def _bubble(x: float, y: float) -> float:
    return min(_box(x, y, (0.12, 0.18, 0.88, 0.74), 0.1), _tail(x, y))


def _ring(x: float, y: float) -> float:
    return abs(_bubble(x, y) + _STROKE) - _STROKE


def _list(x: float, y: float) -> float:
    """Three rows of a mark and a line: a roll that is called."""
    marks = (hypot(x - 0.28, y - row) - 0.035 for row in _ROWS)
    lines = (_box(x, y, (0.38, row - 0.025, 0.74, row + 0.025), 0.025) for row in _ROWS)
    return min(*marks, *lines)


def _tail(x: float, y: float) -> float:
    """The bubble's tail: a triangle below its left half, as what lies inside three edges."""
    slope = sqrt(0.5)
    return max(0.26 - x, 0.66 - y, (x - 0.26 + y - 0.9) * slope)


def _box(x: float, y: float, box: tuple[float, float, float, float], radius: float) -> float:
    left, top, right, bottom = box
    dx = abs(x - (left + right) / 2) - (right - left) / 2 + radius
    dy = abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius
    outside = hypot(max(dx, 0.0), max(dy, 0.0))
    return outside + min(max(dx, dy), 0.0) - radius
