"""Makes text harmless for Teams: what a person wrote can ping, link or format nothing."""

import re

SEGMENT = 2000
"""The most characters of one paragraph in one piece; even escaped, a piece fits a message."""

_JOINER = "\u2060"
"""A word joiner: invisible, and enough to keep a client from making a link or a mention."""

# Control characters, and those that turn the direction of the text around them.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

# Where a client finds an address, a mention, or a card's date macro by itself.
_LINKED = re.compile(
    r"(?<=:)(?=//)|(?<=@)(?=\w)|(?<=\w\.)(?=[^\W\d_])|(?<=<)(?=/?at\b)|(?<={)(?={)"
)

_INLINE = re.compile(r"[\\`*_~\[\]|]")
_AT_START = re.compile(r"^(\s*)([-+=#]|\d+(?=[.)]))", re.MULTILINE)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)

_QUOTED = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C"}


def inert(text: str) -> str:
    """The text without characters that are not seen, and with its links and mentions broken up."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _LINKED.sub(_JOINER, _UNSEEN.sub("", lines))


def markdown(text: str) -> str:
    """The text as Markdown that shows it as it was written, line by line."""
    escaped = _ENTITY.sub("&amp;", inert(text)).replace("<", "&lt;").replace(">", "&gt;")
    escaped = _INLINE.sub(lambda found: "\\" + found.group(), escaped)
    escaped = _AT_START.sub(_start, _INDENT.sub(_indent, escaped))
    return escaped.strip("\n").replace("\n", "  \n")


def one_line(text: str) -> str:
    """The text as Markdown in one line."""
    return markdown(" ".join(text.split()))


def web_address(url: str) -> str:
    """A web link's address with nothing in it that would end it early; "" for any other link."""
    if not url.startswith(("https://", "http://")):
        return ""
    return "".join(_QUOTED.get(mark, mark) for mark in url if mark.isprintable())


def segments(text: str, size: int = SEGMENT) -> tuple[str, ...]:
    """The text in parts of at most `size` characters, cut between words where that is possible.

    The parts joined give the text again.
    """
    parts = []
    while len(text) > size:
        space = max(text.rfind(" ", 0, size), text.rfind("\n", 0, size))
        end = space + 1 if space > size // 2 else size
        parts.append(text[:end])
        text = text[end:]
    return (*parts, text) if text else tuple(parts)


def _start(found: re.Match[str]) -> str:
    before, sign = found.groups()
    # "1." is kept from being a list by escaping its point, "-" by escaping itself.
    return f"{before}{sign}\\" if sign.isdigit() else f"{before}\\{sign}"


def _indent(found: re.Match[str]) -> str:
    # Four spaces would make a code block; spaces that do not break keep the look.
    return found.group().replace("\t", " " * 4).replace(" ", "\xa0")
