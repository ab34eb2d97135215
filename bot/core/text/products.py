"""Names of tools and products, which people also write in small letters."""

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def products() -> frozenset[str]:
    """Tools, products and seasons that are written like names, in lower case."""
    text = (files("bot.core.text") / "products.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
