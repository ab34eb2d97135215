"""A résumé in Markdown or plain text: what is shown once it is drawn, without its marks."""

import codecs
import re

from bot.core.screening.resume import Hidden
from bot.resumes import limits

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LINE_COMMENT = re.compile(r"^[ \t]*\[[^\]\n]*\]:[ \t]*(?:#|<>)[^\n]*$", re.MULTILINE)
_UNDRAWN = re.compile(
    r"<(script|style|template|title|noscript|head)\b[^>]*>.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_HIDING = (
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?(?![.\d])|"
    r"font-size\s*:\s*[0-2](?:\.\d+)?(?:px|pt|%)?(?![\d.])|color\s*:\s*(?:#fff(?:fff)?\b|white\b|"
    r"transparent\b|rgba?\([^)]*,\s*0\s*\))|(?:left|top|text-indent)\s*:\s*-\d{3,}|\bhidden\b"
)
_HIDDEN = re.compile(rf"<([a-z][a-z0-9]*)\b[^>]*(?:{_HIDING})[^>]*>", re.IGNORECASE)
_EMPTY = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"))
"""Elements that hold nothing and have no end."""
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_PICTURE = re.compile(r"!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")


def decoded(data: bytes) -> str:
    """Text in UTF-8, or in UTF-16 with its mark; raises ResumeUnreadable."""
    encoding = "utf-16" if data.startswith(_WIDE) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise limits.damaged() from None
    if "\x00" in text:
        raise limits.damaged()
    return text.replace("\r\n", "\n").replace("\r", "\n")


def seen(text: str, left: set[Hidden]) -> str:
    """The text without comments, hidden elements, pictures and the addresses behind links.

    What is left out is added to `left`.
    """
    for pattern, why in (
        (_COMMENT, Hidden.COMMENT),
        (_LINE_COMMENT, Hidden.COMMENT),
        (_UNDRAWN, Hidden.MARKED),
    ):
        text, times = pattern.subn("", text)
        if times:
            left.add(why)
    shown = _without_hidden(text)
    if shown != text:
        left.add(Hidden.MARKED)
    return _TAG.sub("", _LINK.sub(r"\1", _PICTURE.sub("", shown)))


def _without_hidden(text: str) -> str:
    """The text without hidden elements, each up to its own end."""
    pieces, at = [], 0
    while found := _HIDDEN.search(text, at):
        pieces.append(text[at : found.start()])
        at = _end(text, found)
    return "".join((*pieces, text[at:]))


def _end(text: str, opened: re.Match[str]) -> int:
    """Where an element ends: others of its name may stand inside it."""
    name = opened[1].casefold()
    if name in _EMPTY:
        return opened.end()
    deep = 1
    for tag in re.compile(rf"<(/?){name}\b[^>]*>", re.IGNORECASE).finditer(text, opened.end()):
        deep += -1 if tag[1] else 1
        if not deep:
            return tag.end()
    return len(text)
