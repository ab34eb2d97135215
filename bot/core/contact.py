"""Contact data in what a person wrote: found, and left out of what others read."""

import re

CONTACT = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.]+\b|https?://\S+|\+?\d[\d ()/-]{7,}\d")
"""A mail address, a web address or a telephone number."""

_LEFT_OUT = "[left out]"
_OWN_NAME = re.compile(
    r"\b([Mm]y name is|I am called|I'm called|[Cc]all me)\s+[A-Z][\wà-ÿ'-]+(?:\s[A-Z][\wà-ÿ'-]+)?"
)


def without_contact(text: str) -> str:
    """The text in one line, without mail, web or telephone addresses and without the own name."""
    shown = CONTACT.sub(_LEFT_OUT, " ".join(text.replace("’", "'").split()))
    return _OWN_NAME.sub(rf"\1 {_LEFT_OUT}", shown)
