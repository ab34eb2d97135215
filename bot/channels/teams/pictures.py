"""The picture of a fit summary inside its card: as data, since Teams fetches no private address."""

import base64
from collections.abc import Sequence

from bot.channels.teams import words
from bot.channels.teams.card import BODY_BYTES, Json, one_card, size
from bot.channels.teams.markdown import inert
from bot.core.fit.sketch import WIDTH, Sketch, of_card
from bot.core.messages import Assessed, Block
from bot.core.team.card_room import SCREEN, height
from bot.drawing.png import png_within

_SCALES = (1.5, 1.0)
_BESIDE = 400
"""What an image takes beside its data and its description."""
PICTURE = "picture"
"""What the picture is called among a card's elements."""
STRETCHED = 566
"""How wide it is drawn where a card has a channel's width, in px."""
_FOLD = 600
"""What the button that shows it takes at most."""
ALT_TEXT = 1_000
"""The most characters of a description: the card says the same in full."""


def pictured(elements: Sequence[Json], blocks: tuple[Block, ...]) -> list[Json]:
    """The elements of a card with its picture behind them, where it fits on the same card."""
    sketch = of_card(blocks)
    left = BODY_BYTES - sum(size(element) + 4 for element in elements)
    drawn = _image(sketch, left - _FOLD) if sketch else None
    if sketch is None or drawn is None:
        return list(elements)
    return [*elements, *_folded(drawn, _tall(blocks, sketch))]


def picture_card(blocks: tuple[Block, ...], title: str) -> Json | None:
    """The picture on a card of its own, which goes with the other in one message; None for none.

    Of each requirement one line is drawn; the whole text stands in the description. `title` is
    read where no card is drawn.
    """
    sketch = of_card(blocks)
    drawn = _image(sketch.short, BODY_BYTES - _FOLD) if sketch else None
    if sketch is None or drawn is None:
        return None
    return one_card(_folded(drawn, _tall(blocks, sketch.short)), title)


def _tall(blocks: tuple[Block, ...], sketch: Sketch) -> int:
    """How high a card that is to fit one screen is with its picture, in px; 0 for another one."""
    if not any(isinstance(block, Assessed) and block.short for block in blocks):
        return 0
    return height(blocks) + round(sketch.height * STRETCHED / WIDTH)


def _folded(drawn: Json, tall: int) -> list[Json]:
    """The picture; behind a button that shows it where it would make more than a screen."""
    if tall <= SCREEN:
        return [drawn]
    shows = {
        "type": "Action.ToggleVisibility",
        "title": words.PICTURE,
        "targetElements": [PICTURE],
    }
    return [{"type": "ActionSet", "actions": [shows]}, {**drawn, "id": PICTURE, "isVisible": False}]


def _image(sketch: Sketch, room: int) -> Json | None:
    """The picture as an element of at most so many bytes as UTF-16; None where it does not fit."""
    said = inert(sketch.described[:ALT_TEXT])
    # Four letters stand for three bytes, and each takes two bytes.
    most = (room - size(said) - _BESIDE) // 2 // 4 * 3
    data = png_within(sketch, most, _SCALES) if most > 0 else None
    if data is None:
        return None
    url = f"data:image/png;base64,{base64.b64encode(data).decode()}"
    return {"type": "Image", "url": url, "altText": said, "size": "Stretch", "separator": True}
