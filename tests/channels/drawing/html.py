"""Pages of HTML, built from elements whose words are always escaped."""

from html import escape
from pathlib import Path

HERE = Path(__file__).parent


class NotDrawn(Exception):
    """A payload holds an element that the drawing does not know."""

    def __init__(self, kind: object) -> None:
        super().__init__(f"The drawing does not know the element “{kind}”.")


def tag(name: str, inner: str, classes: str = "", **attributes: str) -> str:
    """An element; `inner` is HTML already."""
    given = {"class": classes, **attributes} if classes else attributes
    told = "".join(f' {key}="{escape(value)}"' for key, value in given.items())
    return f"<{name}{told}>{inner}</{name}>"


def words(text: str) -> str:
    """Words as they are, with their line breaks."""
    return escape(text).replace("\n", "<br>")


def page(platform: str, scenes: str, size: str = "") -> str:
    """The same scenes twice, in the light and in the dark look of a platform.

    `size` is "wide" for what takes as much room as a channel has.
    """
    style = (HERE / "drawing.css").read_text(encoding="utf-8")
    looks = "".join(tag("section", scenes, f"{platform} {look}") for look in ("light", "dark"))
    head = '<meta charset="utf-8">' + tag("style", style)
    body = tag("body", looks, size)
    return f"<!doctype html><html lang=en><head>{head}</head>{body}</html>"
