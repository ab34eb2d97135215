"""Whether words are a clear yes to the notice: hesitant or conditional words are not."""

import re

_YES = (
    r"(?:(?:yes|yep|yeah|yup|y|sure|ok|okay|certainly|absolutely|definitely|gladly|agreed)\b ?)+|"
    r"i (?:do|am|agree|consent|accept|do agree|do consent)(?: to (?:this|that|it|both))?|accept|"
    r"agree|consent|go ahead|start|begin|(?:i want to|i'd like to|please|we can|you can|you may) "
    r"(?:start|begin|ask|go ahead)|let'?s (?:go|start|begin|do (?:it|this))|sounds good|of course|"
    r"with pleasure|fine (?:with|by) me|that'?s (?:fine|ok|okay)(?: with me)?|please do|ask away|"
    r"(?:i'?m )?ready(?: to (?:start|begin))?|no problem|happy to|i'?m happy to"
)
_BESIDE = r"hi|hello|hey|please|pls|thanks|thank you|good (?:morning|afternoon|evening)|rolecall"
_PIECE = re.compile(rf"(?:{_YES})(?: (?:please|pls|thanks|thank you|then|now))*", re.IGNORECASE)
_COURTESY = re.compile(_BESIDE, re.IGNORECASE)

_LONGEST = 200
"""The most characters of a plain yes, courtesies included."""


def consents(text: str) -> bool:
    """Whether every part of a message is a plain yes or a courtesy, and one at least is a yes.

    "Yes please" and "OK, go ahead" are; "ok I guess", "maybe", "yes, but …" and a yes with a
    question behind it are not.
    """
    said = re.sub(r"\s+", " ", text.replace("’", "'")).strip()
    if "?" in said or len(said) > _LONGEST:
        return False
    split = re.split(r"[.,!;:–—]|\band\b", said)
    pieces = [piece for part in split if (piece := re.sub(r"^\W+|\W+$", "", part))]
    agreed = [_PIECE.fullmatch(piece) is not None for piece in pieces]
    courteous = [_COURTESY.fullmatch(piece) is not None for piece in pieces]
    return any(agreed) and all(a or c for a, c in zip(agreed, courteous, strict=True))
