"""Slack's messages as HTML."""

from html import unescape
from typing import Any

from tests.channels.drawing.html import NotDrawn, tag, words

Json = dict[str, Any]


def message(blocks: list[Json]) -> str:
    """A message of the app."""
    who = tag("b", "Rolecall") + tag("span", "APP", "badge") + tag("span", "9:30", "time")
    body = tag("div", who, "who") + "".join(_block(block) for block in blocks)
    return tag("div", tag("div", "R", "avatar") + tag("div", body, "body"), "message")


def _block(block: Json) -> str:
    match block["type"]:
        case "header":
            return tag("div", _text(block["text"]), "header")
        case "rich_text":
            return tag("div", "".join(_rich(part) for part in block["elements"]), "rich")
        case "context":
            lines = (tag("div", _text(part)) for part in block["elements"])
            return tag("div", "".join(lines), "context small")
        case "actions":
            return tag("div", "".join(_button(part) for part in block["elements"]))
        case "divider":
            return "<hr>"
        case other:
            raise NotDrawn(other)


def _rich(part: Json) -> str:
    inner = "".join(_inline(one) for one in part["elements"])
    match part["type"]:
        case "rich_text_section":
            return tag("div", inner)
        case "rich_text_quote":
            return tag("blockquote", inner)
        case "rich_text_list":
            start = {"start": str(part["offset"] + 1)} if "offset" in part else {}
            return tag("ol" if part["style"] == "ordered" else "ul", inner, **start)
        case other:
            raise NotDrawn(other)


def _inline(one: Json) -> str:
    match one["type"]:
        case "rich_text_section":
            return tag("li", "".join(_inline(part) for part in one["elements"]))
        case "text":
            shown, style = words(one["text"]), one.get("style", {})
            shown = tag("b", shown) if style.get("bold") else shown
            return tag("i", shown) if style.get("italic") else shown
        case "link":
            return tag("u", words(one.get("text") or one["url"]))
        case "user":
            return tag("b", words("@" + one["user_id"]))
        case other:
            raise NotDrawn(other)


def _text(part: Json) -> str:
    if part["type"] != "plain_text":
        raise NotDrawn(part["type"])
    return words(unescape(part["text"]))


def _button(part: Json) -> str:
    if part["type"] != "button":
        raise NotDrawn(part["type"])
    return tag("button", _text(part["text"]), part.get("style", ""))
