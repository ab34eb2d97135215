"""Slack's documented limits, checked on a payload: what the fake Web API refuses, and tests too."""

import json
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

CUMULATIVE = 13_200


def problems(payload: Json) -> list[str]:
    """What Slack would refuse in a chat.postMessage payload; empty where it is fine."""
    blocks = payload.get("blocks") or []
    found = [] if payload.get("text") or blocks else ["no_text"]
    found += (
        ["msg_blocks_too_long"] if len(json.dumps(blocks, ensure_ascii=False)) > CUMULATIVE else []
    )
    found += ["invalid_blocks: more than 50 blocks"] if len(blocks) > 50 else []
    found += ["msg_too_long"] if len(payload.get("text") or "") > 4_000 else []
    return found + [f"invalid_blocks: {found}" for block in blocks for found in _block(block)]


def home_problems(view: Json) -> list[str]:
    """What Slack would refuse in a Home view; empty where it is fine."""
    blocks = view["blocks"]
    found = [] if view["type"] == "home" and 1 <= len(blocks) <= 100 else ["invalid view"]
    found += ["private_metadata"] if len(view.get("private_metadata", "")) > 3_000 else []
    return found + [flaw for block in blocks for flaw in _block(block)]


def modal_problems(view: Json) -> list[str]:
    """What Slack would refuse in a modal; empty where it is fine."""
    blocks = view["blocks"]
    found = [] if view["type"] == "modal" and 1 <= len(blocks) <= 100 else ["invalid view"]
    found += ["private_metadata"] if len(view["private_metadata"]) > 3_000 else []
    for name in ("title", "submit", "close"):
        found += _plain_text(view[name], 24)
    inputs = [block for block in blocks if block["type"] == "input"]
    named = [block["block_id"] for block in inputs]
    found += ["block ids are not unique"] if len(named) != len(set(named)) else []
    found += [flaw for block in inputs for flaw in _input(block)]
    others = (block for block in blocks if block["type"] != "input")
    return found + [flaw for block in others for flaw in _block(block)]


def _input(block: Json) -> Iterator[str]:
    element = block["element"]
    yield from _plain_text(block["label"], 2_000)
    if not 1 <= element.get("max_length", 1) <= 3_000:
        yield "max_length"
    if len(element.get("initial_value", "")) > element.get("max_length", 3_000):
        yield "initial_value"
    options = element.get("options", [])
    if element["type"] == "static_select" and not 1 <= len(options) <= 100:
        yield f"{len(options)} options"
    for option in options:
        yield from _plain_text(option["text"], 75)
        if not 1 <= len(option["value"]) <= 150:
            yield "option value"


def _block(block: Json) -> Iterator[str]:
    match block["type"]:
        case "header":
            yield from _plain_text(block["text"], 150)
        case "context":
            yield from _count(block["elements"], 10)
            for element in block["elements"]:
                yield from _plain_text(element, 3_000)
        case "actions":
            yield from _count(block["elements"], 25)
            yield from _actions(block["elements"])
        case "context_actions":
            yield from _count(block["elements"], 5)
            yield from _thumbs(block["elements"])
        case "rich_text":
            yield from _count(block["elements"], 60)
            yield from _rich_text(block)
        case unknown:
            yield f"unknown block {unknown}"


def _thumbs(elements: list[Json]) -> Iterator[str]:
    for element in elements:
        for thumb in (element["positive_button"], element["negative_button"]):
            yield from _plain_text(thumb["text"], 75)
            if not 1 <= len(thumb["value"]) <= 2_000:
                yield "feedback value"


def _count(elements: list[Json], most: int) -> Iterator[str]:
    if not 1 <= len(elements) <= most:
        yield f"{len(elements)} elements"


def _actions(buttons: list[Json]) -> Iterator[str]:
    ids = [button["action_id"] for button in buttons]
    if len(ids) != len(set(ids)):
        yield "action ids are not unique"
    for button in buttons:
        yield from _plain_text(button["text"], 75)
        if not 1 <= len(button["value"]) <= 2_000:
            yield "button value"
        if button.get("style", "primary") not in ("primary", "danger"):
            yield "button style"


def _plain_text(text: Json, most: int) -> Iterator[str]:
    if text["type"] != "plain_text":
        yield f"{text['type']} instead of plain_text"
    if not text["text"].strip() or len(text["text"]) > most:
        yield f"text of {len(text['text'])} characters"


def _rich_text(block: Json) -> Iterator[str]:
    written = 0
    for leaf in leaves(block):
        match leaf["type"]:
            case "text":
                written += len(leaf["text"])
                if not leaf["text"]:
                    yield "empty text"
            case "link":
                written += len(leaf["url"])
                if not leaf["url"].startswith(("https://", "http://")):
                    yield f"link to {leaf['url']}"
            case "user":
                written += len(leaf["user_id"])
            case unknown:
                yield f"unknown rich text {unknown}"
    if not 1 <= written <= 3_000:
        yield f"rich text of {written} characters"


def leaves(block: Json) -> Iterator[Json]:
    """The texts and links of a rich_text block."""
    for element in block.get("elements", ()):
        if "elements" in element:
            yield from leaves(element)
        else:
            yield element
