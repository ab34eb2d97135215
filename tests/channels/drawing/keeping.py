"""Pictures as they are kept: in as many colours as leave each small."""

from io import BytesIO
from pathlib import Path

from PIL import Image

LARGEST = 148_000
"""The most bytes of a picture."""
_COLOURS = (64, 48, 32, 24, 16, 12, 10, 8)


class TooLarge(Exception):
    """A picture that even few colours do not make small."""


def kept(picture: bytes | Image.Image, file: Path) -> None:
    """Keep a picture as PNG. Raises TooLarge."""
    whole = picture if isinstance(picture, Image.Image) else Image.open(BytesIO(picture))
    for colours in _COLOURS:
        written = BytesIO()
        # Octrees keep a rare colour, such as that of a mark, where a median would drop it.
        few = whole.convert("RGB").quantize(
            colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        few.save(written, "PNG", optimize=True)
        if len(written.getvalue()) <= LARGEST:
            file.write_bytes(written.getvalue())
            return
    raise TooLarge(file.name)
