"""Splits text into sentences by rules, as spans; the same text gives the same spans, always."""

import re

from retrieval.passages import Sentence

# A sentence may end at . ! ? … and their full-width forms, closing quotes and brackets included.
_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*•–]|\d{1,3}[.)])\s)")

_ABBREVIATIONS = frozenset(
    """
    approx apt art assn asst ave bldg bros ca capt cf ch co col corp dept dr ed eds esp est etc eg
    fig figs ft gen gov hon inc incl ie jr lt ltd max messrs min mr mrs ms mt no nos nr op p pp
    prof pt rep rev sec sen sgt sr st tel univ viz vol vols vs yr yrs
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
    """.split()  # noqa: SIM905 - a word list reads best as words
)
# These end a sentence when a capital follows: "Acme Inc. It grew.", "and so on, etc. We also".
_MAY_END = frozenset(("co", "corp", "etc", "inc", "jr", "ltd", "sr", "yr", "yrs"))
_LAST_WORD = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)\.$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
# How far before a full stop its word is looked for: a text of abbreviations alone stays quick.
_LOOK_BACK = 80
_CLOSERS = "\"'”’»)]"
_FIRST_LETTER = re.compile(r"\s*[\"'“‘«(\[]*(\w)")
_OPENERS = frozenset(
    """
    a an and as at but for he her his how if in it its no on or our she so that the their these
    they this those to we what when where which who why you your
    """.split()  # noqa: SIM905
)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order and without overlap.

    Spans start and end on a character that is not white space, and every such character is in
    exactly one span; so blank text has none and any other text at least one. A break never falls
    inside a number, a URL, an abbreviation or a name such as ".NET", nor at a semicolon.
    """
    spans: list[Sentence] = []
    start = 0
    for found in _END.finditer(text):
        if _breaks(text, start, found):
            _append(spans, text, start, found.end())
            start = found.end()
    _append(spans, text, start, len(text))
    return tuple(spans)


def _append(spans: list[Sentence], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    kept = piece.strip()
    if kept:
        begin = start + len(piece) - len(piece.lstrip())
        spans.append(Sentence(begin, begin + len(kept)))


def _breaks(text: str, start: int, found: re.Match[str]) -> bool:
    closed = found.group()
    mark = closed.rstrip(_CLOSERS)
    if not mark.strip():
        return True  # a blank line, or a line break before a bullet
    if mark == ".":
        begin = max(start, found.start() - _LOOK_BACK)
        return _full_stop_breaks(text[begin : found.start() + 1], text, found.end())
    # "Wait ... and see", "“Row!” she said"; but "really? yes" is two, as people write in a chat.
    pauses = mark.startswith(("..", "…")) or mark != closed
    return not (pauses and _goes_on(text, found.end()))


def _full_stop_breaks(before: str, text: str, after: int) -> bool:
    word = _LAST_WORD.search(before)
    if word is None:
        return not _goes_on(text, after)
    last = word.group(1).lower()
    if last in _ABBREVIATIONS:
        return last in _MAY_END and _opens_sentence(text, after)
    if (len(last) == 1 and last.isalpha()) or _DOTTED.fullmatch(last):
        # Initials and "U.S.", "e.g.": only before a word that rarely follows a name.
        return last not in {"e.g", "i.e"} and _opens_sentence(text, after)
    # "3." at the start of a line numbers what follows.
    return not (last.isdigit() and not before[: word.start()].strip())


def _goes_on(text: str, after: int) -> bool:
    following = _FIRST_LETTER.match(text, after)
    return following is not None and following.group(1).islower()


def _opens_sentence(text: str, after: int) -> bool:
    following = re.match(r"\s*[\"'“‘«(\[]*([^\W\d_]+)", text[after : after + 40])
    if following is None:
        return not text[after:].strip()
    word = following.group(1)
    return word[:1].isupper() and word.lower() in _OPENERS
