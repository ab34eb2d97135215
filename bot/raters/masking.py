"""Names and contact data taken out of a text before it is sent to a model."""

import re

from bot.core.text.contact import CONTACT
from bot.raters.neutral import INTRODUCED, names_in


def masked(text: str) -> str:
    """The text with names and contact data replaced by "x", length for length."""
    hidden = CONTACT.sub(_same_length, text)
    hidden = INTRODUCED.sub(lambda found: _after(found, found.end(1)), hidden)
    for start, end in names_in(hidden):
        hidden = hidden[:start] + _crossed_out(hidden[start:end]) + hidden[end:]
    return hidden


def _after(found: re.Match[str], start: int) -> str:
    said = found[0]
    kept = start - found.start()
    return said[:kept] + _crossed_out(said[kept:])


def _same_length(found: re.Match[str]) -> str:
    return _crossed_out(found[0])


def _crossed_out(said: str) -> str:
    return re.sub(r"\w", "x", said)
