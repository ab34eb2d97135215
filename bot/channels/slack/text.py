"""Slack's own text format: from what a person wrote to plain text, and back without any markup."""

import re
from functools import partial

_ENTITIES = (("<", "&lt;"), (">", "&gt;"))
_MARKUP = re.compile(r"<([^<>\s][^<>]*)>")
_UNSHOWABLE = re.compile(
    # Control characters, and those that turn the direction of whatever stands after them.
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_WIDTHS = {"&": 5, "<": 4, ">": 4}


def escaped(text: str) -> str:
    """Plain text in the form Slack asks for: `&`, `<` and `>` never start markup or a ping."""
    text = text.replace("&", "&amp;")
    for character, entity in _ENTITIES:
        text = text.replace(character, entity)
    return text


def width(text: str) -> int:
    """How many characters the text has once escaped."""
    return len(text) + sum((wide - 1) * text.count(each) for each, wide in _WIDTHS.items())


def clean(text: str) -> str:
    """The text without characters that cannot be shown or would disturb what stands around it."""
    return _UNSHOWABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def unescaped(text: str) -> str:
    """Escaped text as it was typed."""
    for character, entity in _ENTITIES:
        text = text.replace(entity, character)
    return text.replace("&amp;", "&")


def typed(text: str, bot: str = "") -> str:
    """What a person typed, from the text of an event.

    Mentions of `bot` (its user id) are dropped, other mentions and links become their visible
    words. Half a surrogate pair, which no database takes, becomes a replacement character.
    """
    text = clean(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")).strip()
    if bot:
        text = re.sub(rf"^<@{re.escape(bot)}(?:\|[^<>]*)?>[\s:,]*", "", text)
    return unescaped(_MARKUP.sub(partial(_shown, bot), text)).strip()


def _shown(bot: str, markup: re.Match[str]) -> str:
    target, _, label = markup[1].partition("|")
    if target.startswith("@"):
        own = bool(bot) and target[1:] == bot
        return "" if own else "@" + (label or target[1:]).removeprefix("@")
    if target.startswith("#"):
        return "#" + (label or target[1:]).removeprefix("#")
    if target.startswith("!"):
        return _special(target[1:], label)
    return _link(target, label)


def _special(target: str, label: str) -> str:
    """`<!here>`, `<!subteam^S1|@name>`, `<!date^…|in words>`."""
    if target.startswith("date^"):
        return label
    return "@" + (label or target.partition("^")[0]).removeprefix("@")


def _link(url: str, label: str) -> str:
    """A link as its words; the address too where the words do not show it."""
    bare = re.sub(r"^(?:https?://|mailto:|tel:)", "", url)
    if not label or label == url:
        return url if not url.startswith(("mailto:", "tel:")) else bare
    return label if label.rstrip("/") == bare.rstrip("/") else f"{label} ({url})"


def cut(text: str, limit: int) -> tuple[str, ...]:
    """The text in parts that are at most `limit` characters wide once escaped.

    Cuts after a paragraph, a line, a sentence or a word where there is one. The parts joined are
    the text.
    """
    parts: list[str] = []
    while width(text) > limit:
        end = _boundary(text[: _fitting(text, limit)])
        parts.append(text[:end])
        text = text[end:]
    return (*parts, text) if text else tuple(parts)


def _fitting(text: str, limit: int) -> int:
    """How many of the text's first characters fit, at least one."""
    total = 0
    for number, character in enumerate(text):
        total += _WIDTHS.get(character, 1)
        if total > limit:
            return max(number, 1)
    return len(text)


def _boundary(text: str) -> int:
    """Where to cut: in the second half, after the strongest boundary there is."""
    for mark in ("\n\n", "\n", ". ", " "):
        found = text.rfind(mark, len(text) // 2)
        if found >= 0:
            return found + len(mark)
    return len(text)
