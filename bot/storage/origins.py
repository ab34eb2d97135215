"""Where a chat is reached, as kept: the channel's name, then names and values of its address."""

from bot.core.messages import Origin
from bot.storage.codec import texts_from_json, texts_to_json


def origin_to_json(origin: Origin | None) -> str:
    """The origin as canonical JSON; "" where there is none."""
    if origin is None:
        return ""
    return texts_to_json((origin.channel, *(text for pair in origin.address for text in pair)))


def origin_from_json(kept: str) -> Origin | None:
    """The origin; raises Unreadable."""
    if not kept:
        return None
    channel, *address = texts_from_json(kept)
    return Origin(channel, tuple(zip(address[::2], address[1::2], strict=True)))
