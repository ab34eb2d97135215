"""The beginning of what somebody wrote: an exact span that ends between words."""

import re

_SENTENCE = re.compile(r"[.!?][”\"')]?(?=\s)")
_CLAUSE = re.compile(r"[,;:](?=\s)")
_LATE = ((_SENTENCE, 0.5), (_CLAUSE, 0.7))
"""What ends behind this share of the room is a better end than the last word."""
_DANGLING = re.compile(
    r"(?:\s+(?:a|an|the|and|or|but|of|to|in|on|at|for|with|by|from|as|so|then|that|which|who|I|we|my|"
    r"our|their|its|was|were|is|are|not|no))+$",
    re.IGNORECASE,
)
"""Words that say nothing at an end."""


def one_line(text: str) -> str:
    """The words with one space between them."""
    return " ".join(text.split())


def beginning(text: str, most: int) -> str:
    """The first words, at most `most` characters: all of them where they fit.

    Ends with a sentence or a clause where one ends late enough, otherwise between words; never
    within what stands in square brackets, such as “[left out]”. One endless word is cut.
    """
    line = one_line(text)
    if len(line) <= most:
        return line
    for mark, share in _LATE:
        ends = [end for found in mark.finditer(line[: most + 1]) if (end := found.end()) <= most]
        if ends and ends[-1] >= most * share:
            return line[: ends[-1]].rstrip(",;:")
    between = line.rfind(" ", 0, most + 1)
    kept = line[:between] if between > 0 else line[:most]
    opened = kept.rfind("[")
    whole = kept[:opened] if opened > kept.rfind("]") and opened > 0 else kept
    return _DANGLING.sub("", whole).rstrip(" ,;:–-") or kept


def shortened(text: str, most: int) -> str:
    """The same with “…” behind it where it goes on, at most `most` characters."""
    line = one_line(text)
    return line if len(line) <= most else f"{beginning(line, most - 2)} …"
