"""Names and contact data taken out of a text before it is embedded or sent to a model."""

import re

from bot.core.contact import CONTACT

_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b(?:[A-Z][a-zà-ÿ]+(?:[-' ][A-Z][a-zà-ÿ]+)+)\b")
_INTRODUCED = re.compile(
    r"\b(?:my name is|i am called|i'm called|call me|this "
    r"is)\s+([A-Z][\wà-ÿ'-]+(?:\s[A-Z][\wà-ÿ'-]+)?)",
    re.IGNORECASE,
)


def masked(text: str) -> str:
    """The text with names and contact data replaced by "x", length for length."""
    hidden = CONTACT.sub(_same_length, text)
    hidden = _INTRODUCED.sub(lambda found: found[0].replace(found[1], "x" * len(found[1])), hidden)
    return _NAME.sub(_same_length, hidden)


def _same_length(found: re.Match[str]) -> str:
    return re.sub(r"\w", "x", found[0])
