"""A file's bytes as the text that a person sees who looks at it; what nobody sees is left out."""

import re

from bot.core.screening.resume import Hidden, ReadResume
from bot.core.text.cleaning import cleaned
from bot.resumes import limits, markdown, pdf, word

Left = set[Hidden]
_UNSEEN = re.compile("[\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\U000e0020-\U000e007f]")
"""What hides or turns words; a soft hyphen or a mark at the beginning of a file does neither."""
_FLAG = re.compile("\U0001f3f4[\U000e0061-\U000e007a]{5}\U000e007f")
_SPACES = re.compile(r"[^\S\n]+")
_WRAPPED = re.compile(r"(?<=[^\s.!?:;])\n(?=[^\W\d_A-Z])")
"""A line that ends in the middle of a sentence: the next one goes on in lower case."""
_GAPS = re.compile(r"\n\s*\n\s*\n+")


def read(name: str, data: bytes) -> ReadResume:
    """What a résumé says; raises ResumeUnreadable for what cannot be read, and says what to do."""
    limits.checked(name, len(data))
    kind = limits.ending(name)
    if not data.strip():
        raise limits.without_text()
    left: Left = set()
    text = _seen(kind, data, left)
    if _UNSEEN.search(_FLAG.sub("", text)):
        left.add(Hidden.CHARACTERS)
    text = _tidied(cleaned(text))
    if not any(map(str.isalpha, text)):
        raise limits.without_text()
    if len(text) > limits.LONGEST:
        raise limits.too_long(len(text))
    order = list(Hidden)
    return ReadResume(kind.removeprefix("."), text, tuple(sorted(left, key=order.index)))


def _seen(kind: str, data: bytes, left: Left) -> str:
    match kind:
        case ".pdf":
            return pdf.seen(data, left)
        case ".docx":
            return word.seen(data, left)
        case ".md" | ".markdown":
            return markdown.seen(markdown.decoded(data), left)
        case _:
            return markdown.decoded(data)


def _tidied(text: str) -> str:
    """Whole lines without spaces around them, and at most one empty line between two of them."""
    lines = "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    whole = _WRAPPED.sub(_joined, lines)
    return _GAPS.sub("\n\n", whole).strip()


def _joined(found: re.Match[str]) -> str:
    """Nothing behind a hyphen, otherwise a space; a following capital begins a line of its own."""
    following = found.string[found.end() : found.end() + 1]
    if following.isupper():
        return "\n"
    return "" if found.string[found.start() - 1] == "-" else " "
