"""Slack's messages as HTML."""

from base64 import b64encode
from html import unescape
from typing import Any

from tests.channels.drawing.html import NotDrawn, tag, words

Json = dict[str, Any]


def message(blocks: list[Json]) -> str:
    """A message of the app."""
    return _said("".join(_block(block) for block in blocks))


def _said(inner: str) -> str:
    who = tag("b", "Rolecall") + tag("span", "APP", "badge") + tag("span", "9:42", "time")
    body = tag("div", who, "who") + inner
    return tag("div", tag("div", "R", "avatar") + tag("div", body, "body"), "message")


def in_thread(replies: str) -> str:
    """What stands in a message's thread."""
    return tag("div", replies, "thread")


def file(title: str, data: bytes) -> str:
    """A picture that the app uploaded."""
    url = f"data:image/png;base64,{b64encode(data).decode()}"
    return _said(tag("div", words(title), "small") + tag("img", "", src=url, alt=title))


def modal(view: Json, typed: dict[str, str]) -> str:
    """A modal, with what somebody wrote into its fields."""
    drawn = [
        _input(one, typed) if one["type"] == "input" else _block(one) for one in view["blocks"]
    ]
    close = tag("button", _text(view["close"]))
    foot = tag("div", close + tag("button", _text(view["submit"]), "primary"), "foot")
    return tag("div", tag("div", _text(view["title"]), "header") + "".join(drawn) + foot, "modal")


def _input(block: Json, typed: dict[str, str]) -> str:
    if block["element"]["type"] != "plain_text_input":
        raise NotDrawn(block["element"]["type"])
    field = tag("div", words(typed[block["block_id"]]), "field")
    return tag("div", tag("label", _text(block["label"])) + field)


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
