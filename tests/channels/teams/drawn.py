"""What is in drawn activities, and what a Markdown client makes of their text."""

import re
from html import unescape
from typing import Any

from markdown_it import MarkdownIt

Json = dict[str, Any]

CLIENT = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def cards(drawn: tuple[Json, ...]) -> list[Json]:
    attached = [part for activity in drawn for part in activity.get("attachments", [])]
    assert all(
        part["contentType"] == "application/vnd.microsoft.card.adaptive" for part in attached
    )
    return [part["content"] for part in attached]


def labels(drawn: tuple[Json, ...]) -> list[Json]:
    return [entity for activity in drawn for entity in activity.get("entities", [])]


def runs(drawn: tuple[Json, ...]) -> list[str]:
    rich = [e for card in cards(drawn) for e in card["body"] if e["type"] == "RichTextBlock"]
    return [run["text"] for element in rich for run in element["inlines"]]


def shown(text: str) -> str:
    """What a client shows of Markdown: without tags, line by line."""
    return unescape(re.sub(r"<[^>]*>", "", CLIENT.render(text)))
