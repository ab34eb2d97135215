"""Teams' activities and dialogs as HTML."""

import re
from typing import Any

from tests.channels.drawing.html import NotDrawn, tag, words
from tests.channels.teams.drawn import CLIENT

Json = dict[str, Any]
_SPACES = {"None": "close", "Small": "near"}
_BUTTONS = ("Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ToggleVisibility")


def activity(drawn: Json) -> str:
    """A message: its text, its cards, its labels, and what Teams shows with them."""
    label: Json = next(iter(drawn.get("entities", [])), {})
    badges = ["AI generated"] if "AIGeneratedContent" in label.get("additionalType", []) else []
    badges += [label["usageInfo"]["name"]] if "usageInfo" in label else []
    who = tag("b", "Rolecall") + "".join(tag("span", words(badge), "badge") for badge in badges)
    text = tag("div", _markdown(drawn["text"]), "bubble") if drawn.get("text") else ""
    cards = "".join(_card(part["content"]) for part in drawn.get("attachments", []))
    asked = "feedbackLoop" in drawn.get("channelData", {})
    thumbs = tag("div", "Helpful? &#9651; yes &nbsp; &#9661; no", "thumbs") if asked else ""
    body = tag("div", who, "who") + text + cards + thumbs
    return tag("div", tag("div", "R", "avatar") + tag("div", body, "body"), "message")


def dialog(answer: Json) -> str:
    """What an invoke that opens a dialog is answered with."""
    value = answer["task"]["value"]
    title = tag("div", words(value["title"]), "title")
    return tag("div", title + _card(value["card"]["content"]), "dialog")


def _markdown(text: str) -> str:
    return re.sub(r"\[(\d+)\]", r'<span class="chip">\1</span>', CLIENT.render(text))


def _card(card: Json) -> str:
    assert card["version"] == "1.5"
    drawn = "".join(_element(part) for part in card["body"])
    actions = "".join(_button(action) for action in card.get("actions", []))
    return tag("div", drawn + (tag("div", actions) if actions else ""), "card")


def _element(part: Json) -> str:
    classes = "separator" if part.get("separator") else ""
    classes = _SPACES.get(part.get("spacing", ""), classes)
    if part.get("isVisible") is False:
        return ""
    match part["type"]:
        case "TextBlock":
            look = " heading" if part.get("size") == "Large" else ""
            bold = tag("b", CLIENT.renderInline(part["text"]))
            inner = bold if part.get("weight") == "Bolder" else CLIENT.renderInline(part["text"])
            return tag("div", inner, (classes + look).strip())
        case "RichTextBlock":
            return tag("div", "".join(_run(run) for run in part["inlines"]), classes)
        case "ActionSet":
            return tag("div", "".join(_button(action) for action in part["actions"]), classes)
        case "Image":
            return tag("img", "", classes, src=part["url"], alt=part["altText"])
        case "Container":
            inner = "".join(_element(item) for item in part["items"])
            return tag("div", inner, part.get("style", ""))
        case _:
            return _input(part)


def _input(part: Json) -> str:
    match part["type"]:
        case "Input.Text":
            shown = part.get("value", "")
        case "Input.ChoiceSet":
            titles = {choice["value"]: choice["title"] for choice in part["choices"]}
            shown = titles.get(part.get("value", ""), "") + " ▾"
        case "Input.Toggle":
            return tag("div", words(part["title"]), "toggle")
        case other:
            raise NotDrawn(other)
    needed = " *" if part.get("isRequired") else ""
    label = tag("label", words(part["label"] + needed))
    return tag("div", label + tag("div", words(shown), "field"))


def _run(run: Json) -> str:
    assert run["type"] == "TextRun"
    inner = words(run["text"])
    inner = tag("b", inner) if run.get("weight") == "Bolder" else inner
    inner = tag("i", inner) if run.get("italic") else inner
    return tag("span", inner, "small" if run.get("isSubtle") else "")


def _button(action: Json) -> str:
    if action["type"] not in _BUTTONS:
        raise NotDrawn(action["type"])
    return tag("button", words(action["title"]), "primary" if "style" in action else "")
