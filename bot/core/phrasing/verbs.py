"""Verbs at the beginning of a criterion, in whatever person, in the form a question needs."""

import re

from bot.core.phrasing.vocabulary import ALSO_NOUNS, IRREGULAR, VERBS

_LATER = re.compile(r"(?<=\band )\w+s\b")
_OBJECT = frozenset(
    {"a", "an", "the", "all", "new", "each", "every", "any", "their", "how", "others"}
)
_LINKS = frozenset({"in", "with", "of", "at", "on", "for", "from", "to", "by", "across", "such"})


def done(text: str) -> str | None:
    """ "opened a bakery" for "Having opened a bakery"; None where nothing was done once."""
    found = re.match(
        r"(?:(?:some(?:one|body)|a person) who has|having|has|have)\s+(\w+)\s+(?=\S)",
        text,
        re.IGNORECASE,
    )
    if found is None:
        return None
    past = found[1].casefold()
    is_past = past.endswith("ed") or past in IRREGULAR
    return f"{IRREGULAR.get(past, past)} {text[found.end() :]}" if is_past else None


def deed(text: str) -> str | None:
    """ "plan and run tastings" for "Plans and runs tastings"; None where no verb begins it."""
    words = text.split(" ")
    first = _base(words[0])
    if first is None or len(words) < 2:
        return None
    if first in ALSO_NOUNS and not _takes_object(words):
        return None
    said = " ".join(_based(words))
    return _LATER.sub(_rebased, said) if first != words[0].casefold() else said


def third_person(word: str) -> str | None:
    """The base form of a verb that can be no plural noun: "recognises", but not "reports"."""
    base = _base(word)
    acts = base is not None and word.endswith("s") and base not in ALSO_NOUNS and base != word
    return base if acts else None


def _rebased(found: re.Match[str]) -> str:
    return third_person(found[0]) or found[0]


def _takes_object(words: list[str]) -> bool:
    """Whether a word that is a noun too is used as a verb here."""
    if words[1] in ("and", "or", "&") and len(words) > 2:
        return _base(words[2]) is not None
    if words[0].endswith("s") and words[0].isalpha():
        # "Controls food cost": a plural noun is seldom the first half of another.
        return words[1] not in _LINKS
    if words[1] in ("with", "closely", "alone"):
        return words[0].casefold() == "work"
    return words[1] in _OBJECT or words[0].endswith(",")


def _based(words: list[str]) -> list[str]:
    """The words with the verbs at their beginning ("Plans and runs …") in their base form."""
    based: list[str] = []
    for at, word in enumerate(words):
        base = _base(word)
        joined = at == 0 or words[at - 1] in ("and", "or", "&") or words[at - 1].endswith(",")
        if word in ("and", "or", "&") and based:
            based.append(word)
        elif base and joined:
            based.append(base + ("," if word.endswith(",") else ""))
        else:
            return based + words[at:]
    return based


def _base(word: str) -> str | None:
    """The base form of a verb that is known: "Designs" and "design" are both "design"."""
    plain = word.rstrip(",").casefold()
    stems = (plain, plain.removesuffix("s"), plain.removesuffix("es"))
    for stem in (*stems, plain.removesuffix("ies") + "y"):
        if stem in VERBS:
            return stem
    return None
