"""The head of a requirement: its first words, enough to name it in one line.

A head ends where the requirement's own grammar has a joint, and says by “…” that more follows. It
is never shortened where what is left out would turn the sense: "driving licence or the will to get
one" stays whole, and so does "forklift ticket (not needed on day one)".
"""

import re

from bot.core.phrasing.shortening import beginning

HEAD = 40
"""So many characters of a head fit into one line beside its level."""
LONGEST = 64
"""A head with no joint that early ends at its first one up to here; otherwise the whole stands."""
WHOLE = 140
"""A requirement that stands whole is cut between words beyond so many characters."""
MORE = " …"
"""Stands behind a head that is not the whole requirement."""
_BEFORE = re.compile(
    r"^(?:\[[ xX]\]\s+)?"
    r"(?:(?:we (?:need|want|would like)|you (?:must|should|will) have)\s+(?=\w))?",
    re.IGNORECASE,
)
_STRONG = re.compile(r"\s*[,;:]\s|\s+[(–—-]\s?")
_WEAK = re.compile(
    r"\s+(?:with|for|across|including|using|in|on|at|to|from|by|under|supporting|spanning)\s",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:no|not|never|nor|none|without|except|unless|instead|rather|or|either|but|only|if|"
    r"optional|preferred|ideally|less|fewer|most|least|until|although|though)\b",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?:^|\s)(?:a|an|the|and|of|to|in|on|at|for|with|by|from|as|is|are|be|own|both|all|any|"
    r"each|every|their|your|our|its|his|her|can|able|ability|experience|knowledge|someone)$",
    re.IGNORECASE,
)
_LEAST_WORDS = 2


def head(requirement: str, most: int = HEAD) -> str:
    """The requirement's first words, at most `most` characters with what says that more follows.

    Longer where no such beginning means the same. It is cut between words alone.
    """
    line = " ".join(requirement.split())
    bare = _BEFORE.sub("", line)
    whole = (bare[:1].upper() + bare[1:]).rstrip(". ") or line
    if len(whole) <= most:
        return whole
    return _headed(whole, most)


def named(phrase: str) -> str:
    """A phrase as it stands inside a sentence: whole, or as `head` cuts it, without “…”."""
    line = " ".join(phrase.split())
    return line if len(line) <= LONGEST else _headed(line, HEAD).removesuffix(MORE)


def _headed(whole: str, most: int) -> str:
    strong, weak = (_ends(whole, joints) for joints in (_STRONG, _WEAK))
    for ends in (strong, weak):
        within = [end for end in ends if end + len(MORE) <= most]
        if within:
            return whole[: max(within)] + MORE
    beyond = [end for end in (*strong, *weak) if end <= LONGEST]
    return whole[: min(beyond)] + MORE if beyond else _bounded(whole)


def _bounded(whole: str) -> str:
    return whole if len(whole) <= WHOLE else beginning(whole, WHOLE - len(MORE)) + MORE


def _ends(whole: str, joints: re.Pattern[str]) -> list[int]:
    """Where the requirement can end: outside brackets, and with nothing left out that turns it."""
    found = (joint.start() for joint in joints.finditer(whole))
    return [end for end in found if end and _can_end(whole[:end], whole[end:])]


def _can_end(kept: str, left: str) -> bool:
    in_brackets = kept.count("(") - kept.count(")")
    few = len(kept.split()) < _LEAST_WORDS
    turned = _TURNS.search(left) or _TURNS.search(kept)
    return not (in_brackets or few or turned or _DANGLING.search(kept))
