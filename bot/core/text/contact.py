"""Contact data and the candidate's name in what a person wrote: found, and left out for others."""

import re
import unicodedata
from collections.abc import Iterator

CONTACT = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.]+\b|https?://\S+|\+?\d[\d ()/-]{7,}\d")
"""A mail address, a web address or a telephone number."""

LEFT_OUT = "[left out]"
TELEPHONE = 9
"""So many digits make a telephone number; fewer may be two years: “2019 - 2021”."""
SHORTEST_NAME = 3
"""A shorter piece of a name alone may be any word; within the whole name it is found."""
_CALLED = r"(?![a-zß-öø-ÿ])[^\W\d_][\w\u0300-\u036f'-]+"
"""A word that begins as a name does, in any script; an accent may be a character of its own."""
_OWN_NAME = re.compile(
    rf"\b([Mm]y name is|I am called|I'm called|[Cc]all me)\s+{_CALLED}(?:\s{_CALLED})?"
)


def without_contact(text: str) -> str:
    """The text in one line, without mail, web or telephone addresses and without the own name."""
    shown = CONTACT.sub(LEFT_OUT, " ".join(text.replace("’", "'").split()))
    return _OWN_NAME.sub(rf"\1 {LEFT_OUT}", shown)


def private_spans(text: str, name: str = "") -> tuple[tuple[int, int], ...]:
    """Where contact data, an own name or `name` stands: spans in order, none overlapping.

    `name` is who the candidate is as the invitation has it, "" where nobody knows. Each piece of it
    that is long enough counts alone where it is written as a name; the whole in any case.
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted((*_contacts(text), *_names(text, name))):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def contacts(text: str) -> tuple[str, ...]:
    """The mail, web and telephone addresses in a text, in its order."""
    return tuple(text[start:end] for start, end in _contacts(text))


def veiled(text: str, name: str = "") -> str:
    """The text with each of those spans left out, and otherwise as it was written."""
    pieces, at = [], 0
    for start, end in private_spans(text, name):
        pieces += [text[at:start], LEFT_OUT]
        at = end
    return "".join((*pieces, text[at:]))


def _contacts(text: str) -> Iterator[tuple[int, int]]:
    for found in CONTACT.finditer(text):
        address = "@" in found[0] or "://" in found[0]
        if address or sum(map(str.isdigit, found[0])) >= TELEPHONE:
            yield found.span()


def _names(text: str, name: str) -> Iterator[tuple[int, int]]:
    for found in _OWN_NAME.finditer(text.replace("’", "'")):
        yield found.end(1) + 1, found.end()
    pieces = unicodedata.normalize("NFC", name).split()
    if not pieces:
        return
    whole = r"\s+".join(map(_written, pieces))
    yield from (found.span() for found in re.finditer(rf"(?<!\w){whole}(?!\w)", text, re.I))
    for piece in pieces:
        if len(piece) >= SHORTEST_NAME and piece[0].isupper():
            alone = rf"(?<!\w)(?:{_written(piece)}|{_written(piece.upper())})(?!\w)"
            yield from (found.span() for found in re.finditer(alone, text))


def _written(piece: str) -> str:
    """A pattern for a name: many a PDF writes an accent as a character behind its letter."""
    letters = ((letter, unicodedata.normalize("NFD", letter)) for letter in piece)
    return "".join(
        re.escape(one) if one == parted else f"(?:{re.escape(one)}|{re.escape(parted)})"
        for one, parted in letters
    )
